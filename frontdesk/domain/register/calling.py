"""The emergency contact list called through: who was reached, of the staff and outside, and whom to ring (S1, S7)."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.people.staff import Post
from frontdesk.domain.register.contacts import ContactKind
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code, folded

STAFF = "staff:"
"""Begins the key of somebody of the staff; all other keys are those of contacts."""


class CallResult(StrEnum):
    """What came of ringing somebody."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    WRONG_NUMBER = "wrong_number"


class Call(NamedTuple):
    """One call on record."""

    at: Millis
    who: str
    result: CallResult
    words: str = ""


class CallState(StrEnum):
    """How it stands with somebody of the list."""

    TO_CALL = "to_call"
    NOT_REACHED = "call_not_reached"
    WRONG = "wrong"
    """The number is somebody else's: it has to be corrected."""
    NUMBERLESS = "numberless"
    """There is no number to ring."""
    CALLED = "called"


_ORDER = tuple(CallState)


class Reachable(NamedTuple):
    """Somebody of the emergency contact list."""

    key: str
    name: str
    what: Post | ContactKind
    phone: str
    """In full: of the staff, and of businesses (S1)."""
    last: Call | None = None
    """The last call to the number that stands there now."""
    reached: Call | None = None
    """The last that reached somebody."""
    is_backup: bool = False

    def state(self, since: Millis) -> CallState:
        """Return how it stands with them. `since`: who was reached from then on is not rung again."""
        if not self.phone:
            return CallState.NUMBERLESS
        if self.last is not None and self.last.at >= since and self.last.result is not CallResult.REACHED:
            is_wrong = self.last.result is CallResult.WRONG_NUMBER
            return CallState.WRONG if is_wrong else CallState.NOT_REACHED
        if self.reached is None or self.reached.at < since:
            return CallState.TO_CALL
        return CallState.CALLED

    def is_left(self, since: Millis) -> bool:
        """Whether they have to be rung yet, or their number corrected."""
        return self.state(since) is not CallState.CALLED


def left_first(every: Iterable[Reachable], since: Millis) -> tuple[Reachable, ...]:
    """Return the list: whom nobody has rung first, then those rung in vain, and whoever was reached last."""
    return tuple(sorted(every, key=lambda each: _ORDER.index(each.state(since))))


def meant(text: str, every: Iterable[Reachable]) -> Reachable:
    """Return who is meant by their key, name, a part of it that fits no other, or number.

    Raises `Refused`: NO_CONTACT, WHICH_CONTACT.
    """
    typed, listed = folded(text), tuple(every)
    whole = [each for each in listed if typed in {each.key, each.phone, folded(each.name)}]
    fitting = whole or [each for each in listed if typed and typed in folded(each.name)]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise Refused(RegisterReason.NO_CONTACT, text=clean_code(text))
    choices = tuple(f"{each.name} {each.key}" for each in fitting[:5])
    raise Refused(RegisterReason.WHICH_CONTACT, text=clean_code(text), choices=choices)
