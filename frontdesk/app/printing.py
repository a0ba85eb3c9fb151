"""Prints what a station asks for: call tickets, when they are handed out and again (Z5a); documents of a case (C5)."""

import asyncio
import logging
from collections.abc import Callable
from typing import Protocol

from textual.message import Message

from frontdesk.app.live import LiveApp
from frontdesk.domain.lounge import Ticket, ticket_name
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.i18n import _
from frontdesk.words.refusals.sentence import sentence
from screens.escalations.messages import HandedOut
from screens.kit.keys import OF_A_KEY
from screens.kit.printing import PrintDocument, PrintTicket

_SHOWN = 34
"""How many characters of a ticket's destination are shown, counted from the end."""

log = logging.getLogger(__name__)


class TicketPrinter(Protocol):
    """The printer of call tickets (Z5a)."""

    @property
    def prints_at_once(self) -> bool:
        """Whether a ticket is printed as soon as it is handed out, which needs a printer in the settings."""

    def print(self, ticket: Ticket, policy: Policy) -> str:
        """Print a ticket; return where it went. Takes seconds. Raises `FrontdeskError`."""


class TicketPrinting:
    """Prints call tickets again on request, and if a printer is set up, also when they are handed out."""

    def __init__(self, printer: TicketPrinter) -> None:
        self._printer = printer

    def hear(self, message: Message, app: LiveApp) -> None:
        """Print the tickets a message is about."""
        if isinstance(message, HandedOut) and self._printer.prints_at_once:
            for name in message.tickets:
                app.run_worker(self._print(name, app, lambda said: None, lambda error: app.say(sentence(error))))
        elif isinstance(message, PrintTicket):
            asked = message.asked
            app.run_worker(self._print(ticket_name(message.number), app, asked.said, asked.complain))

    async def _print(
        self, name: str, app: LiveApp, said: Callable[[str], None], wrong: Callable[[FrontdeskError], None]
    ) -> None:
        snapshot = app.snapshot
        ticket = next((t for t in snapshot.tickets if t.name == name), None) if snapshot else None
        if ticket is None or snapshot is None:
            return
        try:
            where = await asyncio.to_thread(self._printer.print, ticket, snapshot.policy)
        except FrontdeskError as error:
            log.warning("a ticket was not printed: %s", error.facts.get("detail", error.reason))
            wrong(error)
            return
        short = where if len(where) <= _SHOWN else f"…{where[-_SHOWN:]}"
        said(_("{ticket} was printed: {where}").format(ticket=name, where=short))


class DocumentFiling:
    """Puts documents of cases into a folder, for whoever sits at the store's machine."""

    def hear(self, message: Message, app: LiveApp) -> None:
        """Put a document that is asked for on file."""
        if isinstance(message, PrintDocument):
            app.run_worker(self._file(message), group=OF_A_KEY)

    async def _file(self, message: PrintDocument) -> None:
        from frontdesk.documents.filing import put_on_file  # noqa: PLC0415 - no station needs it before it is asked

        path = await message.asked.ask(put_on_file, message.make)
        if path is not None:
            message.asked.tell(_("Written: {path}. Open it in a browser to print it.").format(path=path))
