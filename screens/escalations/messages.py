"""The messages from a station to the application about its prompts and tasks."""

from dataclasses import dataclass

from textual.message import Message

from frontdesk.domain.escalations.prompts import Urgency


@dataclass
class Called(Message):
    """This station is called, so somebody here must act."""

    urgency: Urgency


@dataclass
class HandedOut(Message):
    """Tickets were handed out to customers this station takes to the lounge."""

    tickets: tuple[str, ...]
