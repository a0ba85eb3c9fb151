"""How each tone looks: which ink on which ground, bold, underlined or reversed. Pure values."""

from typing import NamedTuple

from screens.kit.palettes import Palette


class Look(NamedTuple):
    """An ink of the palette; its ground, "" for that of the page; and what the letters are besides."""

    ink: str
    ground: str = ""
    letters: tuple[str, ...] = ()


class Paint(NamedTuple):
    """The colour of letters and the colour they stand on, both #rrggbb, and what the letters are besides."""

    ink: str
    ground: str
    letters: tuple[str, ...]


LOOKS = {
    "plain": Look("plain"),
    "dim": Look("dim"),
    "head": Look("head", letters=("bold",)),
    "key": Look("key", letters=("bold",)),
    "ok": Look("ok"),
    "warn": Look("warn", letters=("bold",)),
    "over": Look("over", letters=("bold",)),
    "prompt": Look("prompt", "prompt", ("bold",)),
    "answered": Look("over"),
    "task": Look("task", "task", ("bold",)),
    "chosen": Look("chosen", "chosen", ("bold",)),
    "found": Look("head", letters=("bold", "underline")),
}

FEW_COLOURS = {
    "warn": Look("warn", letters=("bold", "underline")),
    "over": Look("head", "page", ("bold", "reverse")),
    "prompt": Look("head", "page", ("bold", "reverse")),
    "task": Look("plain", "page", ("reverse",)),
    "chosen": Look("head", "page", ("bold", "underline", "reverse")),
}
"""The tones that look otherwise in a terminal with sixteen colours or none: bold and reverse carry what colour did."""


def look_of(tone: str, *, few: bool) -> Look:
    """Return the look of a tone; `few`: in a terminal with few colours."""
    return FEW_COLOURS.get(tone, LOOKS[tone]) if few else LOOKS[tone]


def paint_of(tone: str, palette: Palette, ground: str, *, few: bool) -> Paint:
    """Return how a tone is painted on a ground; `few`: in a terminal with few colours."""
    look = look_of(tone, few=few)
    return Paint(palette.ink[look.ink], palette.ground[look.ground or ground], look.letters)
