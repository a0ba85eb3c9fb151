"""What is painted of a station, and what it does a turn after it has a picture, done at once."""

from typing import Any

from textual._context import visible_screen_stack
from textual.strip import Strip

from screens.escalations.answering import note_prompts
from screens.escalations.prompt_panel import PromptPanel
from screens.stations.station import StationScreen


def look(app: Any) -> None:
    """Let each station look at its prompts: on a busy machine it would only after the test has moved the clock."""
    for screen in app.screen_stack:
        if isinstance(screen, StationScreen) and screen.query(PromptPanel):
            note_prompts(screen)


def strips_of(app: Any) -> list[Strip]:
    """What is painted of the screen that is up and of those that show through it, line by line."""
    visible_screen_stack.set(app._background_screens)
    strips: list[Strip] = app.screen._compositor.render_strips()
    return strips


def text_of(app: Any) -> str:
    """What can be read on the screen that is up, line by line."""
    return "\n".join(strip.text for strip in strips_of(app))
