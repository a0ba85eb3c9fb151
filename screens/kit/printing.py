"""The messages from a station to the application about what is to be printed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from textual.message import Message

from frontdesk.desk.desk import Desk
from frontdesk.domain.printing import Document
from frontdesk.domain.values.errors import FrontdeskError

P = ParamSpec("P")
R = TypeVar("R")


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


class Asking(Protocol):
    """The dialog that asked for a document, and is told where it is."""

    async def ask(self, question: Callable[Concatenate[Desk, P], R], *values: P.args, **named: P.kwargs) -> R | None:
        """Ask the store something. On failure say the reason, and return None."""

    def tell(self, done: str) -> None:
        """Show what was done."""


@dataclass
class PrintDocument(Message):
    """A document is to be printed."""

    asked: Asking
    make: Callable[[Desk], Document]
    """Makes it, as it stands now. Raises `FrontdeskError`."""
