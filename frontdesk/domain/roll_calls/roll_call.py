"""A roll call: who should be here, what was found of each, and who is still missing (I4, I16)."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.roll_calls.reasons import RollCallReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import NO_PLATE, Plate

MOST_VISITORS = 200
"""More visitors than that at once were mistyped."""


class Subject(StrEnum):
    """Who or what is counted."""

    PERSON = "person"
    """Somebody of the staff list."""
    CUSTOMER = "customer"
    VISITOR = "visitor"
    """Somebody who is neither: a supplier, a child, a neighbour."""
    CAR = "car"


class Mark(StrEnum):
    """What was found."""

    PRESENT = "present"
    LEFT = "left"
    """They, or the car, left the store."""
    MISSING = "missing"
    HURT = "hurt"
    MOVED_OUT = "moved_out"
    """The car stands where nothing can happen to it."""
    STAYS = "stays"
    """The car cannot be moved; where it stands is known."""


OF_PEOPLE = (Mark.PRESENT, Mark.LEFT, Mark.HURT, Mark.MISSING)
OF_CARS = (Mark.MOVED_OUT, Mark.LEFT, Mark.STAYS)
ANSWERS = frozenset(Mark) - {Mark.MISSING}
"""The marks after which nobody looks for them any more."""


class Key(NamedTuple):
    """By what an entry is known: a customer and a car by their visit, the others by their line of the list."""

    subject: Subject
    of: int


class MarkOnRecord(NamedTuple):
    """One mark; it is never changed, a later one comes after it."""

    id: int
    mark: Mark
    words: str
    """What was said, where somebody answered for them."""
    at: Millis
    who: str


class Entry(NamedTuple):
    """One name or car on the list."""

    key: Key
    name: str
    plate: Plate = NO_PLATE
    place: str = ""
    """Where the car stood when the roll call began; of one that came later, where it stands."""
    came_at: Millis | None = None
    """When they came, where that was after the roll call began."""
    gone_at: Millis | None = None
    """When the car left, by the record of the gate."""
    marks: tuple[MarkOnRecord, ...] = ()
    """Oldest first."""
    is_listed: bool = True
    """Whether it is on the list itself, and not only at the store since."""
    terms: tuple[str, ...] = ()
    """What finds it when it is typed: the name, its initials, the plate."""
    nth: int = 0
    """Of a visitor: which of them it is."""

    @property
    def subject(self) -> Subject:
        """Who or what it is."""
        return self.key.subject

    @property
    def last(self) -> MarkOnRecord | None:
        """The mark that holds."""
        return self.marks[-1] if self.marks else None

    @property
    def is_answered(self) -> bool:
        """Whether it is known where they are; of a car that left, the record of the gate is enough."""
        if self.subject is Subject.CAR and self.gone_at is not None:
            return True
        return self.last is not None and self.last.mark in ANSWERS

    @property
    def mark(self) -> Mark | None:
        """What holds of them; None where nobody has said anything."""
        if self.subject is Subject.CAR and self.gone_at is not None:
            return Mark.LEFT
        return self.last.mark if self.last else None

    def is_found_by(self, typed: str) -> bool:
        """Whether a folded text that was typed finds it."""
        return any(typed in term for term in self.terms)


class Count(NamedTuple):
    """How many of a kind are expected, and of how many it is known where they are."""

    expected: int
    answered: int

    @property
    def missing(self) -> int:
        """Of how many nobody knows."""
        return self.expected - self.answered


class RollCall(NamedTuple):
    """One round of a roll call."""

    id: int
    matter: int
    round: int
    started_at: Millis
    started_by: str
    ended_at: Millis | None = None
    ended_by: str = ""
    entries: tuple[Entry, ...] = ()

    @property
    def is_running(self) -> bool:
        """Whether it can still be marked."""
        return self.ended_at is None

    @property
    def missing(self) -> tuple[Entry, ...]:
        """The people of whom nobody knows where they are."""
        return tuple(each for each in self.entries if each.subject is not Subject.CAR and not each.is_answered)

    @property
    def open_cars(self) -> tuple[Entry, ...]:
        """The cars nobody has looked at yet."""
        return tuple(each for each in self.entries if each.subject is Subject.CAR and not each.is_answered)

    @property
    def is_complete(self) -> bool:
        """Whether nobody is missing without an answer."""
        return not self.missing

    def of(self, subject: Subject) -> tuple[Entry, ...]:
        """Return the entries of one kind."""
        return tuple(each for each in self.entries if each.subject is subject)

    def counted(self, *subjects: Subject) -> Count:
        """Return how many of some kinds are expected and answered."""
        found = [each for each in self.entries if each.subject in subjects]
        return Count(len(found), sum(each.is_answered for each in found))

    def entry(self, key: Key) -> Entry:
        """Return an entry by its key. Raises `Refused(NOT_EXPECTED)`."""
        found = next((each for each in self.entries if each.key == key), None)
        if found is None:
            raise Refused(RollCallReason.NOT_EXPECTED, number=self.matter, text=str(key.of))
        return found


PEOPLE = (Subject.PERSON, Subject.CUSTOMER, Subject.VISITOR)


def marks_of(subject: Subject) -> tuple[Mark, ...]:
    """Return what can be said of an entry of this kind."""
    return OF_CARS if subject is Subject.CAR else OF_PEOPLE


def check_running(roll_call: RollCall) -> None:
    """Check that a roll call can still be marked. Raises `Refused(ROLL_CALL_ENDED)`."""
    if roll_call.ended_at is not None:
        raise Refused(
            RollCallReason.ROLL_CALL_ENDED, number=roll_call.matter, who=roll_call.ended_by, when=roll_call.ended_at
        )


def check_mark(roll_call: RollCall, entry: Entry, mark: Mark, words: str, seen: int | None) -> None:
    """Check that a mark can be put; `seen`: the number of the last mark that was seen, 0 for none, None for unasked.

    Raises `Refused`: ROLL_CALL_ENDED, NO_SUCH_MARK, MARKED_SO, MARKED_BEFORE.
    """
    check_running(roll_call)
    right = marks_of(entry.subject)
    if mark not in right:
        raise Refused(RollCallReason.NO_SUCH_MARK, number=roll_call.matter, mark=mark, right=right)
    last = entry.last
    if last is None:
        return
    is_news = words and words != last.words
    is_same, is_unseen = last.mark is mark and not is_news, seen is not None and seen != last.id
    if is_same or is_unseen:
        reason = RollCallReason.MARKED_SO if is_same else RollCallReason.MARKED_BEFORE
        raise Refused(reason, number=roll_call.matter, who=last.who, when=last.at, mark=last.mark)


def check_end(roll_call: RollCall) -> None:
    """Check that a round can be called complete. Raises `Refused`: ROLL_CALL_ENDED, STILL_MISSING."""
    check_running(roll_call)
    if roll_call.missing:
        missing = roll_call.missing
        raise Refused(RollCallReason.STILL_MISSING, number=roll_call.matter, missing=missing, count=len(missing))


def check_visitors(count: int) -> None:
    """Check a number of visitors. Raises `Refused(VISITORS)`."""
    if not 0 <= count <= MOST_VISITORS:
        raise Refused(RollCallReason.VISITORS, text=str(count), right=MOST_VISITORS)


def carried_over(before: RollCall) -> tuple[Entry, ...]:
    """Return who of a round is expected in the next one too: everybody of whom it is not known that they left."""
    return tuple(each for each in before.entries if each.subject is not Subject.CAR and each.mark is not Mark.LEFT)


def found_by(entries: Iterable[Entry], typed: str) -> tuple[Entry, ...]:
    """Return the entries that a typed text finds; those that begin with it come first, and the unanswered before."""
    hits = [each for each in entries if each.is_found_by(typed)]
    begins = [any(term.startswith(typed) for term in each.terms) for each in hits]
    order = sorted(range(len(hits)), key=lambda at: (hits[at].is_answered, not begins[at], at))
    return tuple(hits[at] for at in order)
