"""What is owed of the emergency contact list: that it is called through, and each who was rung in vain (S1, S7)."""

from data import policy
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.holidays import plans
from data.matters import dues, matters
from data.register import calls, teams
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.holidays.plan import before, midnight
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Matter, MatterKind, Outcome
from frontdesk.domain.register.calling import CallState, Reachable
from frontdesk.domain.register.teams import Team
from frontdesk.domain.values.clock import DAY, Millis

TITLE = "contacts"
_TRIED = frozenset({CallState.NOT_REACHED, CallState.WRONG, CallState.NUMBERLESS})


def keep_up(transaction: Transaction) -> None:
    """Whoever is on the list, or was reached, is another now: what is owed of an open list is so as well."""
    settle(transaction, may_open=False)


def settle(transaction: Transaction, *, may_open: bool) -> None:
    """Begin what is owed now that was not before, and end what is done: the list as a whole, and each tried in vain."""
    connection, now = transaction.connection, transaction.now
    matter = open_matter(connection)
    if matter is None and not may_open:
        return
    since_at = since(connection, now)
    found = left(connection, since_at)
    wanted = dict.fromkeys(_owed(each, since_at) for each in found)
    known = {(due.name, due.what): due for due in matter.dues if due.is_running} if matter else {}
    for owed, due in known.items():
        if owed not in wanted:
            dues.meet_one(transaction, due.id, now)
    if not wanted:
        if matter is not None:
            matters.close(transaction, matter.id, Outcome.DONE)
        return
    number = matter.id if matter else matters.open_one(transaction, MatterKind.CONTACTS, TITLE)
    for name, what in wanted:
        if (name, what) not in known:
            dues.start(transaction, number, name, _due_at(connection, name, now), _whose(connection), what=what)


def since(connection: Connection, now: Millis) -> Millis:
    """Return since when whoever was reached is not rung again: once a while, and anew before each holiday."""
    numbers = policy.current(connection)
    hours = OpeningHours.of(numbers)
    planned = [each for each in plans.unfinished(connection) if now < midnight(each.first, hours.zone)]
    windows = (before(each, hours, numbers.holiday_ahead_days) for each in planned)
    return max(now - numbers.contact_call_days * DAY, *windows, 0)


def left(connection: Connection, since_at: Millis) -> tuple[Reachable, ...]:
    """Return whom to ring yet."""
    return tuple(each for each in calls.every(connection) if each.is_left(since_at))


def open_matter(connection: Connection) -> Matter | None:
    """Return the matter of a list that is being called through; None where none is."""
    return next(iter(matters.open_of(connection, MatterKind.CONTACTS)), None)


def _owed(each: Reachable, since_at: Millis) -> tuple[DueName, str]:
    """Return as what somebody is owed: by name once they were tried in vain, till then with the whole list."""
    if each.state(since_at) in _TRIED:
        return DueName.CONTACT_AGAIN, f"{each.key} {each.name}"
    return DueName.CONTACT_LIST, ""


def _due_at(connection: Connection, name: DueName, now: Millis) -> Millis:
    numbers = policy.current(connection)
    days = numbers.contact_list_days if name is DueName.CONTACT_LIST else numbers.contact_again_days
    hours = OpeningHours.of(numbers)
    return max(now, hours.closing_from(hours.day_of(now + days * DAY), hours.is_open_on))


def _whose(connection: Connection) -> str:
    """Return who leads the team that makes the calls; empty where nobody does yet."""
    leader = teams.get(connection, Team.COMMUNICATION).leader
    return leader.name if leader else ""
