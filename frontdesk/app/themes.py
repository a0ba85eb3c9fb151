"""The themes of the application, made of our palettes."""

from typing import Any

from textual.app import App
from textual.message import Message
from textual.theme import Theme

from screens.kit.palettes import DARK, PALETTES, Palette
from screens.kit.tone_styles import FEW_COLOURS

_FEW = {None, "standard", "windows"}
"""The colour systems of a terminal that has sixteen colours or none."""


def _theme(palette: Palette) -> Theme:
    ink, ground = palette.ink, palette.ground
    return Theme(
        name=palette.name,
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
        dark=palette.is_dark,
        variables={
            **{f"ink-{tone}": colour for tone, colour in ink.items()},
            **{f"ground-{name}": colour for name, colour in ground.items()},
            "text-muted": ink["dim"],
        },
    )


THEMES = tuple(map(_theme, PALETTES.values()))


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
        self.set_reactive(App.theme, PALETTES[theme].name)
        self.set_class(self.no_color or self.console.color_system in _FEW, FEW_COLOURS)
        self.stylesheet.set_variables(self.get_css_variables())

    def action_theme(self) -> None:
        """Switch between dark and light, and tell it on, so that it is remembered."""
        setting = "light" if self.theme == DARK else "dark"
        self.theme = PALETTES[setting].name
        self.post_message(ThemeChosen(setting))
