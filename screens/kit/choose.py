"""Choosing one of a list: a number, arrows and Enter, or a touch."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from frontdesk.words.i18n import _
from screens.kit.choices import Menu
from screens.kit.dialog import Dialog, static

Entry = tuple[str, str, bool]
"""What can be chosen: its name, what is to be said of it, whether it is possible."""


class ChooseDialog(Dialog[int]):
    """A list; gives the place of what was chosen. What is not possible says why, and is not chosen."""

    def __init__(self, title: str, entries: list[Entry]) -> None:
        super().__init__()
        self._title = title
        self._entries = entries

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(classes="dialog") as box:
            box.border_title = self._title
            with VerticalScroll(can_focus=False):
                yield Menu(self._entries)
            yield static(_("↑ ↓ Enter, a number, or touch · Esc close"))

    @on(Menu.Chosen)
    def _chosen(self, event: Menu.Chosen) -> None:
        if self._entries[event.index][2]:
            self.dismiss(event.index)
