"""The day hour by hour, and its figures, in the rows of a big window that nothing else of the desk needs."""

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.figures.period import taken_together
from frontdesk.domain.figures.today import Today
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.words.figures.report import beside_the_line
from frontdesk.words.i18n import language
from screens.cases.queue import CaseQueue
from screens.figures.panel_drawing import DayDrawing, HourOfDay
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line
from screens.kit.store_zone import store_zone
from screens.zone.rows_left import rows_left

_ROOMY = 30
"""In windows of fewer rows nothing is left, and nothing is reckoned."""


class DayPanel(LiveLines):
    """The day below the queue; `-silent` where no rows are left for it."""

    TAKES_WHAT_IS_LEFT = True

    def __init__(self) -> None:
        super().__init__(id="day-panel", classes="-silent")
        self._drawn: tuple[DayDrawing | None, str, list[Line]] = None, "", []
        """The day as it was drawn last, in which language, and its lines: most changes at the desk change none."""

    def redraw(self) -> None:
        """Show it while there is room."""
        self.set_class(not self.build(self.screen.size.width), "-silent")
        super().redraw()

    def build(self, width: int) -> list[Line]:
        """Return the day in the rows that are left."""
        snapshot = self.snapshot
        if snapshot is None or snapshot.today is None or self.screen.size.height < _ROOMY:
            return []
        if not snapshot.today.is_of(self.now):
            return []
        rows = rows_left(self.screen, self, width) - CaseQueue.rows_wanted(snapshot.listed_in_queue(self.now))
        day = panel_of(snapshot, snapshot.today, self.now, width, rows - 1)
        if (day, language()) != self._drawn[:2]:
            self._drawn = day, language(), day.draw()
        return self._drawn[2]


def panel_of(snapshot: Snapshot, today: Today, now: Millis, width: int, rows: int) -> DayDrawing:
    """Return the day as it is drawn."""
    policy = snapshot.policy
    figures = beside_the_line(taken_together([today.figures], now), (policy.late_reception,), (policy.over_count,))
    return DayDrawing(_hours(snapshot, today, now), figures, width, rows)


def _hours(snapshot: Snapshot, today: Today, now: Millis) -> list[HourOfDay]:
    """Return the opening hours, and those before and after them in which something was."""
    found, limit, present = today.figures, snapshot.policy.over_count, to_datetime(now, store_zone(snapshot)).hour
    lively = [
        hour for hour, (came, most) in enumerate(zip(found.by_hour, found.hour_peaks, strict=True)) if came or most
    ]
    opening = OpeningHours.of(snapshot.policy).of_day(today.span.day)
    if opening is not None:
        opens, closes = opening
        lively += [opens.hour, closes.hour - (closes.minute == 0) if closes.date() == opens.date() else 23]
    if not lively:
        return []
    return [
        HourOfDay(hour, found.by_hour[hour], peak, is_over=peak >= limit, is_now=hour == present)
        for hour in range(min(lively), max(lively) + 1)
        for peak in (found.hour_peaks[hour],)
    ]
