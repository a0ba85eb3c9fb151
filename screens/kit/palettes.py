"""The two palettes of the stations, dark and light, in which each colour has one meaning. Pure values."""

from typing import NamedTuple

DARK, LIGHT = "frontdesk-dark", "frontdesk-light"


class Palette(NamedTuple):
    """The colours of letters (`ink`) and of what they stand on (`ground`), as #rrggbb, by their meaning."""

    name: str
    is_dark: bool
    ink: dict[str, str]
    ground: dict[str, str]


PALETTES = {
    "dark": Palette(
        DARK,
        is_dark=True,
        ink={
            "plain": "#c9d1d9", "head": "#ffffff", "dim": "#98a1ab", "key": "#6cb2ff", "ok": "#4cc763",
            "warn": "#ecba42", "over": "#ff8078", "prompt": "#ffffff", "task": "#ffffff", "chosen": "#0b0f14",
        },
        ground={
            "page": "#0b0f14", "raised": "#141a21", "focus": "#1e2731", "prompt": "#9b1119", "task": "#5e4604",
            "chosen": "#8ec5ff",
        },
    ),
    "light": Palette(
        LIGHT,
        is_dark=False,
        ink={
            "plain": "#2a3038", "head": "#000000", "dim": "#57606a", "key": "#0a4fa8", "ok": "#116329",
            "warn": "#7a4b00", "over": "#b80010", "prompt": "#ffffff", "task": "#2c1e00", "chosen": "#ffffff",
        },
        ground={
            "page": "#fbfcfd", "raised": "#eef1f4", "focus": "#e2e9f0", "prompt": "#a30d17", "task": "#f7d774",
            "chosen": "#0a4fa8",
        },
    ),
}  # fmt: skip
"""Our palettes, by their word in the settings.

Near-white: what is read first. Blue: keys. Amber: attention. Red: over the limit. Green: normal.
"""
