"""Whoever hears what a station tells of itself: that it is called, that tickets are to be printed."""

from typing import Protocol

from textual.message import Message

from frontdesk.app.live import LiveApp


class Listener(Protocol):
    """Given to the application when it is put together."""

    def hear(self, message: Message, app: LiveApp) -> None:
        """Do what a message calls for; nothing where it is meant for others."""
