"""Letting the jobs go on that a quality problem stopped: for the workshop's supervisor (P2)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from frontdesk.desk.progress import findings
from frontdesk.domain.journal.result import Result
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import N_, _
from frontdesk.words.progress import found_line
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Trouble, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KEYS = (Key("f10", "release", N_("let go on"), ""),)


class ReleaseDialog(CommandDialog[Result]):
    """What stops the car, and the one key that lets it go on."""

    TOPIC = "workshop"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station, car: Progress) -> None:
        super().__init__(station)
        self._car = car

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = _("{plate} stands still").format(plate=show_plate(self._car.plate))
            for found in self._car.found:
                if found.stops:
                    yield static(found_line(found))
            yield static(_("A quality problem stops every job. The supervisor lets them go on."))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)

    async def action_release(self) -> None:
        """F10: every job that was stopped goes on."""
        if self.listens() and (answer := await self.perform(findings.release, self._car.plate)) is not None:
            self.dismiss(answer)
