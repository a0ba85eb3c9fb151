"""An appointment as a file says it, and what becomes of it where the book has one that its source calls the same."""

import re
from collections.abc import Iterable
from dataclasses import asdict
from typing import NamedTuple

from frontdesk.domain.appointments.appointment import OWN, Appointment, State
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.values.content import content_of

_OUTSIDE = re.compile(r"(?P<uid>.+)@frontdesk\.(?P<source>[^@\s]+)")
_OF_A_SERIES = "#"


class Incoming(NamedTuple):
    """One entry of a file that could be understood. The first line is line 1."""

    line: int
    new: NewAppointment
    source: str
    uid: str
    sequence: int = 0
    is_cancelled: bool = False
    why: str = ""

    @property
    def said(self) -> str:
        """A short text that is the same for what says the same."""
        return content_of({**asdict(self.new), "is_cancelled": self.is_cancelled, "why": self.why})

    @property
    def key(self) -> tuple[str, str]:
        """What it is known by."""
        return self.source, self.uid


class Series(NamedTuple):
    """An entry that repeats itself: which of its appointments there still are."""

    source: str
    uid: str
    sequence: int
    members: frozenset[str]


def member_of(uid: str, when: str) -> str:
    """Return what one appointment of an entry that repeats itself is called."""
    return f"{uid}{_OF_A_SERIES}{when}"


def outside_uid(found: Appointment) -> str:
    """Return what an appointment is called in files that leave the store: it finds back to its own line."""
    return f"{found.uid}@frontdesk.{found.source}"


def known_by(uid: str, source: str) -> tuple[str, str]:
    """Return the source and the name of an entry; what was written here names its own source."""
    found = _OUTSIDE.fullmatch(uid)
    return (found["source"], found["uid"]) if found else (source, uid)


def named_by_content(new: NewAppointment) -> str:
    """Return what a line is called that has no name of its own: by its car, its time and its customer."""
    return content_of({"at": new.at, "plate": new.plate, "customer": new.customer, "phone": new.phone})


def is_news(entry: Incoming, known: Appointment) -> bool:
    """Whether an entry says something that the book has not taken in: an older version never does."""
    if entry.sequence < known.version or entry.said == known.said:
        return False
    return known.source != OWN or entry.sequence > known.version


def is_held(entry: Incoming, known: Appointment) -> bool:
    """Whether an entry would undo what the desk has said since, without being a newer version."""
    if known.held_at is None or entry.sequence > known.version:
        return False
    is_off = known.state is State.CANCELLED
    return entry.is_cancelled != is_off or (not is_off and entry.new.at != known.at)


def settled(entries: Iterable[Incoming]) -> tuple[list[Incoming], list[Incoming]]:
    """Return each appointment once, in its newest version, whatever order the file has; and those that contradict.

    What is called off comes first: its car may be booked anew for the same day.
    """
    newest: dict[tuple[str, str], Incoming] = {}
    clashes: dict[tuple[str, str], list[Incoming]] = {}
    for entry in entries:
        other = newest.get(entry.key)
        if other is None or entry.sequence > other.sequence:
            newest[entry.key] = entry
            clashes.pop(entry.key, None)
        elif entry.sequence == other.sequence and entry.said != other.said:
            clashes.setdefault(entry.key, [other]).append(entry)
    kept = (entry for key, entry in newest.items() if key not in clashes)
    ordered = sorted(kept, key=lambda entry: (not entry.is_cancelled, entry.new.at, *entry.key))
    return ordered, [entry for listed in clashes.values() for entry in listed]


def state_after(entry: Incoming, known: Appointment) -> State:
    """Return what an appointment is once an entry was taken in: who came has come."""
    if known.state is State.ARRIVED:
        return State.ARRIVED
    return State.CANCELLED if entry.is_cancelled else State.BOOKED
