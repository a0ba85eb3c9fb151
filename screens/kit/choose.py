"""A dialog to choose one entry of a list by number, with arrows and Enter, or by touch."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from frontdesk.words.i18n import _
from screens.kit.choices import Menu
from screens.kit.dialog import Dialog, Rest, Trouble, static

Entry = tuple[str, str, bool]
"""An entry to choose: its name, its remark, and whether it can be chosen."""


class ChooseDialog(Dialog[int]):
    """A list; it returns the position of the chosen entry. Impossible entries show the reason and cannot be chosen."""

    def __init__(self, title: str, entries: list[Entry]) -> None:
        super().__init__()
        self._title = title
        self._entries = entries

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = self._title
            with Rest(can_focus=False):
                yield Menu(self._entries)
            yield Trouble()
            yield static(_("↑ ↓ Enter, a number, or touch · Esc close"))

    @on(Menu.Chosen)
    def _chosen(self, event: Menu.Chosen) -> None:
        if self._entries[event.index][2]:
            self.dismiss(event.index)
