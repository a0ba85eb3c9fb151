"""A dialog whose keys run commands. Its first 0.7 seconds ignore keys, because they were meant for what was below."""

from typing import TypeVar

from textual import on

from frontdesk.domain.escalations.alerts import IGNORES_KEYS_FOR
from frontdesk.domain.values.clock import Clock, Millis
from frontdesk.words.i18n import N_, _
from screens.kit.commanding import RunsCommands
from screens.kit.dialog import LiveDialog
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key
from screens.kit.settling import Settling
from screens.kit.station import Station

CLOSE = Key("esc", "cancel", N_("close"), "")
"""The hint that closes the dialog by touch, if there is no keyboard."""

R = TypeVar("R")


class LastAct:
    """What was done last in a list, so that a key held down for it does it once."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._act: tuple[object, int] | None = None
        self._at: Millis = 0

    def note(self, act: object, entry: int) -> None:
        """Note that this was done with an entry just now."""
        self._act, self._at = (act, entry), self._clock.monotonic()

    def is_again(self, act: object, entry: int) -> bool:
        """Whether the same was done with the same entry less than 0.7 seconds ago."""
        return self._act == (act, entry) and self._clock.monotonic() - self._at < IGNORES_KEYS_FOR


class CommandDialog(LiveDialog[R], RunsCommands):
    """A live dialog that carries out commands."""

    def __init__(self, station: Station) -> None:
        super().__init__()
        self._station = station
        self.desk = station.desk
        self._clock = station.clock
        self.settling = Settling(self._clock)
        self.settling.begin()

    def listens(self) -> bool:
        """Whether a key is meant for the dialog; if not, say so."""
        if self.settling.is_over:
            return True
        self.say(_("Read it first, then press the key again."))
        return False

    def done(self) -> None:
        """A success replaces a refusal, in the dialog and at the station below."""
        super().done()
        self._station.say("")

    @on(KeyHints.Touched)
    async def _key_was_touched(self, event: KeyHints.Touched) -> None:
        event.stop()
        await self.run_action(event.action)

    def ask_who(self) -> None:
        """Say that somebody has to sign in first."""
        self.say(_("Who works here? Esc, then Ctrl+O; then this can be done."))

    def ask_pin(self) -> None:
        """Ask over this dialog; what was typed in it stays."""
        self._station.ask_pin(lambda known: self.say("", known=known))
