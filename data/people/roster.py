"""Who has which role: the staff list, the duties that are set, and who leads the command."""

from data.engine.connection import Connection
from data.people import duties, staff
from frontdesk.domain.people.duty import Roster


def roster(connection: Connection) -> Roster:
    """Return who has which role, now and at any time."""
    people = staff.everyone(connection)
    leads = connection.execute(
        "select staff_id from team_members where team = 'command' and position = 1 order by id limit 1"
    ).fetchone()
    return Roster(
        people, duties.lately(connection), next((each for each in people if leads and each.id == leads[0]), None)
    )
