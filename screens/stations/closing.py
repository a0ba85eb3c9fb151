"""The dialog that asks whether a kiosk is to be closed."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from frontdesk.domain.values.clock import Clock
from frontdesk.words.i18n import _
from screens.kit.choices import Menu
from screens.kit.dialog import Dialog, static
from screens.kit.settling import Settling


class CloseDialog(Dialog[bool]):
    """Go on working, or close; it returns whether to close."""

    FITS_ANY_WINDOW = True

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.settling = Settling(clock)
        """The key that brought it up is no answer while it is held, or hit twice."""
        self.settling.begin()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = _("Close this station?")
            yield Menu([(_("go on working"), "", True), (_("close it"), _("nobody is called here then"), True)])
            yield static(_("1, Enter or Esc goes on · 2 or Ctrl+Q closes"))

    @on(Menu.Chosen)
    def _chosen(self, event: Menu.Chosen) -> None:
        self.dismiss(event.index == 1)
