"""What a station does a turn after it has a picture, done at once."""

from typing import Any

from screens.escalations.answering import note_prompts
from screens.escalations.prompt_panel import PromptPanel
from screens.stations.station import StationScreen


def look(app: Any) -> None:
    """Let each station look at its prompts: on a busy machine it would only after the test has moved the clock."""
    for screen in app.screen_stack:
        if isinstance(screen, StationScreen) and screen.query(PromptPanel):
            note_prompts(screen)
