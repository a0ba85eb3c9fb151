"""What a job waits for, and until when (P4)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.progress import jobs
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.journal.result import Result
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.progress.terms import CHOSEN_HOLDS
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.progress import job_line
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station
from screens.kit.store_zone import store_zone
from screens.progress.which_job import open_jobs

_KEYS = (Key("f10", "save", N_("hold"), ""),)


class HoldDialog(CommandDialog[Result]):
    """The form; the job that is worked on comes first."""

    TOPIC = "workshop"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS), Binding("enter", "app.focus_next", show=False)]

    def __init__(self, station: Station, car: Progress) -> None:
        super().__init__(station)
        self._car = car
        self._jobs = open_jobs(car)

    def compose(self) -> ComposeResult:
        zone = store_zone(self._station.latest())
        with Vertical(classes="dialog") as box:
            box.border_title = _("{plate} waits").format(plate=show_plate(self._car.plate))
            named = [job_line(job, zone, self._station.now) for job in self._jobs]
            yield field(_("job"), Choice(named or ["–"], id="job"))
            yield field(_("waits for"), Choice([word(why) for why in CHOSEN_HOLDS], id="why"))
            yield field(_("until"), Input(id="until", compact=True, placeholder=_("11:30, 2 hours; may stay empty")))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("← → choose · Tab or Enter: the next field · F10 holds it"))

    async def on_mount(self) -> None:
        self.query_one("#why", Choice).focus()

    async def action_save(self) -> None:
        """F10: hold the job; where something is refused, all stays as it was filled in."""
        if not self.listens():
            return
        until, typed = None, self.query_one("#until", Input).value
        if typed.strip():
            try:
                until = read_deadline(typed, self._station.now, OpeningHours.of(self._station.latest().policy))
            except Refused as error:
                self.complain(error)
                return
        job = self._jobs[self.query_one("#job", Choice).index].id if self._jobs else 0
        why = CHOSEN_HOLDS[self.query_one("#why", Choice).index]
        answer = await self.perform(jobs.hold, self._car.plate, why, until, job=job)
        if answer is not None:
            self.dismiss(answer)
