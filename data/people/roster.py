"""Who has which role: the staff list, the duties that are set, who is rostered, and who leads the command."""

from data.engine.connection import Connection
from data.people import duties, rostered, staff
from frontdesk.domain.people.duty import Roster
from frontdesk.domain.values.clock import Millis


def roster(connection: Connection, now: Millis) -> Roster:
    """Return who has which role, now and in the days to come."""
    people = staff.everyone(connection)
    leads = connection.execute(
        "select staff_id from team_members where team = 'command' and position = 1 order by id limit 1"
    ).fetchone()
    command = next((each for each in people if leads and each.id == leads[0]), None)
    return Roster(people, duties.lately(connection), command, rostered.about(connection, now))
