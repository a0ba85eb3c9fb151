"""What becomes of a thing: faulty, in order again, out and back; and whether it may be used at all (S3, R4).

What ends in `_in` is done in the transaction of another command: a check that finds a fault, a rescue that leaves.
"""

from data import policy
from data.engine.transaction import Transaction
from data.matters import matters
from data.register import teams, things
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import operator
from frontdesk.desk.register import upkeep
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.roles import OWN_STEPS_ONLY
from frontdesk.domain.register.events import RegisterEvent
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.register.teams import Team
from frontdesk.domain.register.things import WORDS_LIMIT, Thing, ThingEntry, check_fit
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line


def check_keeps(transaction: Transaction) -> None:
    """Check that whoever does this keeps the things: works at the desk, or is in the supplies team. Raises `Refused`.

    Guards, drivers and technicians of no such team may say what is faulty, count, and take a thing out and back.
    """
    person = operator(transaction)
    if person.post in OWN_STEPS_ONLY and Team.SUPPLIES not in teams.of_person(transaction.connection, person.name):
        raise Refused(PeopleReason.NOT_YOUR_POST, name=person.name, post=person.post)


def check_ready(transaction: Transaction, number: int) -> Thing:
    """Check that a thing may be used now, and return it. Raises `Refused`: NO_THING, THING_FAULTY."""
    thing = things.get(transaction.connection, number)
    hours = OpeningHours.of(policy.current(transaction.connection))
    check_fit(thing, hours.day_of(transaction.now))
    return thing


def set_faulty_in(transaction: Transaction, number: int, words: str, matter: int | None = None) -> None:
    """A thing is faulty from now on; `matter`: the check that found it.

    Raises `Refused`: THING_WORDS, IS_RETIRED, FAULTY_ALREADY.
    """
    thing = in_use(transaction, number)
    if not words:
        raise Refused(RegisterReason.THING_WORDS, name=thing.name)
    if thing.fault:
        raise Refused(RegisterReason.FAULTY_ALREADY, name=thing.name, who=thing.fault.who, when=thing.fault.at)
    values = {"fault": words, "fault_from": matter, "faulty_at": transaction.now, "faulty_by": transaction.actor.who}
    things.change(transaction, thing, values, ThingEntry.FAULTY, words=words)
    upkeep.settle(transaction)


def set_fault_anew_in(transaction: Transaction, number: int, words: str) -> None:
    """The check that found a thing faulty found more, or other things, wrong with it. Raises `Refused(IS_RETIRED)`."""
    thing = in_use(transaction, number)
    things.change(transaction, thing, {"fault": words}, ThingEntry.FAULTY, words=words)
    upkeep.settle(transaction)


def set_ready_in(transaction: Transaction, number: int, words: str = "") -> None:
    """A faulty thing is in order again. Raises `Refused`: IS_RETIRED, NOT_FAULTY."""
    thing = in_use(transaction, number)
    if thing.fault is None:
        raise Refused(RegisterReason.NOT_FAULTY, name=thing.name)
    values = {"fault": "", "fault_from": None, "faulty_at": None, "faulty_by": "", "checked_at": transaction.now}
    things.change(transaction, thing, values, ThingEntry.READY, words=words)
    upkeep.settle(transaction)


def note_checked_in(transaction: Transaction, number: int, words: str = "") -> None:
    """A check found a thing in order. Raises `Refused(IS_RETIRED)`."""
    thing = in_use(transaction, number)
    things.change(transaction, thing, {"checked_at": transaction.now}, ThingEntry.CHECKED, words=words)


def take_out_in(transaction: Transaction, number: int, matter: int | None = None, why: str = "") -> None:
    """A thing leaves for a matter, or for what is said. Raises `Refused`: THING_FAULTY, NO_MATTER, MATTER_CLOSED."""
    thing = check_ready(transaction, number)
    if matter is not None and not (found := matters.get(transaction.connection, matter)).is_open:
        raise Refused(MatterReason.MATTER_CLOSED, number=matter, who=found.closed_by, when=found.closed_at)
    if matter is None and not why:
        raise Refused(RegisterReason.THING_WORDS, name=thing.name)
    values = {"out_for": matter, "out_why": why, "out_at": transaction.now, "out_by": transaction.actor.who}
    things.change(transaction, thing, values, ThingEntry.OUT, value=str(matter or ""), words=why)


def bring_back_in(transaction: Transaction, number: int, words: str = "") -> None:
    """A thing that was out is back. Raises `Refused(NOT_OUT)`."""
    thing = things.get(transaction.connection, number)
    if thing.out is None:
        raise Refused(RegisterReason.NOT_OUT, name=thing.name)
    values = {"out_for": None, "out_why": "", "out_at": None, "out_by": ""}
    things.change(transaction, thing, values, ThingEntry.BACK, words=words)


def faulty(desk: Desk, number: int, words: str, operation: str | None = None) -> Result:
    """Say what is not in order; anybody on the staff list may. Raises `Refused`, as `set_faulty_in` says."""
    said = whole_line(words, WORDS_LIMIT)

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        set_faulty_in(transaction, number, said)
        return _result(transaction, RegisterEvent.THING_FAULTY, number)

    return desk.do(body, operation)


def ready(desk: Desk, number: int, words: str = "", operation: str | None = None) -> Result:
    """Say that a faulty thing is in order again. Raises `Refused`: NOT_YOUR_POST, and as `set_ready_in` says."""
    said = whole_line(words, WORDS_LIMIT)

    def body(transaction: Transaction) -> Result:
        check_keeps(transaction)
        set_ready_in(transaction, number, said)
        return _result(transaction, RegisterEvent.THING_READY, number)

    return desk.do(body, operation)


def out(desk: Desk, number: int, matter: int | None = None, why: str = "", operation: str | None = None) -> Result:
    """Take a thing out for a matter, or for what is said. Raises `Refused`, as `take_out_in` says."""
    said = whole_line(why, WORDS_LIMIT)

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        take_out_in(transaction, number, matter, said)
        return _result(transaction, RegisterEvent.THING_OUT, number)

    return desk.do(body, operation)


def back(desk: Desk, number: int, words: str = "", operation: str | None = None) -> Result:
    """Bring a thing back. Raises `Refused(NOT_OUT)`."""
    said = whole_line(words, WORDS_LIMIT)

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        bring_back_in(transaction, number, said)
        return _result(transaction, RegisterEvent.THING_BACK, number)

    return desk.do(body, operation)


def _result(transaction: Transaction, kind: RegisterEvent, number: int) -> Result:
    return Result(kind, number=number, facts={"name": things.get(transaction.connection, number).name})


def in_use(transaction: Transaction, number: int) -> Thing:
    """Return a thing that is not retired. Raises `Refused`: NO_THING, IS_RETIRED."""
    thing = things.get(transaction.connection, number)
    if thing.retired_at is not None:
        raise Refused(RegisterReason.IS_RETIRED, name=thing.name)
    return thing
