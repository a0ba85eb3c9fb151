"""The reception desk: who waits to be received, the bays, the complaint queue."""

from textual.app import ComposeResult

from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.zone.cars import Car
from frontdesk.words.i18n import _
from frontdesk.words.phrases import labelled
from frontdesk.words.times import duration
from frontdesk.words.zone import place_name
from screens.cases.queue import CaseQueue
from screens.figures.day_panel import DayPanel
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, ends, fit, width_of
from screens.stations.station import StationScreen


class Waiting(LiveLines):
    """The customers nobody has received yet, the longest wait first (Z4a)."""

    def build(self, width: int) -> list[Line]:
        """Return one line with as many whole customers as fit, and how many more there are."""
        snapshot = self.snapshot
        waiting = [car for car in snapshot.floor.cars if car.awaits_reception] if snapshot else []
        if snapshot is None or not waiting:
            return [fit([Span(" " + _("everybody is received"), "ok")], width)]
        spans = [Span(" " + labelled(f"{_('to be received')} {len(waiting)}", ""), "head")]
        more: list[Span] = []
        for number, car in enumerate(waiting):
            customer = [
                Span("   ") if number else Span("F6 ", "key"),
                *self._customer(car, snapshot.policy.late_reception),
            ]
            left = len(waiting) - number - 1
            after = [Span(f"   +{left}", "dim")] if left else []
            # Whoever F6 receives is always shown; one that does not fit alone ends in a dot-dot-dot.
            if number and width_of([*spans, *customer, *after]) > width:
                break
            spans, more = [*spans, *customer], after
        if width_of([*spans, *more]) > width:
            return [ends(spans, more, width)]
        return [fit([*spans, *more], width)]

    def _customer(self, car: Car, longest: Millis) -> list[Span]:
        """Return the customer's car, its place, and the waiting time; above `longest` it is late."""
        waits, late = self.now - car.arrived_at, car.is_received_late(longest, self.now)
        said = f"{place_name(car.place)} {duration(waits)}" + (f" {_('late')}" if late else "")
        return [Span(f"{show_plate(car.plate)} ", "head"), Span(said, "over" if late else "warn")]


class ReceptionScreen(StationScreen):
    """The reception desk's station."""

    STATION = StationKind.RECEPTION

    def middle(self) -> ComposeResult:
        yield Waiting().data_bind(StationScreen.live)
        yield CaseQueue().data_bind(StationScreen.live)
        yield DayPanel().data_bind(StationScreen.live)
