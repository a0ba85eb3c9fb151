"""A station in a browser: the same application, with another terminal, and its sounds where the person sits."""

from typing import Any

from textual.driver import Driver
from textual.message import Message

from frontdesk.app.app import FrontdeskApp
from frontdesk.app.live import LiveApp
from frontdesk.app.themes import ThemeChosen
from frontdesk.domain.escalations.prompts import Urgency
from frontdesk.web.driver import BrowserDriver
from frontdesk.web.pipe import Pipe


class BrowserStation(FrontdeskApp):
    """One station whose terminal is a page in a browser."""

    pipe: Pipe

    def get_driver_class(self) -> type[Driver]:
        """Return the driver of the page."""
        return BrowserDriver

    def _build_driver(self, *values: Any, **named: Any) -> Driver:
        driver = super()._build_driver(*values, **named)
        if isinstance(driver, BrowserDriver):
            driver.pipe = self.pipe
        return driver

    def _is_shown(self) -> bool:
        return isinstance(self._driver, BrowserDriver) and self._driver.shows()

    def _look_at_terminal(self) -> None:
        if isinstance(self._driver, BrowserDriver) and self._driver.is_over:
            self.on_terminal_gone()


class InTheBrowser:
    """Tells the page what a terminal's own machine would do: which sound to play, which colours to remember."""

    def __init__(self, pipe: Pipe) -> None:
        self._pipe = pipe

    def play(self, urgency: Urgency, _app: LiveApp) -> None:
        """Have the page play a sound."""
        self._pipe.tell("sound", urgency=urgency.value)

    def hear(self, message: Message, app: LiveApp) -> None:
        """Have the page remember the colours that were chosen."""
        if isinstance(message, ThemeChosen):
            self._pipe.tell("theme", name=message.setting)
