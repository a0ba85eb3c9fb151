"""An application whose terminal is a page in a browser: another driver, and its colours kept by the page."""

from typing import Any

from textual.driver import Driver
from textual.message import Message

from frontdesk.app.live import LiveApp
from frontdesk.app.program import Program
from frontdesk.app.themes import ThemeChosen
from frontdesk.web.driver import BrowserDriver
from frontdesk.web.pipe import Pipe


class InPage(Program):
    """An application shown by a page."""

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


class PageKeepsTheme:
    """Has the page remember the colours that were chosen."""

    def __init__(self, pipe: Pipe) -> None:
        self._pipe = pipe

    def hear(self, message: Message, _app: LiveApp) -> None:
        """Tell the page."""
        if isinstance(message, ThemeChosen):
            self._pipe.tell("theme", name=message.setting)
