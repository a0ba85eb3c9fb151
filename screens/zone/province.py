"""A plate's province character by one key, and those that some plates end with."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Click, Key
from textual.message import Message
from textual.reactive import var

from frontdesk.domain.values.plates import PROVINCES
from frontdesk.domain.values.text import clean_code
from frontdesk.words.i18n import _
from screens.kit.dialog import Dialog, static
from screens.kit.lines import Lines
from screens.kit.spans import Line, Span

KEYS = "1234567890qwertyuiopasdfghjklzxcvbnm"
"""The key of each province, in the order of the characters: rows as on a keyboard."""

SPECIAL_KEYS = {"使": "c", "挂": "v", "学": "b", "警": "n", "领": "m", "港": "-", "澳": "="}
"""The keys of the other characters; they are the same for all, though each is shown only where it could come next."""

_PER_ROW = 10
_CELL = 7


class ProvinceGrid(Lines):
    """The characters, each with its key; the marked one is chosen with Enter, whatever an input method does."""

    REDRAWN_BY = ("index",)

    index: var[int] = var(0)

    def __init__(self, special: str) -> None:
        super().__init__()
        self.keys = {**dict(zip(KEYS, PROVINCES, strict=False)), **{SPECIAL_KEYS[each]: each for each in special}}
        """What each key stands for."""

    class Chosen(Message):
        """A character was touched."""

        def __init__(self, province: str) -> None:
            super().__init__()
            self.province = province

    def build(self, width: int) -> list[Line]:
        """Return rows of ten, spaced for a gloved finger."""
        cells = [
            (Span(f" {key}", "key"), Span(f" {name} ", "chosen" if place == self.index else "head"), Span(" "))
            for place, (key, name) in enumerate(self.keys.items())
        ]
        rows: list[Line] = []
        for start in range(0, len(cells), _PER_ROW):
            rows += [sum(cells[start : start + _PER_ROW], ()), ()]
        return rows

    def on_click(self, event: Click) -> None:
        place = event.y // 2 * _PER_ROW + event.x // _CELL
        if event.x < _CELL * _PER_ROW and place < len(self.keys):
            self.post_message(self.Chosen(self.at(place)))

    def at(self, place: int) -> str:
        """Return the character at a place."""
        return list(self.keys.values())[place]


class ProvinceDialog(Dialog[str]):
    """Choose a province character, or one of the `special` ones that could come next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+e", "cancel", show=False),
        Binding("left", "mark(-1)", show=False),
        Binding("right", "mark(1)", show=False),
        Binding("up", f"mark({-_PER_ROW})", show=False),
        Binding("down", f"mark({_PER_ROW})", show=False),
        Binding("enter", "choose", show=False),
    ]

    def __init__(self, special: str = "") -> None:
        super().__init__()
        self._special = special

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = _("Province, or special character") if self._special else _("Province")
            yield ProvinceGrid(self._special)
            yield static(_("Press its key, ← → ↑ ↓ and Enter, or touch it · Esc close"))

    def action_mark(self, step: int) -> None:
        grid = self.query_one(ProvinceGrid)
        grid.index = max(0, min(grid.index + step, len(grid.keys) - 1))

    def action_choose(self) -> None:
        """Give the marked character."""
        grid = self.query_one(ProvinceGrid)
        self.dismiss(grid.at(grid.index))

    def on_key(self, event: Key) -> None:
        """Give the character whose key was pressed, or that was typed itself."""
        typed = clean_code(event.character or "").lower()
        keys = self.query_one(ProvinceGrid).keys
        if typed in keys or typed in keys.values():
            self.dismiss(keys.get(typed, typed))

    @on(ProvinceGrid.Chosen)
    def _touched(self, event: ProvinceGrid.Chosen) -> None:
        self.dismiss(event.province)
