"""Today in one line: who came, how fast they were received, what was over a limit, and the count since opening."""

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.figures.today import Today
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import to_millis
from frontdesk.words.figures import over_today, percent
from frontdesk.words.i18n import _
from frontdesk.words.times import duration
from screens.kit.lines import Line, Span, line, width_of
from screens.kit.live_lines import LiveLines

_ROOMY = 30
"""From this many rows on there is room for it."""
_LEVELS = "▁▂▃▄▅▆▇█"


class DayLine(LiveLines):
    """One line below the first; `-silent` where the window is low."""

    def __init__(self) -> None:
        super().__init__(id="day-line", classes="-silent")

    def redraw(self) -> None:
        """Show or hide the line."""
        self.set_class(self.screen.size.height < _ROOMY, "-silent")
        super().redraw()

    def build(self, width: int) -> list[Line]:
        """Return as many of the figures as fit, the first ones first."""
        snapshot = self.snapshot
        if snapshot is None or snapshot.today is None:
            return [()]
        today = snapshot.today
        spans: list[Span] = []
        for part in self._parts(snapshot, today):
            more = [Span(" · " if spans else " ", "dim"), *part]
            if width_of([*spans, *more]) > width:
                break
            spans += more
        room = width - width_of(spans) - 2
        return [line(*spans, *self._sparkline(snapshot, today, room))]

    def _parts(self, snapshot: Snapshot, today: Today) -> list[list[Span]]:
        yesterday = _("yesterday by now {count}").format(count=today.yesterday_by_now(self.now))
        waiting = sum(car.awaits_reception for car in snapshot.floor.cars)
        limit = duration(snapshot.policy.late_reception)
        counts, stays = (
            over_today(name, over, self.now)
            for name, over in (
                (_("over-counts"), today.figures.over_count),
                (_("over-stays"), today.figures.over_stay),
            )
        )
        return [
            [Span(_("arrived today {count}").format(count=today.arrivals), "head"), Span(f" ({yesterday})", "dim")],
            [Span(f"{_('to be received')} {waiting}")],
            [Span(f"{_('received within {time}').format(time=limit)} {percent(today.share)}")],
            [Span(counts)],
            [Span(stays)],
        ]

    def _sparkline(self, snapshot: Snapshot, today: Today, room: int) -> list[Span]:
        """Return the count in the zone in each quarter of an hour since opening, as many of the latest as fit."""
        hours = OpeningHours.of(snapshot.policy).of_day(today.span.day)
        opens = today.span.begins if hours is None else to_millis(hours[0])
        limit = snapshot.policy.over_count
        counts = today.counts(opens, self.now)[-room:] if room > 0 else ()
        spans = [Span("  ")] if counts else []
        for count in counts:
            level = _LEVELS[min(len(_LEVELS) - 1, count * (len(_LEVELS) - 2) // max(1, limit))]
            spans.append(Span(level, "over" if count >= limit else "plain" if count else "dim"))
        return spans
