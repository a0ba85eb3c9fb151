"""What is to be renewed, filled up or mended is one matter, with a due for each; it ends by itself (S3, S9)."""

from collections.abc import Iterable, Iterator

from data import agenda, policy
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.matters import dues, matters
from data.register import teams, things
from frontdesk.desk.agenda import Came, Rule
from frontdesk.desk.agenda import plan as plan_rule
from frontdesk.domain.agenda.rhythm import Days, Rhythm
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Matter, MatterKind, Outcome
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.register.teams import Team
from frontdesk.domain.register.things import Thing
from frontdesk.domain.register.upkeep import Left, Task, due_at, running, tasks, title
from frontdesk.domain.values.clock import Millis


def plan(transaction: Transaction) -> None:
    """Have the things looked through at each opening from now on."""
    plan_rule(transaction, THINGS)


def settle(transaction: Transaction) -> None:
    """Begin what is to be done now that was not before, and end what is not to be done any more."""
    connection = transaction.connection
    matter = next(iter(matters.open_of(connection, MatterKind.UPKEEP)), None)
    known = running(matter.dues) if matter else {}
    asked = tuple(_asked(connection, transaction.now, known))
    wanted = dict.fromkeys(task for _thing, task in asked)
    for task, due in known.items():
        if task not in wanted:
            dues.meet_one(transaction, due.id, transaction.now)
    if wanted:
        number = _open(transaction, matter, title(dict.fromkeys(thing.name for thing, _task in asked)))
        _begin(transaction, number, [task for task in wanted if task not in known])
    elif matter:
        matters.close(transaction, matter.id, Outcome.DONE)


def to_see_to(connection: Connection, now: Millis) -> tuple[Thing, ...]:
    """Return the things that are to be seen to, in the order of their list."""
    open_ones = matters.open_of(connection, MatterKind.UPKEEP)
    known = running(open_ones[0].dues) if open_ones else {}
    return tuple(dict.fromkeys(thing for thing, _task in _asked(connection, now, known)))


def _asked(connection: Connection, now: Millis, known: Iterable[Task]) -> Iterator[tuple[Thing, Task]]:
    """Yield what is to be done, but for what somebody has left, and what is seen to in another matter."""
    numbers, every = policy.current(connection), things.every(connection)
    today, left = OpeningHours.of(numbers).day_of(now), _left(connection)
    touched = things.touched_since(connection, left.at) if left.tasks else frozenset()
    before = {*known, *left.tasks}
    for thing, task in tasks(every, today, numbers.thing_warning_days, before):
        if task in left.tasks and thing.id not in touched:
            continue
        if task.name is DueName.MEND and thing.fault and _is_open(connection, thing.fault.matter):
            continue
        yield thing, task


def _begin(transaction: Transaction, number: int, wanted: Iterable[Task]) -> None:
    connection = transaction.connection
    numbers, whose = policy.current(connection), _whose(connection)
    for task in wanted:
        due = due_at(task, transaction.now, numbers.thing_days, OpeningHours.of(numbers))
        dues.start(transaction, number, task.name, due, whose, what=task.what)


def _open(transaction: Transaction, matter: Matter | None, called: str) -> int:
    """Return the number of the open matter, called by what is in it now; where none is, it is opened."""
    if matter is None:
        return matters.open_one(transaction, MatterKind.UPKEEP, called)
    if matter.title != called:
        transaction.update("matters", matter.id, {"title": called})
    return matter.id


def _left(connection: Connection) -> Left:
    """Return what the last such matter was closed without."""
    last = matters.last_dropped(connection, MatterKind.UPKEEP)
    if last is None or last.closed_at is None:
        return Left()
    undone = (due for due in last.dues if due.lifted_at is not None)
    return Left(last.closed_at, frozenset(Task(due.name, due.what) for due in undone))


def _is_open(connection: Connection, number: int | None) -> bool:
    return number is not None and matters.get(connection, number).is_open


def _whose(connection: Connection) -> str:
    """Return who leads the team that keeps the supplies; empty where nobody does yet."""
    leader = teams.get(connection, Team.SUPPLIES).leader
    return leader.name if leader else ""


def at_opening(policy: Policy) -> Rhythm:
    """Each day that the store opens, when it does."""
    opens = [hours.split("-")[0] for hours in policy.opening_hours if hours]
    return Rhythm(min(opens, default="08:00"), Days.OPEN)


def _look_through(transaction: Transaction, came: Came) -> None:
    settle(transaction)


THINGS = Rule(agenda.THINGS, at_opening, _look_through)
