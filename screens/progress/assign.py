"""Giving a job on a car to a technician (P1)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.progress import jobs, repairs
from frontdesk.domain.journal.result import Result
from frontdesk.domain.progress.terms import WORK
from frontdesk.domain.values.plates import Plate, show_plate
from frontdesk.domain.values.text import clean_code
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KEYS = (Key("f10", "save", N_("assign work"), ""),)


class AssignDialog(CommandDialog[Result]):
    """The form; the technicians who worked lately are chosen with ← →, another one is typed."""

    TOPIC = "workshop"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS), Binding("enter", "app.focus_next", show=False)]

    def __init__(self, station: Station, plate: Plate) -> None:
        super().__init__(station)
        self._plate = plate
        self._known: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = _("Job on {plate}").format(plate=show_plate(self._plate))
            yield field(_("sort"), Choice([word(kind) for kind in WORK], id="kind"))
            yield field(_("technician"), Input(id="technician", compact=True, max_length=30))
            yield static("", "known")
            yield field(_("what to do"), Input(id="title", compact=True, max_length=200))
            yield field(_("minutes"), Input(id="minutes", compact=True, max_length=4, placeholder="60"))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("← → choose · Tab or Enter: the next field · F10 assigns"))

    async def on_mount(self) -> None:
        self.query_one("#kind", Choice).focus()
        self._known = await self.ask(repairs.technicians) or ()
        said = _("or its digit: {names}") if self._known else ""
        said = said.format(names=" ".join(f"{place} {name}" for place, name in enumerate(self._known, 1)))
        for known in self.query(".known"):
            known.update(said)  # type: ignore[attr-defined]

    async def action_save(self) -> None:
        """F10: give the job; where something is refused, all stays as it was filled in."""
        if not self.listens():
            return
        minutes = clean_code(self.query_one("#minutes", Input).value)
        if minutes and not minutes.isdecimal():
            self.say(_("“{text}” is no number of minutes; right would be 60.").format(text=minutes))
            return
        answer = await self.perform(
            jobs.assign, self._plate, WORK[self.query_one("#kind", Choice).index], self._technician(),
            title=self.query_one("#title", Input).value, minutes=int(minutes) if minutes else None,
        )  # fmt: skip
        if answer is not None:
            self.dismiss(answer)

    def _technician(self) -> str:
        """Return the name typed; a number alone is one of those who worked lately."""
        typed = clean_code(self.query_one("#technician", Input).value)
        if typed.isdecimal() and 1 <= int(typed) <= len(self._known):
            return self._known[int(typed) - 1]
        return self.query_one("#technician", Input).value
