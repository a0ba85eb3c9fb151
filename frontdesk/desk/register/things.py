"""The things of the register: put on it, described anew, counted, renewed, retired (S3, S9)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from data import policy
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.register import areas, things
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import operator
from frontdesk.desk.register import upkeep
from frontdesk.desk.register.fitness import check_keeps, in_use
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.journal.result import Result
from frontdesk.domain.register.events import RegisterEvent
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.register.things import (
    MOST_THINGS,
    NAME_LIMIT,
    UNIT_LIMIT,
    WORDS_LIMIT,
    Described,
    Entry,
    Thing,
    ThingEntry,
    check_day,
    check_described,
)
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import counting_order, folded, whole_line


class Register(NamedTuple):
    """The things, and the day and the number of days their states follow from."""

    things: tuple[Thing, ...]
    today: date
    warning_days: int


def listed(desk: Desk, *, retired: bool = False) -> Register:
    """Return the things that are not retired, by kind and name; or those that are."""
    now = desk.now()

    def read(connection: Connection) -> Register:
        numbers = policy.current(connection)
        found = things.retired(connection) if retired else things.every(connection)
        found = tuple(sorted(found, key=lambda each: (each.described.kind, counting_order(each.name))))
        return Register(found, OpeningHours.of(numbers).day_of(now), numbers.thing_warning_days)

    return desk.read(read)


def shown(desk: Desk, number: int) -> tuple[Thing, tuple[Entry, ...]]:
    """Return a thing with its history, latest first. Raises `Refused(NO_THING)`."""
    return desk.read(lambda connection: (things.get(connection, number), things.history(connection, number)))


def to_see_to(desk: Desk) -> tuple[Thing, ...]:
    """Return the things that are to be renewed, filled up or mended."""
    now = desk.now()
    return desk.read(lambda connection: upkeep.to_see_to(connection, now))


def add(desk: Desk, said: Described, operation: str | None = None) -> Result:
    """Put a thing on the register. Raises `Refused`: NOT_YOUR_POST, NAME_TAKEN, TOO_MANY_THINGS, and as `check`."""
    typed = cleaned(said)

    def body(transaction: Transaction) -> Result:
        check_keeps(transaction)
        every = things.every(transaction.connection)
        check(transaction, typed, every)
        number = things.add(transaction, typed)
        upkeep.plan(transaction)
        upkeep.settle(transaction)
        return Result(RegisterEvent.THING_ADD, number=number, facts={"name": typed.name})

    return desk.do(body, operation)


def change(desk: Desk, number: int, said: Described, operation: str | None = None) -> Result:
    """Describe a thing anew. Raises `Refused`: NOT_YOUR_POST, SAME_AS_BEFORE, IS_RETIRED, and as `check` says."""
    typed = cleaned(said)

    def body(transaction: Transaction) -> Result:
        check_keeps(transaction)
        thing = in_use(transaction, number)
        if typed == thing.described:
            raise Refused(RegisterReason.SAME_AS_BEFORE, name=thing.name)
        check(transaction, typed, (other for other in things.every(transaction.connection) if other.id != number))
        told = _changed(thing.described, typed)
        things.change(transaction, thing, things.as_row(typed), ThingEntry.CHANGED, value=told)
        upkeep.settle(transaction)
        return Result(RegisterEvent.THING_CHANGE, number=number, facts={"name": typed.name})

    return desk.do(body, operation)


def count(desk: Desk, number: int, quantity: int, operation: str | None = None) -> Result:
    """Say how many there are of a thing; anybody on the staff list may.

    Raises `Refused`: IS_RETIRED, NOT_COUNTED, THING_NUMBER.
    """

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        thing = in_use(transaction, number)
        was = thing.described.quantity
        if was is None:
            raise Refused(RegisterReason.NOT_COUNTED, name=thing.name)
        check_described(thing.described._replace(quantity=quantity), _today(transaction))
        things.change(transaction, thing, {"quantity": quantity}, ThingEntry.COUNTED, value=f"{was} → {quantity}")
        upkeep.settle(transaction)
        return Result(RegisterEvent.THING_COUNT, number=number, facts={"name": thing.name, "quantity": quantity})

    return desk.do(body, operation)


def renew(desk: Desk, number: int, until: date, operation: str | None = None) -> Result:
    """A thing was renewed, and has a new last day of use.

    Raises `Refused`: NOT_YOUR_POST, IS_RETIRED, THING_DAY, RENEWED_PAST, SAME_AS_BEFORE.
    """

    def body(transaction: Transaction) -> Result:
        check_keeps(transaction)
        thing = in_use(transaction, number)
        check_day(until, _today(transaction), is_renewed=True)
        was = thing.described.expires_on
        if was == until:
            raise Refused(RegisterReason.SAME_AS_BEFORE, name=thing.name)
        told = " → ".join(str(day) for day in (was, until) if day)
        things.change(transaction, thing, {"expires_on": until.isoformat()}, ThingEntry.RENEWED, value=told)
        upkeep.plan(transaction)
        upkeep.settle(transaction)
        return Result(RegisterEvent.THING_RENEW, number=number, facts={"name": thing.name, "day": until.isoformat()})

    return desk.do(body, operation)


def retire(desk: Desk, number: int, words: str = "", operation: str | None = None) -> Result:
    """A thing is not used any more. Raises `Refused`: NOT_YOUR_POST, IS_RETIRED, STILL_OUT."""
    said = whole_line(words, WORDS_LIMIT)

    def body(transaction: Transaction) -> Result:
        check_keeps(transaction)
        thing = in_use(transaction, number)
        if thing.out:
            raise Refused(RegisterReason.STILL_OUT, name=thing.name, who=thing.out.who, when=thing.out.at)
        things.change(transaction, thing, {"retired_at": transaction.now}, ThingEntry.RETIRED, words=said)
        upkeep.settle(transaction)
        return Result(RegisterEvent.THING_RETIRE, number=number, facts={"name": thing.name})

    return desk.do(body, operation)


def again(desk: Desk, number: int, operation: str | None = None) -> Result:
    """A retired thing is used again. Raises `Refused`: NOT_YOUR_POST, NOT_RETIRED, NAME_TAKEN."""

    def body(transaction: Transaction) -> Result:
        check_keeps(transaction)
        thing = things.get(transaction.connection, number)
        if thing.retired_at is None:
            raise Refused(RegisterReason.NOT_RETIRED, name=thing.name)
        check(transaction, thing.described, things.every(transaction.connection))
        things.change(transaction, thing, {"retired_at": None}, ThingEntry.AGAIN)
        upkeep.settle(transaction)
        return Result(RegisterEvent.THING_AGAIN, number=number, facts={"name": thing.name})

    return desk.do(body, operation)


def cleaned(said: Described) -> Described:
    """Return what was typed of a thing, cleaned. Raises `Refused(TEXT_TOO_LONG)`."""
    return said._replace(name=whole_line(said.name, NAME_LIMIT), unit=whole_line(said.unit, UNIT_LIMIT))


def check(transaction: Transaction, said: Described, others: Iterable[Thing]) -> None:
    """Check what is said of a thing beside the others. Raises `Refused`: as `check_described`, NO_AREA, NAME_TAKEN."""
    check_described(said, _today(transaction))
    if said.area:
        areas.get(transaction.connection, said.area)
    names = {folded(other.name): other.name for other in others}
    if len(names) >= MOST_THINGS:
        raise Refused(RegisterReason.TOO_MANY_THINGS, right=MOST_THINGS)
    if folded(said.name) in names:
        raise Refused(RegisterReason.NAME_TAKEN, name=names[folded(said.name)])


def _changed(was: Described, becomes: Described) -> str:
    """Return what is another now, as the history tells it."""
    pairs = ((name, getattr(was, name), getattr(becomes, name)) for name in Described._fields)
    return ", ".join(f"{name}: {before or '–'} → {after or '–'}" for name, before, after in pairs if before != after)


def _today(transaction: Transaction) -> date:
    return OpeningHours.of(policy.current(transaction.connection)).day_of(transaction.now)
