"""The tones as styles of rich, for whatever is drawn in lines."""

from functools import cache

from rich.style import Style

from screens.kit.inks import Look, look_of
from screens.kit.palettes import PALETTES, Palette
from screens.kit.spans import TONES

FEW_COLOURS = "-few-colours"
"""The class of an application in a terminal with sixteen colours or none."""

_BY_NAME = {palette.name: palette for palette in PALETTES.values()}


@cache
def tone_styles(theme: str, *, few: bool) -> dict[str, Style]:
    """Return how each tone is painted over what it stands on; `few`: in a terminal with few colours."""
    palette = _BY_NAME[theme]
    looks = {tone: look_of(tone, few=few) for tone in TONES}
    return {
        tone: Style.parse(" ".join((*look.letters, palette.ink[look.ink], *_ground(palette, look))))
        for tone, look in looks.items()
    }


def _ground(palette: Palette, look: Look) -> tuple[str, ...]:
    return ("on", palette.ground[look.ground]) if look.ground else ()
