"""Kinds and places to choose by one digit or a touch; no text box has the focus, so no input method is in the way."""

import unicodedata
from typing import NamedTuple, TypeVar

from rich.cells import cell_len
from textual.events import Click, Key
from textual.message import Message
from textual.reactive import var

from screens.kit.command_dialog import CommandDialog
from screens.kit.lines import Lines
from screens.kit.settling import Presses
from screens.kit.spans import Line, Span, line
from screens.kit.station import Station

R = TypeVar("R")
_GAP = 3


class Choice(NamedTuple):
    """A digit, and what it stands for."""

    digit: str
    value: str
    words: str


def digit_of(event: Key) -> str:
    """Return the digit of a key, also of the numeric keypad and of a full-width one; "" for any other."""
    typed = unicodedata.normalize("NFKC", event.character or event.key)
    return typed if len(typed) == 1 and typed.isdecimal() else ""


class DigitDialog(CommandDialog[R]):
    """A dialog in which a digit chooses, whichever keyboard it is on; one that is held down chooses once."""

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self._presses = Presses()

    async def on_key(self, event: Key) -> None:
        digit = digit_of(event)
        if not digit:
            return
        event.stop()
        event.prevent_default()
        if not self._presses.is_again(digit, self._clock.monotonic()):
            await self.digit_pressed(digit)

    async def digit_pressed(self, digit: str) -> None:
        """Choose what the digit stands for."""
        raise NotImplementedError


class Choices(Lines):
    """What is chosen from, in columns; what was chosen stands out."""

    REDRAWN_BY = ("chosen", "active", "choices")

    choices: var[tuple[Choice, ...]] = var(())
    chosen: var[str] = var("")
    active: var[bool] = var(False)

    class Picked(Message):
        """One was touched."""

        def __init__(self, choices: "Choices", choice: Choice) -> None:
            super().__init__()
            self.choices, self.choice = choices, choice

    def of(self, digit: str) -> Choice | None:
        """Return what a digit stands for."""
        return next((each for each in self.choices if each.digit == digit), None)

    def build(self, width: int) -> list[Line]:
        """Return them in as many columns as there is room for."""
        columns, wide = self._columns(width)
        lines: list[Line] = []
        for start in range(0, len(self.choices), columns):
            row: list[Span] = []
            for each in self.choices[start : start + columns]:
                said = f" {each.digit} {each.words} "
                tone = "chosen" if each.value == self.chosen else "head" if self.active else "dim"
                row += [Span(said, tone), Span(" " * max(0, wide - cell_len(said)))]
            lines.append(line(*row))
        return lines or [()]

    def on_click(self, event: Click) -> None:
        columns, wide = self._columns(self.size.width)
        place = event.y * columns + min(event.x // max(1, wide), columns - 1)
        if place < len(self.choices):
            self.post_message(self.Picked(self, self.choices[place]))

    def _columns(self, width: int) -> tuple[int, int]:
        wide = max((cell_len(each.words) for each in self.choices), default=1) + 3 + _GAP
        return max(1, min(5, width // wide)), wide
