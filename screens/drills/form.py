"""Planning a drill: what, where, when, what it is to show, who looks on and who is in it (S4)."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, TextArea

from frontdesk.desk import drills
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.drills.reasons import DrillReason
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.policy.typed import read_names
from frontdesk.domain.register.areas import AreaOnRecord
from frontdesk.domain.values.errors import FrontdeskError, Reason
from frontdesk.domain.values.need import Who
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.register import area_word
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Rest, Trouble, field, label, static
from screens.kit.form import FormDialog, box, type_over
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KEYS = (Key("f10", "plan", N_("plan it"), ""),)
_KINDS = tuple(kind for kind in IncidentKind if kind is not IncidentKind.HAZARD)


class DrillForm(FormDialog[Result], CommandDialog[Result]):
    """The form of a new drill."""

    TOPIC = "drills"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]
    WHOSE = Who.DESK
    REFUSED_IN: ClassVar[Mapping[Reason, tuple[str, ...]]] = {
        DrillReason.DRILL_TIME: ("at",),
        DrillReason.OBJECTIVES: ("objectives",),
        DrillReason.OBSERVER_IN_IT: ("people",),
        PeopleReason.UNKNOWN_PERSON: ("people",),
    }

    def __init__(self, station: Station, kind: IncidentKind, places: Sequence[AreaOnRecord]) -> None:
        super().__init__(station)
        self._kind, self._places = kind, places
        self._staff = [person.name for person in station.latest().staff]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as frame:
            frame.border_title = _("Plan a drill")
            with Rest(can_focus=False):
                yield field(_("kind"), Choice(list(map(word, _KINDS)), index=_KINDS.index(self._kind), id="kind"))
                areas = [area_word(each.key, each.name) for each in self._places]
                yield field(_("place"), Choice(areas, id="place"))
                hint = _("16:30, tomorrow 3pm, monday, 3 days, 3-5, 2026-03-05 10:05")
                yield field(_("when") + "*", Input(id="at", compact=True, placeholder=hint))
                yield field(_("observer"), Choice(self._staff or ["—"], id="observer"))
                hint = _("names, with commas between")
                yield field(_("takes part"), Input(id="people", compact=True, max_length=500, placeholder=hint))
                yield label(_("what it is to show, one a line, at most 5") + "*")
                yield box("objectives", "", "short")
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("Tab: the next field · ← → choose · F10 plans it"))

    async def on_mount(self) -> None:
        self.query_one("#kind", Choice).focus()

    async def action_plan(self) -> None:
        """F10: plan it; where something is refused, all stays as it was filled in."""
        if not self.listens():
            return
        hours = OpeningHours.of(self._station.latest().policy)
        try:
            at = read_deadline(self.query_one("#at", Input).value, self._station.now, hours)
        except FrontdeskError as error:
            self.complain(error)
            type_over(self.query_one("#at", Input))
            return
        lines = self.query_one("#objectives", TextArea).text.splitlines()
        answer = await self.perform(
            drills.plan, _KINDS[self._chosen("kind")], self._places[self._chosen("place")].key, at,
            self._staff[self._chosen("observer")] if self._staff else "",
            people=read_names(self.query_one("#people", Input).value),
            objectives=[text for text in lines if text.strip()],
        )  # fmt: skip
        if answer is not None:
            self.dismiss(answer)

    def _chosen(self, name: str) -> int:
        return self.query_one(f"#{name}", Choice).index
