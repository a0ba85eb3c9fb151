"""Remembers which palette was chosen, in the settings of this machine."""

import logging

from textual.message import Message

from frontdesk.app.live import LiveApp
from frontdesk.app.themes import ThemeChosen
from frontdesk.domain.values.errors import FrontdeskError

log = logging.getLogger(__name__)


class RemembersTheme:
    """Writes a chosen palette into the settings file; where that cannot be, it holds until the station closes."""

    def hear(self, message: Message, app: LiveApp) -> None:
        """Remember the palette."""
        if not isinstance(message, ThemeChosen):
            return
        from frontdesk.machine import settings  # noqa: PLC0415 - the first picture does without it

        try:
            settings.remember_theme(message.setting, settings.path())
        except (OSError, FrontdeskError) as error:
            log.warning("the palette was not remembered: %s", error)
