"""The messages from a station to the application about who works there."""

from dataclasses import dataclass

from textual.message import Message


@dataclass
class SignedIn(Message):
    """Someone works at this station from now on. `number`: of their sign-in by PIN, 0 for none."""

    name: str
    number: int = 0
