"""The dialog that asks whether a kiosk is to be closed."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from frontdesk.domain.values.clock import Millis
from frontdesk.words.i18n import _
from screens.kit.choices import Menu
from screens.kit.dialog import Dialog, static

_READ_IN: Millis = 700
"""How long it stands before the same key is an answer; a key that is held, or hit twice, comes sooner."""


class CloseDialog(Dialog[bool]):
    """Go on working, or close; it returns whether to close. `opened_at`: by the machine's running time."""

    def __init__(self, opened_at: Millis) -> None:
        super().__init__()
        self._opened_at = opened_at

    def is_read(self, running: Millis) -> bool:
        """Whether it has stood long enough for a key to be meant for it."""
        return running - self._opened_at >= _READ_IN

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = _("Close this station?")
            yield Menu([(_("go on working"), "", True), (_("close it"), _("nobody is called here then"), True)])
            yield static(_("1, Enter or Esc goes on · 2 or Ctrl+Q closes"))

    @on(Menu.Chosen)
    def _chosen(self, event: Menu.Chosen) -> None:
        self.dismiss(event.index == 1)
