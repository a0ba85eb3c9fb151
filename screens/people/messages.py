"""What a station tells the application of who works there."""

from dataclasses import dataclass

from textual.message import Message


@dataclass
class SignedIn(Message):
    """Someone works at this station from now on."""

    name: str
