"""Random clocks, pauses, hours and calendars, each read off one string of bytes: quick to draw, and they shrink."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from frontdesk.domain.calendar.working_days import Calendar
from frontdesk.domain.cases.clocks import ClockName, Pause
from frontdesk.domain.cases.deadlines import Deadline, deadline
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import HOUR, MINUTE

DAY = 24 * HOUR
SPAN = 40
"""So many days from the first on, a day may be closed or published as an exception."""
FIRST_DAY = date(2026, 12, 1)
MIDNIGHT = 1_796_054_400_000
"""The beginning of the first day in Shanghai."""
_SCALES = (MINUTE, HOUR, 9 * HOUR, DAY, 5 * DAY)
RAW = st.binary(min_size=120, max_size=120)


class Draws:
    """Numbers read off a string of bytes."""

    def __init__(self, raw: bytes) -> None:
        self._left = int.from_bytes(raw)

    def below(self, end: int) -> int:
        self._left, found = divmod(self._left, end)
        return found

    def days(self, rarity: int) -> frozenset[int]:
        """Some of the days of the span: each one in two to the power of `rarity`."""
        mask = (1 << SPAN) - 1
        for _ in range(rarity):
            mask &= self.below(1 << SPAN)
        return frozenset(day for day in range(SPAN) if mask >> day & 1)


TOLD = (ClockName.PROMISED, ClockName.LEGAL, ClockName.MATERIAL)
"""The clocks that go by an instant that somebody named."""


@dataclass(frozen=True)
class DrawnCase:
    """A clock and all that decides when it is due. Days are counted from the first; hours are minutes of the day."""

    weekly: tuple[tuple[int, int] | None, ...]
    closed: frozenset[int]
    published: dict[int, bool]
    years: frozenset[int]
    own: bool
    quality_days: int
    full_days: int
    week: int
    records_s: int
    records_on_site_s: int
    head_informed_s: int
    on_site_s: int
    started_at: int
    agreed_at: int
    pauses: tuple[Pause, ...]

    @property
    def policy(self) -> Policy:
        return Policy(
            opening_hours=tuple("" if hours is None else "-".join(map(_text, hours)) for hours in self.weekly),
            closed_dates=tuple(_date(day).isoformat() for day in self.closed),
            working_days="own" if self.own else "statutory",
            quality_answer_days=self.quality_days,
            full_answer_days=self.full_days,
            agree_date_days=self.week,
            records_s=self.records_s,
            records_on_site_s=self.records_on_site_s,
            head_informed_s=self.head_informed_s,
            on_site_s=self.on_site_s,
        )

    @property
    def calendar(self) -> Calendar:
        return Calendar({_date(day): working for day, working in self.published.items()}, self.years)

    def due(self, name: ClockName, *pauses: Pause) -> Deadline:
        """Return when it is due with these pauses."""
        agreed = self.agreed_at if name in TOLD else None
        return deadline(name, self.started_at, self.policy, self.calendar, agreed_at=agreed, pauses=pauses)


def case(raw: bytes) -> DrawnCase:
    """Read a case off a string of bytes."""
    draws = Draws(raw)
    weekly = [_hours(draws) for _ in range(7)]
    if not any(weekly):
        weekly[draws.below(7)] = (510, 1080)
    edges = sorted(
        MIDNIGHT + day * DAY + minute * MINUTE
        for day in range(SPAN + 21)
        for minute in weekly[(FIRST_DAY.weekday() + day) % 7] or ()
    )
    started_at = _instant(draws, MIDNIGHT, edges, SPAN * DAY)
    published = dict.fromkeys(draws.days(2), False) | dict.fromkeys(draws.days(2), True)
    if not any(weekly[:5]):
        published = {}  # else the last day that ever counts might lie behind
    return DrawnCase(
        weekly=tuple(weekly),
        closed=draws.days(3),
        published=published,
        years=(frozenset({2026}), frozenset({2026, 2027}), frozenset({2027}), frozenset[int]())[draws.below(4)],
        own=draws.below(3) == 1,
        quality_days=1 + draws.below(3),
        full_days=1 + draws.below(8),
        head_informed_s=1 + draws.below((3_600, 86_400)[draws.below(2)]),
        on_site_s=1 + draws.below(4 * 86_400),
        started_at=started_at,
        agreed_at=_instant(draws, started_at, edges, 12 * DAY),
        pauses=_pauses(draws, started_at, edges),
        week=1 + draws.below(10),
        records_s=60 + draws.below(2 * 86_400),
        records_on_site_s=60 + draws.below(86_341),
    )


def _pauses(draws: Draws, started_at: int, edges: list[int]) -> tuple[Pause, ...]:
    """Return up to three, each beginning after the one before; now and then they adjoin, or overlap."""
    found: list[Pause] = []
    earliest = started_at
    for _ in range(draws.below(4)):
        kind = draws.below(8)
        since = earliest if kind == 1 else _instant(draws, earliest, edges, _SCALES[draws.below(5)])
        until = max(since + 1, _instant(draws, since, edges, _SCALES[draws.below(5)]))
        found.append(Pause(since, until))
        earliest = since if kind == 2 else until
    return tuple(found)


def _instant(draws: Draws, earliest: int, edges: list[int], within: int) -> int:
    """Return an instant not before another: in one case of three a minute at which the store opens or closes."""
    at = earliest + draws.below(within)
    later = edges[bisect_left(edges, at) :][:1] if draws.below(3) == 1 else ()
    return later[0] if later else at


def _hours(draws: Draws) -> tuple[int, int] | None:
    kind = draws.below(8)
    if kind in (1, 2):
        return None
    if kind == 3:
        return 0, 1440
    opens = draws.below(1440)
    return opens, 1440 if kind == 4 else opens + 1 + draws.below(1440 - opens)


def _text(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _date(day: int) -> date:
    return FIRST_DAY + timedelta(days=day)
