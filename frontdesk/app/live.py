"""The base of every part of the application: the live picture, and texts shown at the station."""

from dataclasses import replace
from typing import Any

from textual.app import App

from screens.kit.feedback import Feedback
from screens.kit.shows_live import ShowsLive
from screens.stations.station import StationScreen


class LiveApp(App[None], ShowsLive):
    """An application with one live picture, which its screens and dialogs follow."""

    def update_live(self, **changes: Any) -> None:
        """Show the live picture with some of it changed."""
        self.live = replace(self.live, **changes)

    def say(self, text: str) -> None:
        """Show an error, if a station is up and nothing covers it."""
        if isinstance(self.screen, StationScreen):
            self.screen.say(text)


def tell_first(app: LiveApp, done: str, wrong: str = "") -> None:
    """Show at the station what was done before it opened, or else what was wrong when it opened."""
    for screen in app.screen_stack if done or wrong else ():
        for feedback in screen.query(Feedback):
            feedback.say("" if done else wrong, done)
