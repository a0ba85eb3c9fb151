"""What every part of the application works with: the picture, the time, who works here."""

from textual.reactive import var

from frontdesk.app.input_queue import KeysInTurn
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis
from screens.kit.feedback import Feedback
from screens.stations.station import StationScreen


class LiveApp(KeysInTurn):
    """An application with one picture, which its screens are bound to."""

    snapshot: var[Snapshot | None] = var(None)
    now: var[Millis] = var(0, always_update=True)
    actor: var[Actor | None] = var(None)
    stale_since: var[Millis | None] = var(None)
    outdated: var[bool] = var(False)
    """Whether a newer version has changed the store: this one shows and writes no more."""

    watched: var[bool] = var(True)
    """Whether anybody looks for limits that are crossed: this station, another one, or `frontdesk watch`."""

    silent_until: var[Millis] = var(0)
    """Until when the sound is paused, in the store's time."""

    def _say(self, text: str) -> None:
        if isinstance(self.screen, StationScreen):
            self.screen.say(text)

    def _tell_first(self, text: str) -> None:
        for screen in self.screen_stack if text else ():
            for feedback in screen.query(Feedback):
                feedback.done = text
