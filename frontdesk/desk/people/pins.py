"""PINs: given first by whoever runs the service, then chosen, and proved at a station (S2)."""

import hmac
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from data.engine.connection import errors_as_sentences
from data.engine.transaction import Transaction
from data.engine.turns import writing
from data.people import pin_key, pins, staff
from data.people.initials import initials
from data.people.pins import Kept
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import roster_of
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.duty import Roster
from frontdesk.domain.people.events import PeopleEvent
from frontdesk.domain.people.pins import DIGITS, check_may_try, check_new, is_weak
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.roles import HEADS, Rank
from frontdesk.domain.people.staff import Person, Proof
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused, StoreError

if TYPE_CHECKING:
    from argon2 import PasswordHasher


def give(desk: Desk, name: str, operation: str | None = None) -> tuple[Result, str]:
    """Give a person a first PIN, also where they forgot theirs; return it, because nothing keeps it.

    Where the operation id is known, it was told then, and is "" now. Raises `Refused(UNKNOWN_PERSON)`.
    """
    person, pin, told = _person(desk, name), _random(), ""
    kept = _kept(_key(desk, make=True), pin, was_given=True)

    def body(transaction: Transaction) -> Result:
        nonlocal told
        who = transaction.actor
        if who.proof is not Proof.SHELL and not _may_give(roster_of(transaction), who.who, person, transaction.now):
            raise Refused(PeopleReason.NOT_FOR_YOU, name=person.name)
        told = pin
        pins.keep(transaction.connection, person.id, kept, transaction.now)
        return Result(PeopleEvent.PIN_GIVEN, number=person.id, facts={"name": person.name})

    return desk.do(body, operation), told


def choose(desk: Desk, name: str, old: str, new: str) -> int:
    """A person has a PIN of their own from now on; return the number of their sign-in.

    Raises `Refused`: what `prove` refuses, PIN_WEAK, PIN_SAME.
    """
    person = _proved(desk, name, old)
    check_new(new, person.phone)
    if new == old:
        raise Refused(PeopleReason.PIN_SAME)
    kept = _kept(_key(desk), new)
    number = 0

    def body(transaction: Transaction) -> Result:
        nonlocal number
        pins.keep(transaction.connection, person.id, kept, transaction.now)
        number = pins.begin(transaction.connection, person.id, transaction.actor.station, transaction.now)
        return Result(PeopleEvent.PIN_CHOSEN, number=person.id, facts={"name": person.name})

    desk.do(body)
    return number


def prove(desk: Desk, name: str, pin: str) -> int:
    """Sign a person in at this station; return the number of the sign-in.

    Each try is counted before it is looked at. Raises `Refused`: PIN_WRONG, also for nobody on the list; PIN_NONE;
    PIN_WAIT after too many; PIN_GONE; PIN_FIRST for a PIN that was given.
    """
    person = _proved(desk, name, pin)
    with errors_as_sentences(desk.path), writing(desk.connection) as connection:
        kept = pins.kept(connection, person.id)
        if kept is None or kept.was_given:
            raise Refused(PeopleReason.PIN_FIRST, name=person.name)
        return pins.begin(connection, person.id, desk.actor.station, desk.now())


def sign_out(desk: Desk, number: int) -> None:
    """End a sign-in, because somebody else works here, or nobody."""
    with errors_as_sentences(desk.path), writing(desk.connection) as connection:
        pins.end_one(connection, number, desk.now())


def meant(desk: Desk, typed: str) -> tuple[Person, ...]:
    """Return the people on the staff list with these first letters, wf for 王芳, or with this very name."""
    everyone = desk.read(staff.everyone)
    named = tuple(each for each in everyone if each.name.casefold() == typed)
    return named or tuple(each for each in everyone if typed in initials(each.name))


def key_file(store: Path) -> Path:
    """Return where the key of a store's PINs is, if it has one."""
    return pin_key.path_of(store)


def _proved(desk: Desk, name: str, pin: str) -> Person:
    """Count a try, then look whether the PIN is right; nobody waits for that to write."""
    try:
        person = _person(desk, name)
    except Refused as refusal:
        raise Refused(PeopleReason.PIN_WRONG) from refusal
    key, kept = _key(desk), desk.read(lambda connection: pins.kept(connection, person.id))
    if kept is None:
        raise Refused(PeopleReason.PIN_NONE, name=person.name)
    if kept.key != pin_key.name_of(key):
        raise Refused(PeopleReason.PIN_GONE)
    with errors_as_sentences(desk.path), writing(desk.connection) as connection:
        check_may_try(pins.tries(connection, person.id), desk.now())
        pins.count(connection, person.id, desk.now())
    if not _is_right(kept.encoded, _mixed(key, pin)):
        raise Refused(PeopleReason.PIN_WRONG)
    with errors_as_sentences(desk.path), writing(desk.connection) as connection:
        pins.forget_tries(connection, person.id)
    return person


def _may_give(roster: Roster, who: str, person: Person, now: Millis) -> bool:
    """Whether somebody gives a PIN to a person; to a director or general manager only one of them does."""
    least = Rank.DIRECTOR if person.post in HEADS else Rank.DESK
    return roster.manages(who, now) and roster.rank(who, now) >= least


def _person(desk: Desk, name: str) -> Person:
    person = next((each for each in desk.read(staff.everyone) if each.name == name), None)
    if person is None:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=name)
    return person


def _key(desk: Desk, *, make: bool = False) -> bytes:
    try:
        key = pin_key.make(desk.path) if make else pin_key.read(desk.path)
    except OSError as error:
        raise StoreError(StoreReason.CANNOT_WRITE, detail=str(error)) from error
    if key is None:
        raise Refused(PeopleReason.PIN_GONE)
    return key


def _kept(key: bytes, pin: str, *, was_given: bool = False) -> Kept:
    return Kept(_hasher().hash(_mixed(key, pin)), pin_key.name_of(key), was_given)


def _is_right(encoded: str, mixed: bytes) -> bool:
    from argon2.exceptions import VerificationError  # noqa: PLC0415 - only where a PIN is typed

    try:
        return _hasher().verify(encoded, mixed)
    except VerificationError:
        return False


def _mixed(key: bytes, pin: str) -> bytes:
    return hmac.digest(key, pin.encode(), "sha256")


def _hasher() -> "PasswordHasher":
    """Return what makes a PIN costly to guess: 50 ms a try, and the key besides."""
    from argon2 import PasswordHasher  # noqa: PLC0415 - only where a PIN is typed

    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def _random() -> str:
    while True:
        pin = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        if not is_weak(pin):
            return pin
