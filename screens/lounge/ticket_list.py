"""The valid call tickets as a list with two lines each; only those in view are drawn (Z5a)."""

from textual.reactive import var

from frontdesk.domain.lounge import Ticket, TicketState
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import MINUTE, Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import duration, short_time
from frontdesk.words.zone import place_at
from screens.kit.chosen_list import ChosenList
from screens.kit.spans import Line, Span, ends, fit, line, shortened
from screens.kit.store_zone import store_zone

_NAME = 16
"""How many cells of a long name are shown, so that the action behind it stays readable."""
_SOON: Millis = 5 * MINUTE
_TONES = {TicketState.WAITING: "head", TicketState.CALLED: "ok", TicketState.NO_SHOW: "warn"}


def expiry(ticket: Ticket, now: Millis) -> Span:
    """Return how long a diversion still runs, or how long it is over, in colour and word."""
    left = ticket.expires_at - now
    if ticket.is_expired(now):
        return Span(_("EXPIRED {time} over").format(time=duration(-left)), "over")
    return Span(_("expires in {time}").format(time=duration(left)), "warn" if left < _SOON else "plain")


class TicketList(ChosenList):
    """The tickets. The mark stays with its customer, whatever becomes of the others."""

    REDRAWN_BY = (*ChosenList.REDRAWN_BY, "done")
    OTHER_ROWS = 10
    FEWEST = 1

    done: var[str] = var("")
    """The last action."""

    def __init__(self, marked: int = 0) -> None:
        super().__init__(id="tickets", marked=marked)

    @property
    def tickets(self) -> tuple[Ticket, ...]:
        """The valid tickets in the order they were handed out, so that no row moves while somebody reads it."""
        return self.snapshot.tickets if self.snapshot else ()

    @property
    def ticket(self) -> Ticket | None:
        return next((ticket for ticket in self.tickets if ticket.id == self.marked), None)

    def build(self, width: int) -> list[Line]:
        """Return a heading, then two lines for each ticket in view."""
        snapshot, tickets = self.snapshot, self.tickets
        if snapshot is None or not tickets:
            return [line(Span(" " + _("nobody waits in the lounge"), "head"), *self._done("   "))]
        room = min(len(tickets), self.room())
        top = self.first_in_view(room)
        heading = _("{count} in the lounge").format(count=len(tickets))
        heading += f" ({top + 1}–{top + room})" if room < len(tickets) else ""
        lines: list[Line] = [ends([Span(f" {heading}", "head")], self._done(""), width)]
        for _number, ticket in self.in_view(tickets, lines):
            lines += self._row(ticket, snapshot, width)
        return lines

    def room(self, taken: int = 0) -> int:
        """Return how many tickets are in view: each takes two rows."""
        return max(1, super().room(taken) // 2)

    def numbers(self) -> list[int]:
        """Return the ids of the tickets."""
        return [ticket.id for ticket in self.tickets]

    def _done(self, before: str) -> Line:
        return line(Span(f"{before}✓ {self.done} ", "ok")) if self.done else ()

    def _row(self, ticket: Ticket, snapshot: Snapshot, width: int) -> list[Line]:
        marked = ticket.id == self.marked
        number = Span(f" {'▸' if marked else ' '}{ticket.name} ", "chosen" if marked else "head")
        plate = fit([Span(f" {show_plate(ticket.plate)}")], 18)
        first = line(number, *plate, self._state(ticket, snapshot), Span(self._bay(ticket, snapshot), "head"))
        waits = _("waits {time}").format(time=duration(max(0, self.now - ticket.arrived_at)))
        second = [Span(" " * (number.width + 1)), Span(waits), Span(" · ", "dim"), expiry(ticket, self.now)]
        if ticket.renewals:
            by = _("renewed by {who}").format(who=shortened(ticket.renewed_by, _NAME))
            times = f" ×{ticket.renewals}" if ticket.renewals > 1 else ""
            second += [Span(" · ", "dim"), Span(f"{by}{times}", "dim")]
        return [fit(first, width), ends(second, [], width)]

    def _state(self, ticket: Ticket, snapshot: Snapshot) -> Span:
        said = word(ticket.state)
        if ticket.state is TicketState.CALLED:
            said += f" ×{ticket.calls} {short_time(ticket.called_at or 0, store_zone(snapshot), self.now)}"
        elif ticket.no_show_at is not None:
            said += f" {short_time(ticket.no_show_at, store_zone(snapshot), self.now)}"
        return Span(f"{said} ", _TONES[ticket.state])

    def _bay(self, ticket: Ticket, snapshot: Snapshot) -> str:
        if ticket.state is not TicketState.CALLED or not ticket.bay:
            return ""
        return f" → {place_at(ticket.bay, snapshot.floor.places, ticket.bay)}"
