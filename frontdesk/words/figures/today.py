"""How today is told in a word or two."""

from frontdesk.domain.figures.day import Over
from frontdesk.domain.values.clock import Millis
from frontdesk.words.times import duration

NONE = "—"


def percent(share: float | None) -> str:
    """Return a share in whole percent, rounded down, so that 100 % are all; a dash for the share of nobody."""
    return NONE if share is None else f"{int(share * 100 + 1e-9)} %"


def over_today(name: str, over: Over, now: Millis) -> str:
    """Return how often something was over a limit today, and for how long."""
    length = over.length(now)
    return f"{name} {over.count}" + (f" ({duration(length)})" if length else "")
