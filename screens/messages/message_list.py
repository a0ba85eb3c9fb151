"""The messages as a list: what is still to be told first, then what became of the others, the newest first (P4, S5)."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message as Sent
from textual.reactive import var

from frontdesk.domain.messages.message import TROUBLED, Message
from frontdesk.words.i18n import _
from frontdesk.words.messages import message_line
from screens.kit.chosen_list import ChosenList
from screens.kit.spans import Line, Span, line
from screens.kit.store_zone import store_zone


class MessageList(ChosenList):
    """Open ones in the order they are told, then those that have ended."""

    REDRAWN_BY = (*ChosenList.REDRAWN_BY, "messages")
    OTHER_ROWS = 7
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", show=False)]

    messages: var[tuple[Message, ...] | None] = var(None)

    class Opened(Sent):
        """Enter was pressed on a message."""

    def __init__(self) -> None:
        super().__init__(id="messages")

    def numbers(self) -> list[int]:
        """Return the numbers of the messages."""
        return [message.id for message in self.messages or ()]

    def action_open(self) -> None:
        self.post_message(self.Opened())

    def build(self, width: int) -> list[Line]:
        """Return a line for each message in view."""
        if self.snapshot is None or self.messages is None:
            return []
        if not self.messages:
            return [line(Span(" " + _("Nobody is to be told anything."), "dim"))]
        zone = store_zone(self.snapshot)
        lines: list[Line] = []
        for number, message in self.in_view(self.messages, lines):
            tone = "over" if message.state in TROUBLED and message.is_open else "plain" if message.is_open else "dim"
            lines.append(self.entry_row(number, message_line(message, zone, self.now), width, tone))
        return lines
