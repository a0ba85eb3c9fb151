"""Costs and lengths as they are typed: 300-500, 40."""

import re

from frontdesk.domain.progress.reasons import ProgressReason
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code

_COST = re.compile(r"(\d{1,8})(?:\s*[-–~至到]\s*(\d{1,8}))?\s*(?:元|yuan)?")
_MINUTES = re.compile(r"(\d{1,5})\s*(?:分钟?|min|minutes)?")


def read_cost(text: str) -> tuple[int, int] | None:
    """Return 300-500 or 400 as the least and the most yuan, None for nothing. Raises `Refused(COSTS)`."""
    typed = clean_code(text)
    if not typed:
        return None
    found = _COST.fullmatch(typed)
    if found is None:
        raise Refused(ProgressReason.COSTS)
    return int(found[1]), int(found[2] or found[1])


def read_minutes(text: str) -> int | None:
    """Return a length in minutes, None for nothing. Raises `Refused(COSTS)`."""
    typed = clean_code(text)
    if not typed:
        return None
    found = _MINUTES.fullmatch(typed)
    if found is None:
        raise Refused(ProgressReason.COSTS)
    return int(found[1])
