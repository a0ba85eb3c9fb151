"""What has to be rehearsed, trained or renewed soon is one matter, with a due for each; it ends by itself (S4, S12)."""

from collections.abc import Iterator
from itertools import chain

from data import agenda, drills, policy, trainings
from data.checks import checks
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.matters import dues, matters
from data.people import staff
from frontdesk.desk.agenda import Came, Rule
from frontdesk.desk.agenda import plan as plan_rule
from frontdesk.desk.register.upkeep import at_opening
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.drills.drill import next_due
from frontdesk.domain.matters.matter import MatterKind, Outcome
from frontdesk.domain.readiness import Item, due_at, ever_owed, of_certificates, of_drills, of_trainings
from frontdesk.domain.values.clock import DAY, Millis


def mind(transaction: Transaction) -> None:
    """Look through it now, and at each opening from now on."""
    plan_rule(transaction, READINESS)
    settle(transaction)


def settle(transaction: Transaction) -> None:
    """Begin what is to be done now that was not before, and end what is done.

    What somebody has closed and said why is not asked for again.
    """
    connection = transaction.connection
    hours = OpeningHours.of(policy.current(connection))
    before = matters.every_of(connection, MatterKind.READINESS)
    known = ever_owed(chain.from_iterable(each.dues for each in before))
    wanted = {(each.name, each.what): each for each in _items(connection, transaction.now, hours)}
    for key, due in known.items():
        if due.is_running and key not in wanted:
            dues.meet_one(transaction, due.id, transaction.now)
    asked = {key: item for key, item in wanted.items() if key not in known or known[key].lifted_at is None}
    matter = next((each for each in before if each.is_open), None)
    if not asked:
        if matter:
            matters.close(transaction, matter.id, Outcome.DONE)
        return
    title = " ".join(dict.fromkeys(item.name for item in asked.values()))
    number = matter.id if matter else matters.open_one(transaction, MatterKind.READINESS, title)
    if matter and matter.title != title:
        transaction.update("matters", number, {"title": title})
    for key, item in asked.items():
        if key not in known or not known[key].is_running:
            dues.start(transaction, number, item.name, due_at(item, transaction.now, hours), what=item.what)


def _items(connection: Connection, now: Millis, hours: OpeningHours) -> Iterator[Item]:
    """Yield what is to be done; drills in a store only that has its checks on, or has planned a drill."""
    today = hours.day_of(now)
    held = drills.every(connection)
    if held or checks.in_use(connection):
        each = policy.current(connection).drill_days * DAY
        yield from of_drills(next_due(held, drills.began(connection), each), today, hours)
    yield from of_trainings(staff.everyone(connection), trainings.every(connection, hours.zone), today)
    yield from of_certificates(trainings.certificates(connection), today)


def _look_through(transaction: Transaction, came: Came) -> None:
    settle(transaction)


READINESS = Rule(agenda.READINESS, at_opening, _look_through)
