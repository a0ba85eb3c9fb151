"""Plays a sound at the station that must act, unless somebody paused it."""

from collections.abc import Callable
from functools import partial

from textual.message import Message

from frontdesk.app.live import LiveApp
from frontdesk.domain.escalations.prompts import Urgency
from frontdesk.domain.values.clock import MINUTE, Millis
from screens.escalations.messages import Called
from screens.kit.live import Live

PAUSES: tuple[Millis, ...] = (10 * MINUTE, 30 * MINUTE)
"""How long the sound is paused after the first press, and after the second."""


def _at_this_machine(urgency: Urgency, app: LiveApp) -> None:
    from frontdesk.machine import sound  # noqa: PLC0415 - the first picture does without it

    if not sound.play(urgency, partial(app.call_from_thread, app.bell)):
        app.bell()


class Sounding:
    """Plays a sound when the station is called. `play` knows where the person sits."""

    def __init__(self, play: Callable[[Urgency, LiveApp], None] = _at_this_machine) -> None:
        self._play = play

    def hear(self, message: Message, app: LiveApp) -> None:
        """Play the sound, unless it is paused; that of an incident is heard all the same."""
        if not isinstance(message, Called):
            return
        if message.urgency is Urgency.EMERGENCY or app.now >= app.live.silent_until:
            self._play(message.urgency, app)


def pause_asked_for(live: Live) -> Millis:
    """Return until when the sound is paused after another press: ten minutes, then thirty, then not at all."""
    left = live.silent_until - live.now
    steps = zip((0, *PAUSES), (*PAUSES, 0), strict=True)
    return live.now + next((pause for at_most, pause in steps if left <= at_most), 0)
