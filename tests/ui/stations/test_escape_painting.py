"""What is painted before Textual is loaded has the colours that Textual paints, whatever the terminal can show."""

import itertools

import pytest
from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style

from screens.kit.escape_painting import Colours, Painter, colours_of
from screens.kit.palettes import PALETTES
from screens.kit.spans import TONES, Span, line
from screens.stations.status import StatusLine
from screens.zone.board import Board

TERMINALS = {
    Colours.ALL: {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    Colours.MANY: {"TERM": "xterm-256color", "COLORTERM": ""},
    Colours.SIXTEEN: {"TERM": "linux", "COLORTERM": ""},
    Colours.NONE: {"TERM": "dumb", "COLORTERM": ""},
}

GROUNDS = ((StatusLine, "raised"), (Board, "page"))


def as_textual_paints(strip, colour_system) -> str:
    painted = ""
    for text, style, _control in strip:
        # A style keeps the codes of the terminal it was first painted on.
        letters = {name: getattr(style, name) for name in ("bold", "underline", "reverse")}
        painted += Style(color=style.color, bgcolor=style.bgcolor, **letters).render(text, color_system=colour_system)
    return painted


@pytest.mark.parametrize("no_color", [None, "1"])
@pytest.mark.parametrize("colours", Colours)
async def test_every_tone_on_every_ground(at_station, monkeypatch, colours, no_color):
    for name, value in TERMINALS[colours].items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color is not None:
        monkeypatch.setenv("NO_COLOR", no_color)
    assert colours_of(TERMINALS[colours]) is colours
    async with at_station("manager") as person:
        app = person.app
        for palette, (widget, ground) in itertools.product(PALETTES.values(), GROUNDS):
            app.theme = palette.name
            await person.pilot.pause()
            painter = Painter(palette, colours, ground, grey=no_color is not None)
            shown = person.screen.query_one(widget)
            for tone in TONES:
                strip = shown._painted([line(Span("12:41", tone))])[0].crop(0, 5)
                for each in app.get_line_filters():
                    strip = strip.apply_filter(each, shown.background_colors[1])
                painted = as_textual_paints(strip, app.console._color_system)
                assert painter.painted(line(Span("12:41", tone)), 5) == painted, (palette.name, tone)


@pytest.mark.parametrize("color", ["", "truecolor", "24bit", " TrueColor ", "yes"])
@pytest.mark.parametrize(
    "term", ["", "xterm", "xterm-256color", "xterm-kitty", "kitty", "screen-16color", "dumb", "unknown"]
)
def test_as_many_colours_as_the_terminal_says(term, color):
    environment = {"TERM": term, "COLORTERM": color}
    found = Console(_environ=environment, force_terminal=True, legacy_windows=False)._color_system
    same = {
        None: Colours.NONE, ColorSystem.STANDARD: Colours.SIXTEEN, ColorSystem.EIGHT_BIT: Colours.MANY,
        ColorSystem.TRUECOLOR: Colours.ALL,
    }  # fmt: skip
    assert colours_of(environment) is same[found]


def test_a_line_has_its_width():
    painter = Painter(PALETTES["dark"], Colours.NONE)
    for text, painted in (("12", "12  "), ("123456", "1234"), ("苏苏苏", "苏苏"), ("1苏苏", "1苏 ")):
        assert painter.painted(line(text), 4) == painted
