"""Draws the zone and the day in one line, in two where there is room. Pure: values in, lines out."""

from collections.abc import Sequence

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.figures.today import Today
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis, to_millis
from screens.figures.day_facts import next_hour_facts, today_facts, zone_facts
from screens.kit.live import Live
from screens.kit.spans import Line, Span, ends, line, width_of

_DESKS = frozenset({StationKind.RECEPTION, StationKind.MANAGER})
"""Where the figures of the day are shown."""
_ROOMY = 30
"""From this many rows on the day has a line of its own."""
_LEVELS = "▁▂▃▄▅▆▇█"
_GAP = "  "
_FIRST = 2
"""How many figures of the zone stand before a next hour that asks for attention, where there is little room."""
_KEPT, _MOST = 10, 60
"""How many cells are kept for the count since opening, and how many it takes at most."""


def draw_day(live: Live, station: StationKind, width: int, high: int) -> list[Line]:
    """Return as many of the figures as fit in a window `high` rows high, the first ones first."""
    snapshot = live.snapshot
    if snapshot is None:
        return [()]
    zone = zone_facts(snapshot, station, live.now, live.who)
    if snapshot.today is None or station not in _DESKS:
        return [_joined(zone, width)]
    today = today_facts(snapshot, snapshot.today, live.now)
    ahead = next_hour_facts(live, short=high < _ROOMY)
    counts = _counts(snapshot, snapshot.today, live.now)
    if high >= _ROOMY:
        return [_joined([*zone, *ahead], width), _with_counts(today, counts, snapshot, width)]
    first = _FIRST if any(span.tone == "warn" for fact in ahead for span in fact) else len(zone)
    return [_with_counts([*zone[:first], *ahead, *zone[first:], *today], counts, snapshot, width)]


def _counts(snapshot: Snapshot, today: Today, now: Millis) -> tuple[int, ...]:
    hours = OpeningHours.of(snapshot.policy).of_day(today.span.day)
    opens = today.span.begins if hours is None else to_millis(hours[0])
    return today.counts(opens, now)


def _with_counts(facts: Sequence[Line], counts: tuple[int, ...], snapshot: Snapshot, width: int) -> Line:
    """Return figures, and at the right end the count in each quarter of an hour, as many of the latest as fit."""
    kept = min(len(counts), _KEPT)
    said = _joined(facts, width - (kept + len(_GAP) + 1 if kept else 0))
    room = min(_MOST, width - width_of(said) - len(_GAP) - 1)
    if not counts or room <= 0:
        return said
    limit = snapshot.policy.over_count
    return ends(said, [*(_level(count, limit) for count in counts[-room:]), Span(" ")], width)


def _level(count: int, limit: int) -> Span:
    level = _LEVELS[min(len(_LEVELS) - 1, count * (len(_LEVELS) - 2) // max(1, limit))]
    return Span(level, "over" if count >= limit else "plain" if count else "dim")


def _joined(facts: Sequence[Line], width: int) -> Line:
    """Return as many facts as fit side by side; what follows one that is too long may still fit."""
    spans: list[Span] = []
    for fact in facts:
        more = [Span(_GAP if spans else " "), *fact]
        if width_of([*spans, *more]) <= width:
            spans += more
    return line(*spans)
