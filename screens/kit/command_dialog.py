"""A dialog whose keys act at once: it is deaf while it has only just come up, and says why something was not done."""

from typing import TypeVar

from textual.screen import Screen

from frontdesk.desk.background import Hands
from frontdesk.domain.escalations.alerts import SETTLE
from frontdesk.domain.values.clock import Clock
from frontdesk.words.i18n import N_, _
from screens.kit.commanding import Performing
from screens.kit.dialog import LiveDialog
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key

CLOSE = Key("esc", "cancel", N_("close"), "")
"""For the hints: where there is no keyboard, a touch closes the dialog too."""

R = TypeVar("R")


class CarefulDialog(LiveDialog[R], Performing):
    """A live dialog that carries out commands."""

    def __init__(self, hands: Hands, station: Screen[None], machine: Clock) -> None:
        super().__init__(station)
        self._hands = hands
        self._machine = machine
        self._settled_from = machine.monotonic() + SETTLE

    def settle(self) -> None:
        """Be deaf for a moment: what is shown has only just become so."""
        self._settled_from = self._machine.monotonic() + SETTLE

    def listens(self) -> bool:
        """Whether a key is meant for what is shown; says so where it is not."""
        if self._machine.monotonic() >= self._settled_from:
            return True
        self.say(_("Read it first, then press the key again."))
        return False

    async def on_key_hints_touched(self, event: KeyHints.Touched) -> None:
        """A key was touched."""
        event.stop()
        await self.run_action(event.action)

    def ask_who(self) -> None:
        """Say that somebody has to sign in first."""
        self.say(_("Who works here? Esc, then Ctrl+O; then this can be done."))
