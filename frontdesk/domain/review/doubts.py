"""What speaks against reading a change as the effect of a measure (Z7)."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.review.comparison import Comparison, share_of_scatter
from frontdesk.domain.review.metrics import Measured
from frontdesk.domain.review.percentiles import percentile
from frontdesk.domain.review.windows import Matched, Windows

EARLIER_WINDOWS = 12
_LEAST_WINDOWS = 5
"""Against fewer earlier windows nothing is high or low."""
_HIGH_PERCENT = 80
_VOLUME = 0.15
_DISPERSED = 8.0
_DAYS_NAMED = 5


class Doubt(StrEnum):
    """The kinds of doubt, each a rule."""

    HIGH_BEFORE = "high_before"
    """It was unusually bad before: part of the change is a return to the ordinary."""
    VOLUME = "volume"
    OTHER_MEASURE = "other_measure"
    CHANGED = "changed"
    """A limit, the hours or the places were changed."""
    DISPERSED = "dispersed"
    """A few days carry the figure."""


class Caution(NamedTuple):
    """One doubt, with what it rests on; what does not belong to it is empty."""

    doubt: Doubt
    change: float | None = None
    """By how much the volume changed: 0.2 is 20 % more."""
    measures: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    """The numbers of the policy that were changed."""
    days: tuple[date, ...] = ()


class OtherMeasure(NamedTuple):
    """Another measure, and when it was done."""

    number: int
    done: date


class PolicyChange(NamedTuple):
    """A number of the policy that was changed, and when."""

    name: str
    day: date


class Circumstances(NamedTuple):
    """What else is known of the time that is compared."""

    earlier: tuple[float, ...] = ()
    """The metric in the windows before the one before, the latest first."""
    measures: tuple[OtherMeasure, ...] = ()
    changes: tuple[PolicyChange, ...] = ()
    visits_before: float = 0
    """Visits a day in the days that are compared."""
    visits_after: float = 0


NOTHING_KNOWN = Circumstances()


def cautions(
    windows: Windows, days: Matched, comparison: Comparison | None, rate_before: float, known: Circumstances
) -> tuple[Caution, ...]:
    """Return every doubt that applies."""
    found = []
    earlier = known.earlier[:EARLIER_WINDOWS]
    if len(earlier) >= _LEAST_WINDOWS and rate_before > percentile(earlier, _HIGH_PERCENT):
        found.append(Caution(Doubt.HIGH_BEFORE))
    if abs(known.visits_after - known.visits_before) > _VOLUME * known.visits_before > 0:
        found.append(Caution(Doubt.VOLUME, change=known.visits_after / known.visits_before - 1))
    others = tuple(each.number for each in known.measures if any(window.holds(each.done) for window in windows))
    if others:
        found.append(Caution(Doubt.OTHER_MEASURE, measures=others))
    changes = [each for each in known.changes if windows.before.first < each.day <= windows.after.last]
    if changes:
        names = tuple(sorted({each.name for each in changes}))
        found.append(Caution(Doubt.CHANGED, names=names, days=tuple(sorted({each.day for each in changes}))))
    if comparison is not None and (comparison.dispersion or 0) > _DISPERSED:
        found.append(Caution(Doubt.DISPERSED, days=_carried_by(days)))
    return tuple(found)


def _carried_by(days: Matched) -> tuple[date, ...]:
    """Return the few days that half of the scatter is due to, the one with most of it first."""
    parts: list[tuple[float, Measured]] = [*share_of_scatter(days.before), *share_of_scatter(days.after)]
    return _first_half(sorted(parts, key=lambda part: (-part[0], part[1].day)))


def _first_half(parts: Sequence[tuple[float, Measured]]) -> tuple[date, ...]:
    total, so_far, found = sum(part for part, _ in parts), 0.0, []
    for part, day in parts[:_DAYS_NAMED]:
        if so_far >= total / 2:
            break
        so_far += part
        found.append(day.day)
    return tuple(found)
