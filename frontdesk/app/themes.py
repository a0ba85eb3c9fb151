"""The two palettes of the stations, dark and light, in which each colour has one meaning."""

from typing import Any

from textual.app import App
from textual.message import Message
from textual.theme import Theme

DARK, LIGHT = "frontdesk-dark", "frontdesk-light"

_OF_SETTING = {"dark": DARK, "light": LIGHT}

_FEW = {None, "standard", "windows"}
"""The colour systems of a terminal that has sixteen colours or none."""


def _theme(name: str, *, dark: bool, ink: dict[str, str], ground: dict[str, str]) -> Theme:
    return Theme(
        name=name,
        primary=ink["key"],
        secondary=ink["key"],
        accent=ink["key"],
        warning=ink["warn"],
        error=ink["over"],
        success=ink["ok"],
        foreground=ink["plain"],
        background=ground["page"],
        surface=ground["raised"],
        panel=ground["raised"],
        boost=ground["focus"],
        dark=dark,
        variables={
            **{f"ink-{tone}": colour for tone, colour in ink.items()},
            **{f"ground-{name}": colour for name, colour in ground.items()},
            "text-muted": ink["dim"],
        },
    )


THEMES = (
    _theme(
        DARK,
        dark=True,
        ink={
            "plain": "#c9d1d9", "head": "#ffffff", "dim": "#98a1ab", "key": "#6cb2ff", "ok": "#4cc763",
            "warn": "#ecba42", "over": "#ff8078", "prompt": "#ffffff", "task": "#ffffff", "chosen": "#0b0f14",
        },
        ground={
            "page": "#0b0f14", "raised": "#141a21", "focus": "#1e2731", "prompt": "#9b1119", "task": "#5e4604",
            "chosen": "#8ec5ff",
        },
    ),
    _theme(
        LIGHT,
        dark=False,
        ink={
            "plain": "#2a3038", "head": "#000000", "dim": "#57606a", "key": "#0a4fa8", "ok": "#116329",
            "warn": "#7a4b00", "over": "#b80010", "prompt": "#ffffff", "task": "#2c1e00", "chosen": "#ffffff",
        },
        ground={
            "page": "#fbfcfd", "raised": "#eef1f4", "focus": "#e2e9f0", "prompt": "#a30d17", "task": "#f7d774",
            "chosen": "#0a4fa8",
        },
    ),
)  # fmt: skip
"""Our palettes. Near-white: what is read first. Blue: keys. Amber: attention. Red: over the limit. Green: normal."""


class ThemeChosen(Message):
    """Somebody chose a palette; `setting` is its word in the settings."""

    def __init__(self, setting: str) -> None:
        super().__init__()
        self.setting = setting


class Themed(App[None]):
    """An application in one of our palettes; where a terminal has few colours, bold and reverse carry what they did."""

    def __init__(self, *, theme: str = "dark", **named: Any) -> None:
        super().__init__(**named)
        for each in THEMES:
            self.register_theme(each)
        self.set_reactive(App.theme, _OF_SETTING[theme])
        self.set_class(self.no_color or self.console.color_system in _FEW, "-few-colours")
        self.stylesheet.set_variables(self.get_css_variables())

    def action_theme(self) -> None:
        """Switch between dark and light, and tell it on, so that it is remembered."""
        setting = "light" if self.theme == DARK else "dark"
        self.theme = _OF_SETTING[setting]
        self.post_message(ThemeChosen(setting))
