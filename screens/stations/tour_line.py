"""The line of a guided demo: what it waits for and which key answers that, else the keys that change its speed."""

from frontdesk.domain.values.clock import Clock
from frontdesk.words.demo import says
from frontdesk.words.i18n import _
from frontdesk.words.times import duration
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, ends
from screens.stations.keys import FASTER, SLOWER


class TourLine(LiveLines):
    """One line; `-silent` where no demo guides anybody."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(id="tour", classes="-silent")
        self._clock = clock

    def redraw(self) -> None:
        """Show or hide the line."""
        self.set_class(self.live.tour is None, "-silent")
        super().redraw()

    def build(self, width: int) -> list[Line]:
        tour = self.live.tour
        if tour is None:
            return [()]
        pace = self.snapshot.pace if self.snapshot else None
        said = says(tour, is_paused=pace is not None and not pace.rate)
        if tour.stop is not None:
            left = duration(tour.left(self._clock.monotonic()))
            key = [Span(f" {FASTER.shown}", "key"), Span(" " + _("go on, in {time} by itself").format(time=left) + " ")]
            return [ends([Span(f" ▸ {said}", "task")], key, width)]
        keys = [part for key in (SLOWER, FASTER) for part in (Span(f" {key.shown}", "key"), Span(f" {_(key.label)} "))]
        return [ends([Span(f" {said}", "dim")], keys, width)]
