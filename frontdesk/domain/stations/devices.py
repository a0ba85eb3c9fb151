"""The browsers that may show stations: each is paired once, with a code that is good for ten minutes."""

from typing import NamedTuple

from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import HOUR, MINUTE, Millis
from frontdesk.domain.values.errors import Reason
from frontdesk.domain.values.text import clean_code

CODE_HOLDS: Millis = 10 * MINUTE
CODE_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Nothing in them is taken for something else: no 0 and O, no 1 and I."""
CODE_LENGTH = 8
WRONG_IN: tuple[tuple[Millis, int], ...] = ((MINUTE, 5), (HOUR, 30))
"""How many wrong codes are heard in how long; then none is, until that time is over."""
NAME_LIMIT = 40


class DeviceReason(Reason):
    """Why a browser was not paired, or is not on the list."""

    WRONG_CODE = "wrong_code"
    TOO_MANY_CODES = "too_many_codes"
    NO_DEVICE = "no_device"


class Device(NamedTuple):
    """A browser that was paired. Times are the machine's."""

    id: int
    name: str
    kinds: tuple[StationKind, ...]
    paired_at: Millis
    seen_at: Millis | None


def shown_code(code: str) -> str:
    """Return a code as it is shown: ABCD-2345."""
    return "-".join(code[place : place + 4] for place in range(0, len(code), 4))


def read_code(typed: str, length: int = CODE_LENGTH) -> str:
    """Return a code of so many signs as it was made; "" for what is none."""
    code = "".join(sign for sign in clean_code(typed).upper() if sign not in " -‐–—")
    return code if len(code) == length and set(code) <= set(CODE_SIGNS) else ""


def shut_until(wrong_at: list[Millis], now: Millis) -> Millis | None:
    """Return until when no further code is heard, because so many wrong ones came lately; None if one is."""
    latest = sorted(wrong_at, reverse=True)
    ends = [latest[most - 1] + period for period, most in WRONG_IN if len(latest) >= most]
    return max((end for end in ends if end > now), default=None)


def in_order(kinds: set[StationKind]) -> tuple[StationKind, ...]:
    """Return stations in the order in which they are always listed."""
    return tuple(kind for kind in StationKind if kind in kinds)
