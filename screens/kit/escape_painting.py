"""Paints lines by plain escape sequences, for a picture that stands before Textual is loaded. Pure."""

from collections.abc import Mapping
from enum import Enum

from screens.kit.inks import Paint, paint_of
from screens.kit.palettes import Palette
from screens.kit.spans import TONES, Line, fit

_LETTERS = {"bold": "1", "underline": "4", "reverse": "7"}
_REDNESS, _GREENNESS, _BLUENESS = 0.2126, 0.7152, 0.0722
"""How much each part of a colour counts for its brightness."""


class Colours(Enum):
    """How many colours a terminal has."""

    NONE = "none"
    SIXTEEN = "sixteen"
    MANY = "256"
    ALL = "all"


def colours_of(environment: Mapping[str, str]) -> Colours:
    """Return how many colours a terminal says that it has, in the same words as for every other program."""
    term = environment.get("TERM", "").strip().lower()
    if term in {"dumb", "unknown"}:
        return Colours.NONE
    if environment.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return Colours.ALL
    return Colours.MANY if term.rpartition("-")[2] in {"kitty", "256color"} else Colours.SIXTEEN


class Painter:
    """Paints lines in a palette, on one ground of it; `grey`: where no colour is wanted (NO_COLOR)."""

    def __init__(self, palette: Palette, colours: Colours, ground: str = "page", *, grey: bool = False) -> None:
        self._colours = colours
        self._grey = grey
        self._end = "" if colours is Colours.NONE else "\x1b[0m"
        few = grey or colours in {Colours.NONE, Colours.SIXTEEN}
        self._begins = {tone: self._sequence(paint_of(tone, palette, ground, few=few)) for tone in TONES}

    def painted(self, line: Line, width: int) -> str:
        """Return a line in exactly `width` cells."""
        return "".join(f"{self._begins[tone]}{text}{self._end}" for text, tone in fit(line, width) if text)

    def _sequence(self, paint: Paint) -> str:
        if self._colours is Colours.NONE:
            return ""
        codes = [_LETTERS[each] for each in paint.letters]
        return f"\x1b[{';'.join([*codes, *self._codes(paint.ink, 30), *self._codes(paint.ground, 40)])}m"

    def _codes(self, colour: str, base: int) -> list[str]:
        """Return the codes of a colour: `base` is 30 for letters, 40 for what they stand on."""
        parts = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
        if self._grey:
            red, green, blue = parts
            parts = (round(red * _REDNESS + green * _GREENNESS + blue * _BLUENESS),) * 3
        if self._colours is Colours.ALL:
            return [str(base + 8), "2", *map(str, parts)]
        from rich.color import Color, ColorSystem  # noqa: PLC0415 - most terminals have all colours

        system = ColorSystem.EIGHT_BIT if self._colours is Colours.MANY else ColorSystem.STANDARD
        return [*Color.from_rgb(*parts).downgrade(system).get_ansi_codes(foreground=base == 30)]
