"""The station that must act sounds, unless somebody paused it."""

from functools import partial

from frontdesk.app.live import LiveApp
from frontdesk.domain.values.clock import MINUTE, Millis
from screens.stations.station import StationScreen

PAUSES: tuple[Millis, ...] = (10 * MINUTE, 30 * MINUTE)
"""How long the sound is paused: once pressed, pressed again."""


class Sounding(LiveApp):
    """An application that can be heard."""

    def on_answers_called(self, event: StationScreen.Called) -> None:
        """This station must act: a sound, unless it is paused."""
        from frontdesk.machine import sound  # noqa: PLC0415 - the first picture does without it

        if self.now >= self.silent_until and not sound.play(event.urgency, partial(self.call_from_thread, self.bell)):
            self.bell()

    def action_silence(self) -> None:
        """Pause the sound: for ten minutes, for thirty, then it is on again."""
        left = self.silent_until - self.now
        steps = zip((0, *PAUSES), (*PAUSES, 0), strict=True)
        self.silent_until = self.now + next((pause for at_most, pause in steps if left <= at_most), 0)
