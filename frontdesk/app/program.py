"""What every application of ours does, whatever it shows: pasted text is clean, and an error ends in a sentence."""

import logging
import traceback
from collections.abc import Callable
from typing import Any

from textual.events import Event, Paste

from frontdesk.app.attached import Attached
from frontdesk.app.caret import Caret
from frontdesk.app.input_queue import InputQueue
from frontdesk.app.themes import Themed
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import TYPED_LIMIT, clean_words
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from screens.kit.lines import Lines
from screens.kit.live_screen import LiveScreen
from screens.kit.other_language import LanguageChanged

log = logging.getLogger(__name__)


class Program(Attached, Caret, Themed):
    """An application in a terminal."""

    def __init__(self, *, running_time: Callable[[], Millis], **named: Any) -> None:
        super().__init__(**named)
        self.input_queue = InputQueue(self, super().on_event, running_time)

    async def on_event(self, event: Event) -> None:
        """Clean pasted text before any box shows it; let each key wait for the one before it."""
        if isinstance(event, Paste) and not event.is_forwarded:
            event.text = clean_words(event.text, TYPED_LIMIT)
        await self.input_queue.take(event)

    async def action_quit(self) -> None:
        """Close, but where the station asks first."""
        station = next((screen for screen in self.screen_stack if isinstance(screen, LiveScreen)), None)
        if station is None or not station.asks_to_close():
            await super().action_quit()

    async def action_language(self) -> None:
        """Ctrl+T: say everything in the other language."""
        i18n.switch()
        for screen in self.screen_stack:
            screen.post_message(LanguageChanged())
            for widget in screen.query(Lines):
                widget.repaint()

    def clear_selection(self) -> None:
        """Clear the selected text; do nothing before the first screen is up."""
        # From Python 3.12 on Textual starts its tasks eagerly: the entry box is mounted before its screen is on the
        # stack, and asks for this.
        if self.screen_stack:
            super().clear_selection()

    def _fatal_error(self) -> None:
        """End with one sentence. No traceback and no local variable reaches a screen; the log has the places."""
        error = self._exception
        log.critical("stopped by an error: %s", "".join(traceback.format_exception(error)) if error else "")
        self.bell()
        text = _("Frontdesk had to stop because of an error of its own. All records are kept; start it again.")
        self._exit_renderables.append(text)
        self._close_messages_no_wait()
