"""A station in a browser: the same application, with another terminal, and its sounds where the person sits."""

from textual.message import Message
from textual.widgets import Input

from frontdesk.app.app import FrontdeskApp
from frontdesk.app.live import LiveApp
from frontdesk.domain.escalations.prompts import Urgency
from frontdesk.domain.lounge import Ticket
from frontdesk.domain.policy.policy import Policy
from frontdesk.printing.printers import as_png
from frontdesk.printing.ticket_slip import slip_of
from frontdesk.web.page import InPage, PageKeepsTheme
from frontdesk.web.papers import Paper
from frontdesk.words.i18n import _
from screens.kit.keys import OF_A_KEY
from screens.kit.printing import PrintDocument


class BrowserStation(InPage, FrontdeskApp):
    """One station whose terminal is a page in a browser."""

    _is_unfinished = False

    def _look_at_terminal(self) -> None:
        super()._look_at_terminal()
        # The page asks before it is closed.
        is_unfinished = len(self.screen_stack) > 1 or any(box.value for box in self.screen.query(Input))
        if is_unfinished != self._is_unfinished:
            self._is_unfinished = is_unfinished
            self.pipe.tell("unfinished", **{"is": is_unfinished})


class InTheBrowser(PageKeepsTheme):
    """Has the page do what a terminal's own machine would do: play a sound, remember the colours, print."""

    prints_at_once = False
    """Whether a ticket is printed as soon as it is handed out; a page prints when somebody asks."""

    def play(self, urgency: Urgency, _app: LiveApp) -> None:
        """Have the page play a sound."""
        self._pipe.tell("sound", urgency=urgency.value)

    def print(self, ticket: Ticket, policy: Policy) -> str:
        """Give the page a ticket to print; return where that is."""
        self._pipe.hand_out(Paper(f"{ticket.name}.png", "image/png", as_png(slip_of(ticket, policy))))
        return _("in a window of its own")

    def hear(self, message: Message, app: LiveApp) -> None:
        """Have the page remember the colours that were chosen, and print the document that is asked for."""
        super().hear(message, app)
        if isinstance(message, PrintDocument):
            app.run_worker(self._print(message), group=OF_A_KEY)

    async def _print(self, message: PrintDocument) -> None:
        document = await message.asked.ask(message.make)
        if document is not None:
            name, page = document
            self._pipe.hand_out(Paper(name, "text/html", page.encode()))
            message.asked.tell(_("{name} opens in a window of its own, to be printed.").format(name=name))
