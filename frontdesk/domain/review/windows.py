"""The days before and after a measure that are compared, as many of each kind on both sides (Z7)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from frontdesk.domain.review.day import DayKind
from frontdesk.domain.review.metrics import Measured

EFFECT_DAYS = 28
SETTLING_DAYS = 3
"""So soon after it was done a measure is not judged yet."""
LEAST_DAYS = 10
"""Fewer days on a side say nothing."""


class Window(NamedTuple):
    """Some days, from a first to a last."""

    first: date
    last: date

    @property
    def days(self) -> Iterator[date]:
        """Each of its days in turn."""
        return (date.fromordinal(number) for number in range(self.first.toordinal(), self.last.toordinal() + 1))

    def holds(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.first <= day <= self.last

    def earlier(self, windows: int) -> "Window":
        """Return the window that many windows before it; they touch."""
        back = windows * (self.last - self.first + timedelta(days=1))
        return Window(self.first - back, self.last - back)


class Windows(NamedTuple):
    """The days before a measure was agreed, and those after it was done."""

    before: Window
    after: Window

    @classmethod
    def of(cls, agreed: date, done: date, days: int = EFFECT_DAYS) -> "Windows":
        """Return the windows of a measure: up to the day before it was agreed, from three days after it was done."""
        begins = done + timedelta(days=SETTLING_DAYS)
        return cls(
            Window(agreed - timedelta(days=days), agreed - timedelta(days=1)),
            Window(begins, begins + timedelta(days=days - 1)),
        )


class Matched(NamedTuple):
    """As many days of each kind before as after, those nearest to the measure."""

    before: tuple[Measured, ...]
    after: tuple[Measured, ...]
    left_out: tuple[date, ...]
    """The days that have no counterpart on the other side."""

    @property
    def is_enough(self) -> bool:
        """Whether there are enough days on each side to say anything."""
        return len(self.before) >= LEAST_DAYS


def matched(before: Sequence[Measured], after: Sequence[Measured]) -> Matched:
    """Match the days of two windows by their kind."""
    nearest = {day.day: day for day in (*_nearest(before, after, last=True), *_nearest(after, before, last=False))}
    return Matched(
        tuple(day for day in before if day.day in nearest),
        tuple(day for day in after if day.day in nearest),
        tuple(sorted(day.day for day in (*before, *after) if day.day not in nearest)),
    )


def days_to_go(before: Sequence[Measured], after: Sequence[Measured], ahead: Sequence[DayKind | None]) -> int | None:
    """Return after how many more days there will be enough on each side; None if never.

    `ahead`: the days from today to the end of the window after, None for a day that will not count.
    """
    had, has = (Counter(day.kind for day in side) for side in (before, after))
    for number in range(len(ahead) + 1):
        came = has + Counter(kind for kind in ahead[:number] if kind is not None)
        if (had & came).total() >= LEAST_DAYS:
            return number
    return None


def _nearest(days: Iterable[Measured], others: Iterable[Measured], *, last: bool) -> Iterator[Measured]:
    """Give as many days of each kind as the other side has: the last of them or the first."""
    allowed, by_kind = Counter(day.kind for day in others), defaultdict(list)
    for day in sorted(days, key=lambda each: each.day, reverse=last):
        by_kind[day.kind].append(day)
    for kind, found in by_kind.items():
        yield from found[: allowed[kind]]
