"""Roll calls as they stand: their rounds, who is expected now, whom a typed name means (I4, I16)."""

import re

from data.engine.connection import Connection
from data.matters import matters
from data.roll_calls import expected, roll_calls
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.search_terms import needle
from frontdesk.domain.roll_calls.reasons import RollCallReason
from frontdesk.domain.roll_calls.roll_call import Entry, Key, RollCall, Subject, found_by
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused


def of_matter(desk: Desk, matter: int) -> tuple[RollCall, ...]:
    """Return the rounds for a matter, the first one first. Raises `Refused(NO_MATTER)`."""

    def question(connection: Connection) -> tuple[RollCall, ...]:
        matters.get(connection, matter)
        return roll_calls.of_matter(connection, matter)

    return desk.read(question)


def running(desk: Desk) -> tuple[RollCall, ...]:
    """Return the roll calls under way, the one begun first first."""
    return desk.read(roll_calls.running)


def last_of(desk: Desk, matter: int) -> RollCall:
    """Return the last round for a matter. Raises `Refused(NO_ROLL_CALL)`."""
    return desk.read(lambda connection: roll_calls.latest(connection, matter))


def expected_now(desk: Desk) -> RollCall:
    """Return who and what would be expected if a roll call began now, for a list on paper."""
    now, who = desk.now(), desk.actor.who

    return desk.read(lambda connection: RollCall(0, 0, 0, now, who, entries=expected_at(connection, now)))


def expected_at(connection: Connection, now: Millis) -> tuple[Entry, ...]:
    """Return who should be here, and which cars."""
    names = (Entry(Key(Subject.PERSON, 0), name) for name in expected.people(connection, now))
    return (*names, *expected.cars_and_customers(connection))


def is_complete(connection: Connection, matter: int) -> bool:
    """Whether nobody is missing by the last round for a matter; also where there was no roll call."""
    rounds = roll_calls.of_matter(connection, matter)
    return not rounds or rounds[-1].is_complete


def is_counted(connection: Connection, matter: int) -> bool:
    """Whether there was a roll call for a matter, and nobody is missing by its last round."""
    return bool(roll_calls.of_matter(connection, matter)) and is_complete(connection, matter)


def meant(roll_call: RollCall, typed: str, *, car: bool = False) -> Entry:
    """Return whom of the people, or which car, a typed name, plate, or part of either means; visitor 2 by the number.

    Raises `Refused`: NOT_EXPECTED, SEVERAL_FIT.
    """
    entries = [each for each in roll_call.entries if (each.subject is Subject.CAR) is car]
    exact = [each for each in entries if needle(typed) in {needle(each.name), needle(each.plate)} - {""}]
    nth = re.search(r"\d+$", needle(typed))
    visitors = [each for each in entries if nth and each.subject is Subject.VISITOR and str(each.nth) == nth[0]]
    found = exact or found_by(entries, needle(typed)) or visitors if needle(typed) else ()
    if not found:
        raise Refused(RollCallReason.NOT_EXPECTED, number=roll_call.matter, text=typed)
    if len(found) > 1:
        raise Refused(RollCallReason.SEVERAL_FIT, number=roll_call.matter, text=typed, found=tuple(found))
    return found[0]
