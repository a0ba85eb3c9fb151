"""A problem that was found on a car: what it is, what it costs, how much longer it takes (P2)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.progress import findings
from frontdesk.domain.journal.result import Result
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.progress.terms import FoundKind
from frontdesk.domain.progress.typed import read_cost, read_minutes
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate, show_plate
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

_KEYS = (Key("f10", "save", N_("keep it"), ""),)
_KINDS = (FoundKind.HIDDEN, FoundKind.QUALITY)
_TYPED = ("what", "cost", "minutes")


class HalfFound:
    """What was typed about problems and not kept yet, by car: Esc, and it is there again."""

    def __init__(self) -> None:
        self.of: dict[Plate, tuple[str, ...]] = {}


class FoundDialog(CommandDialog[Result]):
    """The form. A quality problem stops every job of the car."""

    TOPIC = "workshop"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS), Binding("enter", "app.focus_next", show=False)]

    def __init__(self, station: Station, car: Progress) -> None:
        super().__init__(station)
        self._car = car
        self._jobs = open_jobs(car)

    def compose(self) -> ComposeResult:
        zone, now = store_zone(self._station.latest()), self._station.now
        kept = self._station.keeps(HalfFound).of.get(self._car.plate, ("", "", ""))
        with Vertical(classes="dialog") as box:
            box.border_title = _("Found on {plate}").format(plate=show_plate(self._car.plate))
            yield field(_("sort"), Choice([word(kind) for kind in _KINDS], id="kind"))
            named = [job_line(job, zone, now) for job in self._jobs]
            yield field(_("job"), Choice([*named, _("of no job")], id="job"))
            yield field(_("what"), Input(kept[0], id="what", compact=True, max_length=200))
            yield field(_("yuan"), Input(kept[1], id="cost", compact=True, max_length=20, placeholder="300-500"))
            yield field(_("more minutes"), Input(kept[2], id="minutes", compact=True, max_length=5, placeholder="40"))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("Tab or Enter: the next field · F10 keeps it · then F10: what the customer hears"))

    async def on_mount(self) -> None:
        self.query_one("#what", Input).focus()

    async def action_cancel(self) -> None:
        """Esc: what was typed is there when the form opens again."""
        self._station.keeps(HalfFound).of[self._car.plate] = tuple(self._text(name) for name in _TYPED)
        await super().action_cancel()

    async def action_save(self) -> None:
        """F10: put it on record; its job waits from now on."""
        if not self.listens():
            return
        try:
            cost, minutes = read_cost(self._text("cost")), read_minutes(self._text("minutes"))
        except Refused as error:
            self.complain(error)
            return
        place = self.query_one("#job", Choice).index
        answer = await self.perform(
            findings.find, self._car.plate, _KINDS[self.query_one("#kind", Choice).index], self._text("what"),
            cost=cost, minutes=minutes, job=self._jobs[place].id if place < len(self._jobs) else 0,
        )  # fmt: skip
        if answer is not None:
            self._station.keeps(HalfFound).of.pop(self._car.plate, None)
            self.dismiss(answer)

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value
