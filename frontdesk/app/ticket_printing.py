"""Call tickets on paper: as they are handed out, and again when asked (Z5a)."""

import asyncio
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from frontdesk.app.live import LiveApp
from frontdesk.domain.lounge import Ticket, ticket_name
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.i18n import _
from frontdesk.words.refusals.sentence import sentence
from screens.stations.station import StationScreen

if TYPE_CHECKING:
    from screens.lounge.tickets import TicketsDialog

_SHOWN = 34
"""How much of where a ticket went is shown: its end."""

log = logging.getLogger(__name__)


class TicketPrinter(Protocol):
    """What prints call tickets (Z5a)."""

    @property
    def prints_at_once(self) -> bool:
        """Whether a ticket is printed as soon as it is handed out: where a printer was named."""

    def print(self, ticket: Ticket, policy: Policy) -> str:
        """Print a ticket; return where it went. Takes seconds. Raises `FrontdeskError`."""


class Ticketing(LiveApp):
    """An application that prints call tickets."""

    def __init__(self, *, printer: TicketPrinter | None) -> None:
        super().__init__(ansi_color=False)
        self._printer = printer

    def on_answers_handed_out(self, event: StationScreen.HandedOut) -> None:
        """Tickets were handed out: where this machine has a printer, they are printed at once."""
        if self._printer is not None and self._printer.prints_at_once:
            for name in event.tickets:
                self.run_worker(self._print_ticket(name, lambda said: None, lambda error: self._say(sentence(error))))

    def on_tickets_dialog_print(self, event: "TicketsDialog.Print") -> None:
        """A ticket is to be printed (again)."""
        dialog = event.dialog
        self.run_worker(self._print_ticket(ticket_name(event.number), dialog.said, dialog.complain))

    async def _print_ticket(
        self, name: str, said: Callable[[str], None], wrong: Callable[[FrontdeskError], None]
    ) -> None:
        ticket = next((t for t in self.snapshot.tickets if t.name == name), None) if self.snapshot else None
        if ticket is None or self._printer is None or self.snapshot is None:
            return
        try:
            where = await asyncio.to_thread(self._printer.print, ticket, self.snapshot.policy)
        except FrontdeskError as error:
            log.warning("a ticket was not printed: %s", error.facts.get("detail", error.reason))
            wrong(error)
            return
        short = where if len(where) <= _SHOWN else f"…{where[-_SHOWN:]}"
        said(_("{ticket} was printed: {where}").format(ticket=name, where=short))
