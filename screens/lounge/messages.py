"""What a station tells the application of the call tickets."""

from dataclasses import dataclass
from typing import Protocol

from textual.message import Message

from frontdesk.domain.values.errors import FrontdeskError


class Asked(Protocol):
    """Who asked for a ticket on paper, and is told how it went."""

    def said(self, text: str) -> None:
        """Say what was done."""

    def complain(self, error: FrontdeskError) -> None:
        """Say why it was not done."""


@dataclass
class PrintTicket(Message):
    """A ticket is to be printed (again)."""

    asked: Asked
    number: int
