"""The messages from a station to the application about call tickets."""

from dataclasses import dataclass
from typing import Protocol

from textual.message import Message

from frontdesk.domain.values.errors import FrontdeskError


class Asked(Protocol):
    """The dialog that asked for a printed ticket, and is told the outcome."""

    def said(self, text: str) -> None:
        """Say what was done."""

    def complain(self, error: FrontdeskError) -> None:
        """Say why it was not done."""


@dataclass
class PrintTicket(Message):
    """A ticket must be printed, for the first time or again."""

    asked: Asked
    number: int
