"""Every message, also those that a program sends, and what became of those that have ended; Enter opens one (P4)."""

from textual import on

from frontdesk.desk.messages import telling
from frontdesk.domain.messages.message import Message
from frontdesk.words.i18n import N_
from screens.kit.list_page import ListPage
from screens.messages.message_list import MessageList
from screens.messages.page import MessageDialog


class MessagesDialog(ListPage[MessageList, tuple[Message, ...]]):
    """The messages, live."""

    TOPIC = "messages"
    LIST = MessageList
    TITLE = N_("Messages")
    HINT = N_("↑ ↓ or touch: choose · Enter opens it")

    async def read(self) -> tuple[Message, ...] | None:
        return await self.ask(telling.every)

    def show(self, view: MessageList, found: tuple[Message, ...]) -> None:
        view.messages = found
        view.keep_mark()

    @on(MessageList.Opened)
    def action_open(self) -> None:
        """Enter: open the marked message."""
        number = self.view.marked
        if number and self.listens():
            self.app.push_screen(MessageDialog(self._station, number))
