"""The keys at the bottom: a line of hints at a desk, a row of big buttons at the guard kiosk."""

from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from textual.events import Click
from textual.message import Message
from textual.screen import Screen

from frontdesk.words.i18n import _
from screens.kit.keys import Key
from screens.kit.lines import Lines
from screens.kit.spans import Line, Span, fit, width_of

_LOW, _ROWS_LOW = 22, 2
"""A window with fewer rows is low, and the keys take so many of them there."""


class KeyHints(Lines):
    """The keys, each of which can also be touched. `tall`: three rows high, for gloves."""

    @dataclass
    class Touched(Message):
        """A key was touched, or something that stands for it."""

        action: str

    def __init__(self, keys: tuple[Key, ...], *, tall: bool) -> None:
        super().__init__(id="hints")
        self._keys = keys
        self._tall = tall
        self._is_covered = False

    def on_mount(self) -> None:
        """A dialog may be up before the keys are."""
        self.cover(not self.screen.is_active)

    def offer(self, keys: tuple[Key, ...]) -> None:
        """Show other keys."""
        if keys != self._keys:
            self._keys = keys
            self.redraw()

    def cover(self, is_covered: bool) -> None:
        """Show no key while a dialog is up, because none of them does anything then."""
        if is_covered != self._is_covered:
            self._is_covered = is_covered
            self.redraw()

    def build(self, width: int) -> list[Line]:
        lines = self._buttons(width) if self._tall else self._rows(width)
        return [()] * len(lines) if self._is_covered else lines

    def on_click(self, event: Click) -> None:
        key = self._key_at(event.x, event.y)
        if key is not None:
            self.post_message(self.Touched(key.action))

    def key_at(self, x: int, y: int) -> str:
        """Return the name of the key that is shown at a place in it; "" for none."""
        key = self._key_at(x, y)
        return key.key if key else ""

    def _key_at(self, x: int, y: int) -> Key | None:
        width, at = self.size.width, 0
        if self._tall:
            shown = list(zip(self._keys, self._widths(width), strict=True))
        else:
            rows = self._shown(width)[y : y + 1] if self._lines else []
            shown = [(key, width_of(spans)) for row in rows for key, spans in row]
        for key, wide in shown:
            if at <= x < at + wide:
                return key
            at += wide
        return None

    def _buttons(self, width: int) -> list[Line]:
        each = width // len(self._keys)
        top: list[Span] = []
        middle: list[Span] = []
        bottom: list[Span] = []
        for key, each in zip(self._keys, self._widths(width), strict=True):
            inside = max(each - 2, len(key.shown) + 2)
            top.append(Span(f"╭ {key.shown} {'─' * (inside - len(key.shown) - 2)}╮", "key"))
            middle += [Span("│", "key"), *fit([Span(_(key.label), "head")], inside), Span("│", "key")]
            bottom.append(Span(f"╰{'─' * inside}╯", "key"))
        return [tuple(top), tuple(middle), tuple(bottom)]

    def _widths(self, width: int) -> list[int]:
        """Return the width of each button: room for its words first, then a share of the rest."""
        needed = [2 + max(cell_len(_(key.label)), len(key.shown) + 2) for key in self._keys]
        spare = max(0, width - sum(needed))
        even = max(width // len(self._keys), *needed)
        if even * len(self._keys) <= width:
            return [even] * len(self._keys)
        return [cells + spare // len(needed) for cells in needed]

    def _rows(self, width: int) -> list[Line]:
        return [sum((spans for _, spans in row), ()) for row in self._shown(width)]

    def _shown(self, width: int) -> list[list[tuple[Key, Line]]]:
        # In a low window the others are found with F1, which is the first.
        return self.placed(width)[: _ROWS_LOW if self.screen.size.height < _LOW else None]

    def placed(self, width: int) -> list[list[tuple[Key, Line]]]:
        """Return all keys in rows of so many cells."""
        rows: list[list[tuple[Key, Line]]] = [[]]
        used = 0
        for key in self._keys:
            spans = (Span(f" {key.shown}", "key"), Span(f" {_(key.label)} "))
            if used + width_of(spans) > width:
                rows.append([])
                used = 0
            rows[-1].append((key, spans))
            used += width_of(spans)
        return rows


def cover_keys(screen: Screen[Any], is_covered: bool) -> None:
    """Show the keys of a screen, or none while another screen is over it."""
    for keys in screen.query(".dialog > Static:last-child"):
        keys.visible = not is_covered
    for hints in screen.query(KeyHints):
        hints.cover(is_covered)
