"""The dialog for the customers in the lounge: call, no-show, back into the zone, renew, print again (Z5a)."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from frontdesk.desk import lounge
from frontdesk.desk.desk import Desk
from frontdesk.domain.journal.result import Result
from frontdesk.domain.lounge import Ticket
from frontdesk.domain.zone.places import Place
from frontdesk.words.i18n import N_, _
from frontdesk.words.lounge import GO_SOMEWHERE, ticket_done
from frontdesk.words.zone import place_at
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import LiveDialog, Trouble, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.printing import PrintTicket
from screens.kit.station import Station
from screens.lounge.ticket_list import TicketList

_KEYS = (
    Key("f2", "call", N_("call"), ""),
    Key("f3", "no_show", N_("no-show"), ""),
    Key("f4", "restore", N_("restore"), ""),
    Key("f5", "bring_back", N_("back into the zone"), ""),
    Key("f6", "renew", N_("renew"), ""),
    Key("f7", "print", N_("print"), ""),
)


class TicketsDialog(CommandDialog[None]):
    """All valid tickets, live. Only the function keys and their buttons act, on the marked ticket."""

    TOPIC = "reception"
    BINDINGS: ClassVar[list[BindingType]] = bindings(_KEYS)

    def __init__(self, station: Station, plate: str = "") -> None:
        """`plate`: the car whose ticket is marked first; if it has none, the first ticket handed out is marked."""
        super().__init__(station)
        self._plate = plate
        self._place = 0
        self._last = LastAct(station.clock)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = _("Lounge: call tickets")
            yield TicketList().data_bind(LiveDialog.live)
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("↑ ↓ or touch: choose a ticket"))

    def picture_changed(self) -> None:
        """Keep the mark on its customer; if that ticket has ended, mark another one and ignore keys for a moment."""
        if not self.query(TicketList):
            return
        view, listed = self.query_one(TicketList), self.snapshot.tickets if self.snapshot else ()
        found = [ticket.id for ticket in listed]
        if view.marked in found:
            self._place = found.index(view.marked)
            return
        if view.marked:
            self.settling.begin()
        else:
            self._place = next((n for n, ticket in enumerate(listed) if ticket.plate == self._plate), 0)
        self._place = max(0, min(self._place, len(found) - 1))
        view.marked = found[self._place] if found else 0

    def said(self, text: str) -> None:
        """Show what was done; the dialog may be closed by then, because a printer can take long."""
        self.say("")
        for view in self.query(TicketList):
            view.done = text

    async def action_call(self) -> None:
        """F2: call the customer on the lounge display to a free bay, twice at most."""
        await self._do(lounge.call)

    async def action_no_show(self) -> None:
        """F3: record that the customer was called and did not come."""
        await self._do(lounge.no_show)

    async def action_restore(self) -> None:
        """F4: record that the no-show came after all."""
        await self._do(lounge.restore)

    async def action_bring_back(self) -> None:
        """F5: record that the car stands in a bay now; the ticket ends."""
        await self._do(lounge.bring_back)

    async def action_renew(self) -> None:
        """F6: let the customer wait longer, on the operator's responsibility."""
        await self._do(lounge.renew)

    def action_print(self) -> None:
        """F7: print the ticket again."""
        ticket = self._meant("print")
        if ticket is not None:
            self._last.note("print", ticket.id)
            self.post_message(PrintTicket(self, ticket.number))

    async def _do(self, command: Callable[[Desk, int], Result]) -> None:
        ticket = self._meant(command.__name__)
        if ticket is None:
            return
        answer = await self.perform(command, ticket.number)
        places = self.snapshot.floor.places if self.snapshot else ()
        self.query_one(TicketList).done = "" if answer is None else _told(answer, places)
        if answer is not None:
            self._last.note(command.__name__, ticket.id)

    def _meant(self, name: str) -> Ticket | None:
        """Return the ticket a key is meant for; None for a key that is held down, or comes too soon, or finds none."""
        if not self.listens():
            return None
        ticket = self.query_one(TicketList).ticket
        if ticket is None:
            self.say(_("Nobody waits in the lounge: there is no ticket to do this with."))
            return None
        return None if self._last.is_again(name, ticket.id) else ticket


def _told(answer: Result, places: Iterable[Place]) -> str:
    place = place_at(answer.place, places) if answer.kind in GO_SOMEWHERE else ""
    return ticket_done(answer.detail, answer.kind) + (f" → {place}" if place else "")
