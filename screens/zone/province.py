"""The dialog that types a plate's province character with one key."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Click, Key
from textual.message import Message
from textual.reactive import var

from frontdesk.domain.values.plates import PROVINCES
from frontdesk.words.i18n import _
from screens.kit.dialog import Dialog, static
from screens.kit.lines import Line, Lines, Span

KEYS = "1234567890qwertyuiopasdfghjklzxcvbnm"
"""The key of each province, in the order of the characters: rows as on a keyboard."""

_PER_ROW = 10
_CELL = 7


class ProvinceGrid(Lines):
    """The 31 characters, each with its key; Enter chooses the marked one, even while an input method is on."""

    REDRAWN_BY = ("index",)

    index: var[int] = var(0)

    class Chosen(Message):
        """A character was touched."""

        def __init__(self, province: str) -> None:
            super().__init__()
            self.province = province

    def build(self, width: int) -> list[Line]:
        """Return rows of ten, spaced for a gloved finger."""
        cells = [
            (Span(f" {key}", "key"), Span(f" {name} ", "chosen" if place == self.index else "head"), Span(" "))
            for place, (key, name) in enumerate(zip(KEYS, PROVINCES, strict=False))
        ]
        rows: list[Line] = []
        for start in range(0, len(cells), _PER_ROW):
            rows += [sum(cells[start : start + _PER_ROW], ()), ()]
        return rows

    def on_click(self, event: Click) -> None:
        place = event.y // 2 * _PER_ROW + event.x // _CELL
        if event.x < _CELL * _PER_ROW and place < len(PROVINCES):
            self.post_message(self.Chosen(PROVINCES[place]))


class ProvinceDialog(Dialog[str]):
    """Choose a province character."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+e", "cancel", show=False),
        Binding("left", "mark(-1)", show=False),
        Binding("right", "mark(1)", show=False),
        Binding("up", f"mark({-_PER_ROW})", show=False),
        Binding("down", f"mark({_PER_ROW})", show=False),
        Binding("enter", "choose", show=False),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = _("Province")
            yield ProvinceGrid()
            yield static(_("Press its key, ← → ↑ ↓ and Enter, or touch it · Esc close"))

    def action_mark(self, step: int) -> None:
        grid = self.query_one(ProvinceGrid)
        grid.index = max(0, min(grid.index + step, len(PROVINCES) - 1))

    def action_choose(self) -> None:
        """Give the marked character."""
        self.dismiss(PROVINCES[self.query_one(ProvinceGrid).index])

    def on_key(self, event: Key) -> None:
        """Give the character whose key was pressed, or that was typed itself."""
        typed = (event.character or "").lower()
        if typed in PROVINCES and typed:
            self.dismiss(typed)
        elif typed and typed in KEYS and KEYS.index(typed) < len(PROVINCES):
            self.dismiss(PROVINCES[KEYS.index(typed)])

    @on(ProvinceGrid.Chosen)
    def _touched(self, event: ProvinceGrid.Chosen) -> None:
        self.dismiss(event.province)
