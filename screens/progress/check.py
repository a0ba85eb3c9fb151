"""The quality check of a car: in order, or what is not (P3)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.progress import jobs
from frontdesk.domain.journal.result import Result
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import N_, _
from frontdesk.words.progress import job_line
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station
from screens.kit.store_zone import store_zone

_KEYS = (Key("f2", "passed", N_("in order"), ""), Key("f3", "failed", N_("not passed"), ""))


class CheckDialog(CommandDialog[Result]):
    """What was done, and the two answers."""

    TOPIC = "workshop"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station, car: Progress) -> None:
        super().__init__(station)
        self._car = car

    def compose(self) -> ComposeResult:
        zone = store_zone(self._station.latest())
        with Vertical(classes="dialog") as box:
            box.border_title = _("Quality check of {plate}").format(plate=show_plate(self._car.plate))
            for job in self._car.work:
                yield static(job_line(job, zone, self._station.now))
            yield field(_("not right"), Input(id="words", compact=True, max_length=200))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("F2: all is in order · F3: what is typed becomes a job"))

    async def on_mount(self) -> None:
        self.query_one("#words", Input).focus()

    async def action_passed(self) -> None:
        await self._check(passed=True)

    async def action_failed(self) -> None:
        await self._check(passed=False)

    async def _check(self, *, passed: bool) -> None:
        if not self.listens():
            return
        words = self.query_one("#words", Input).value
        answer = await self.perform(jobs.check, self._car.plate, passed=passed, words=words)
        if answer is not None:
            self.dismiss(answer)
