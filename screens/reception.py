"""The reception desk: who waits to be received, the bays, the complaint queue."""

from textual.app import ComposeResult

from frontdesk.domain.escalations import Escalation
from frontdesk.domain.plates import show_plate
from frontdesk.domain.staff import StationKind
from frontdesk.i18n import _
from frontdesk.wording import duration, labelled, place_name
from screens.lines import Line, Span, fit
from screens.picture import Picture
from screens.queue import ComplaintQueue
from screens.station import StationScreen


class Waiting(Picture):
    """The customers nobody has received yet, the longest wait first (Z4a)."""

    def build(self, width: int) -> list[Line]:
        """Return one line."""
        shot = self.snapshot
        waiting = [car for car in shot.floor.cars if car.received_at is None] if shot else []
        if shot is None or not waiting:
            return [fit([Span(" " + _("everybody is received"), "ok")], width)]
        spans = [Span(" " + labelled(f"{_('to be received')} {len(waiting)}", ""), "head")]
        for number, car in enumerate(waiting):
            waits = self.now - car.arrived_at
            late = waits > shot.policy.late_reception
            key = "F6 " if number == 0 else ""
            spans += [
                Span(key, "key"),
                Span(f"{show_plate(car.plate)} ", "head"),
                Span(f"{place_name(car.place)} {duration(waits)}" + (f" {_('late')}" if late else "") + "   ",
                     "over" if late else "warn"),
            ]  # fmt: skip
        return [fit(spans, width)]


class ReceptionScreen(StationScreen):
    """The reception desk's station."""

    STATION = StationKind.RECEPTION
    MIDDLE_ROWS = 4

    def middle(self) -> ComposeResult:
        """Who waits, and the queue."""
        cls = StationScreen
        yield Waiting().data_bind(cls.snapshot, cls.now)
        yield ComplaintQueue().data_bind(cls.snapshot, cls.now)

    async def answer(self, prompt: Escalation) -> None:
        """Whoever may decide does; whoever may not has told the one who was called (Z1)."""
        if self.actor is not None and self._shot().roster.may_decide(self.actor.who, self.now):
            await super().answer(prompt)
        else:
            await self.tell_all()
