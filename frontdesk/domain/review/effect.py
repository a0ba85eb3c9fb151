"""The effect of a measure, with what such days can show and what speaks against it (Z7)."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.review.comparison import ROUNDS, Comparison, compared
from frontdesk.domain.review.day import DayKind
from frontdesk.domain.review.doubts import NOTHING_KNOWN, Caution, Circumstances, cautions
from frontdesk.domain.review.metrics import Measured, Metric, rate
from frontdesk.domain.review.windows import Matched, Windows, days_to_go, matched

_SHOWN = 3
"""How many of the windows before are shown beside the one before."""


class Verdict(StrEnum):
    """What is proposed to the person who decides."""

    BETTER = "better"
    WORSE = "worse"
    NO_CHANGE_SEEN = "no_change_seen"
    TOO_EARLY = "too_early"
    TOO_FEW_DAYS = "too_few_days"
    """There will never be enough days to compare."""


class Side(NamedTuple):
    """One side of the comparison: so much of so much on so many days."""

    days: int
    events: float
    exposure: float
    rate: float | None
    """The metric as it is said: per 100, per day, in minutes. None without any day."""


class Effect(NamedTuple):
    """What happened to a metric, and what can be said about it."""

    metric: Metric
    verdict: Verdict
    before: Side
    after: Side
    comparison: Comparison | None
    """None where nothing can be compared."""
    cautions: tuple[Caution, ...]
    days: Matched
    days_to_go: int
    """How many days until there are enough to compare."""
    is_complete: bool
    """Whether the days after the measure are all over."""
    earlier: tuple[float, ...]
    """The metric in the three windows before, the latest first."""


def effect(
    metric: Metric,
    windows: Windows,
    before: Sequence[Measured],
    after: Sequence[Measured],
    *,
    ahead: Sequence[DayKind | None] = (),
    known: Circumstances = NOTHING_KNOWN,
    rounds: int = ROUNDS,
) -> Effect:
    """Return what a measure did to a metric.

    `before`, `after`: the days on record of each window; `ahead`: those from today to the end of the window after,
    None for a day that will not count.
    """
    days = matched(before, after)
    to_go = days_to_go(before, after, ahead)
    comparison = compared(metric, days.before, days.after, rounds) if days.is_enough else None
    side = _side(metric, days.before)
    doubts = cautions(windows, days, comparison, side.rate or 0, known) if days.is_enough else ()
    return Effect(
        metric,
        _verdict(days, to_go, comparison),
        side,
        _side(metric, days.after),
        comparison,
        doubts,
        days,
        to_go or 0,
        not ahead,
        known.earlier[:_SHOWN],
    )


def _verdict(days: Matched, to_go: int | None, comparison: Comparison | None) -> Verdict:
    """Something is claimed only where interval and permutation agree."""
    if not days.is_enough:
        return Verdict.TOO_FEW_DAYS if to_go is None else Verdict.TOO_EARLY
    if comparison is None or not comparison.agrees:
        return Verdict.NO_CHANGE_SEEN
    return Verdict.BETTER if comparison.change < 0 else Verdict.WORSE


def _side(metric: Metric, days: Sequence[Measured]) -> Side:
    return Side(
        len(days),
        sum(day.events for day in days),
        sum(day.exposure for day in days),
        rate(metric, days) if days else None,
    )
