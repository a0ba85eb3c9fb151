"""Every message, also those that a program sends, and what became of those that have ended; Enter opens one (P4)."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from frontdesk.desk.messages import telling
from frontdesk.words.i18n import _
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import LiveDialog, Trouble, static
from screens.kit.key_hints import KeyHints
from screens.messages.message_list import MessageList
from screens.messages.page import MessageDialog


class MessagesDialog(CommandDialog[None]):
    """The messages, live."""

    TOPIC = "messages"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Messages")
            yield MessageList().data_bind(LiveDialog.live)
            yield Trouble()
            yield KeyHints((CLOSE,), tall=False)
            yield static(_("↑ ↓ or touch: choose · Enter opens it"))

    async def on_mount(self) -> None:
        self.query_one(MessageList).focus()
        await self.picture_changed()

    async def picture_changed(self) -> None:
        found = await self.ask(telling.every) if self.query(MessageList) else None
        if found is not None and self.query(MessageList):
            view = self.query_one(MessageList)
            view.messages = found
            if view.marked not in view.numbers():
                view.marked = found[0].id if found else 0

    def action_go(self, step: int) -> None:
        self.query_one(MessageList).action_go(step)

    @on(MessageList.Opened)
    def action_open(self) -> None:
        """Enter: open the marked message."""
        number = self.query_one(MessageList).marked
        if number and self.listens():
            self.app.push_screen(MessageDialog(self._station, number))
