"""The listeners to a station's messages, such as that it is called, or that tickets must be printed."""

from typing import Protocol

from textual.message import Message

from frontdesk.app.live import LiveApp


class Listener(Protocol):
    """A listener, given to the application when it is put together."""

    def hear(self, message: Message, app: LiveApp) -> None:
        """Handle a message; do nothing if it is meant for others."""
