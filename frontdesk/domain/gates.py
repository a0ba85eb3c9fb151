"""Cameras at the gate that report plates: what is taken for sure, what a guard looks at, and what is a repeat (Z4)."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.values.clock import HOUR, MINUTE, SECOND, Millis
from frontdesk.domain.values.errors import Reason
from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_THE_STORE, Need
from frontdesk.domain.values.plates import NO_PLATE, Plate, as_plate, is_read_whole, is_usual
from frontdesk.domain.values.text import clean_line

AGAIN_WITHIN: Millis = MINUTE
"""A camera sees a car more than once while it passes."""
OLDEST: Millis = 24 * HOUR
"""A stored read that is sent later tells when it was; one older than this is not believed."""
SHOWN_FOR: Millis = 10 * MINUTE
"""How long a guard is shown what a camera was not sure of."""
SHOWN = 3
_SAME_WITHIN: Millis = 2 * SECOND
_LONGEST = 16
_NOTHING = frozenset({"", "_无_", "无", "无车牌", "未识别", "unknown", "none", "noplate"})


class GateReason(Reason):
    """Why nothing was done with a gate."""

    NO_GATE = "no_gate"
    GATE_NAME = "gate_name"
    ALREADY_GATE = "already_gate"


class GateEvent(Event):
    """What was done about cameras."""

    ADD = "gate_add"
    REMOVE = "gate_remove"

    @property
    def need(self) -> Need:
        """It is for whoever runs the service."""
        return OF_THE_STORE


class Direction(StrEnum):
    """Which way cars pass a gate."""

    IN = "in"
    OUT = "out"
    BOTH = "both"
    """The camera says which, or else whether the car is here."""


class Gate(NamedTuple):
    """A gate with a camera."""

    id: int
    name: str
    direction: Direction


class Read(NamedTuple):
    """What a camera reports. `at`: when it saw it, None for now; `sure`: in percent, None where it does not say."""

    text: str
    at: Millis | None = None
    number: str = ""
    """The camera's own number of it."""
    sure: int | None = None
    direction: Direction | None = None

    def plate(self, province: str) -> Plate:
        """Return the plate as it is kept; NO_PLATE where it is none, or a character of it was not read."""
        plate = as_plate(self.text, province)
        return plate if is_read_whole(self.text) and is_usual(plate) else NO_PLATE

    @property
    def shown(self) -> str:
        """What it saw, as a guard types it on; "" for a car without a plate."""
        text = clean_line(self.text).replace("*", "?").upper()
        if text.casefold() in _NOTHING:
            return ""
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"

    def is_sure(self, least: int) -> bool:
        """Whether the camera was sure; `least`: from how many percent on."""
        return self.sure is None or self.sure >= least

    def happened(self, now: Millis) -> Millis | None:
        """Return when it was, for a stored read that comes late; None for what is happening now."""
        return self.at if self.at is not None and now - self.at > MINUTE else None

    def is_credible(self, now: Millis) -> bool:
        """Whether its time can be right: not older than a stored read may be, and not to come."""
        return self.at is None or -MINUTE <= now - self.at <= OLDEST

    def operation(self, gate: Gate, now: Millis) -> str:
        """Return the operation id of this read, the same however often it is sent."""
        import hashlib  # noqa: PLC0415 - it loads a library of its own, and a station opens without it

        at = now if self.at is None else self.at
        said = self.number or f"{self.text} {at // _SAME_WITHIN}"
        return "g" + hashlib.blake2b(f"{gate.id} {said}".encode(), digest_size=12).hexdigest()


class Unsure(NamedTuple):
    """A read that a guard looks at."""

    id: int
    gate: str
    at: Millis
    text: str
    """What the camera saw; "" for no plate."""


class Outcome(StrEnum):
    """What became of a read."""

    DONE = "done"
    UNSURE = "unsure"
    """A guard is shown it."""
    AGAIN = "again"
    """It is of something that is on record already."""


def passed_just_now(times: Iterable[Millis | None], at: Millis) -> bool:
    """Whether a car came or left so shortly before or after that the camera saw the same passing."""
    return any(time is not None and abs(at - time) < AGAIN_WITHIN for time in times)
