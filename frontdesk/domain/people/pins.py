"""PINs: which are refused, how often one may be tried, and how long a sign-in holds."""

import re
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.values.clock import HOUR, MINUTE, SECOND, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code

DIGITS = 6
SIGNED_IN_FOR: Millis = 8 * HOUR
FRESH_FOR: Millis = 60 * SECOND
FREE_TRIES = 5
_FIRST_WAIT: Millis = 5 * MINUTE
_LONGEST_WAIT: Millis = 60 * MINUTE
_TYPED = r"([^\W\d_]*)(\d+)"


class SignIn(StrEnum):
    """How people say who they are at a station."""

    NAMES = "names"
    """They choose their name from the staff list."""
    PINS = "pins"
    """What counts needs their PIN besides."""


class Tries(NamedTuple):
    """The wrong PINs typed for a person since the last right one."""

    failed: int = 0
    last_at: Millis = 0


class SignedIn(NamedTuple):
    """A sign-in by PIN at a station. `proven_at`: when the PIN was typed last."""

    id: int
    name: str
    station: str
    at: Millis
    proven_at: Millis
    ended_at: Millis | None

    def holds(self, name: str, station: str, now: Millis) -> bool:
        """Whether it still tells who works at a station."""
        is_theirs = (self.name, self.station) == (name, station)
        return is_theirs and self.ended_at is None and now - self.at < SIGNED_IN_FOR

    def is_fresh(self, now: Millis) -> bool:
        """Whether the PIN was typed so lately that it need not be typed again."""
        return now - self.proven_at <= FRESH_FOR


def wait_after(failed: int) -> Millis:
    """Return how long nothing may be tried after so many wrong PINs in a row: at most 31 tries fit in a day."""
    if failed < FREE_TRIES:
        return 0
    return min(_LONGEST_WAIT, _FIRST_WAIT << min(failed - FREE_TRIES, 10))


def check_may_try(tries: Tries, now: Millis) -> None:
    """Raise `Refused(PIN_WAIT)` while nothing may be tried."""
    until = tries.last_at + wait_after(tries.failed)
    if now < until:
        raise Refused(PeopleReason.PIN_WAIT, at=until, now=now)


def typed(text: str) -> tuple[str, str]:
    """Return the initials and the PIN typed in one box: ("wf", "482913"); without initials "" and the PIN."""
    found = re.fullmatch(_TYPED, "".join(clean_code(text).casefold().split()))
    return (found[1], found[2]) if found else ("", "")


def check_new(pin: str, phone: str = "") -> None:
    """Check that a PIN is not one that anybody would try first. Raises `Refused(PIN_WEAK)`."""
    if not re.fullmatch(rf"[0-9]{{{DIGITS}}}", pin) or is_weak(pin) or pin in phone:
        raise Refused(PeopleReason.PIN_WEAK, digits=DIGITS)


def is_weak(pin: str) -> bool:
    """Whether it is a run, one digit or a few over and over, the same both ways, or a date."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    repeats = any(pin == pin[:size] * (DIGITS // size) for size in (1, 2, 3))
    in_pairs = all(a == b for a, b in zip(pin[::2], pin[1::2], strict=True))
    runs = len(steps) == 1
    is_date = re.fullmatch(r"\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])|(19|20)\d{4}", pin) is not None
    return repeats or in_pairs or runs or is_date or pin == pin[::-1] or len(set(pin)) <= 2
