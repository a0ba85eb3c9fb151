"""What was learned from an incident, and into which plan it goes; into none only with a reason (I13)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.incidents import aftermath
from frontdesk.desk.incidents.aftermath import Followed
from frontdesk.domain.incidents.aftermath import IntoPlan
from frontdesk.domain.incidents.aftermath_reasons import AftermathReason
from frontdesk.domain.incidents.incident import WORDS_LIMIT
from frontdesk.domain.plans.plan import PlanOnRecord
from frontdesk.domain.values.errors import Reason
from frontdesk.domain.values.need import Who
from frontdesk.domain.values.text import clean_line
from frontdesk.words.aftermath import measure_lines
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from screens.incidents.kept import IncidentForm
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE
from screens.kit.dialog import Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KEYS = (Key("f10", "save", N_("put on record"), ""),)
_MEASURES_SHOWN = 4


class LessonsForm(IncidentForm):
    """The form. A plan that is chosen gets a draft of its next version."""

    WHOSE = Who.MANAGER
    REFUSED_IN: ClassVar[dict[Reason, tuple[str, ...]]] = {
        AftermathReason.LESSONS_MISSING: ("lessons",),
        AftermathReason.INTO_PLAN_WHY: ("why",),
    }
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station, followed: Followed, plans: tuple[PlanOnRecord, ...]) -> None:
        super().__init__(station, followed.incident.id)
        self._followed, self._plans = followed, plans

    def compose(self) -> ComposeResult:
        found = self._followed.found
        into = [word(IntoPlan.NO), *(clean_line(each.plan.title) for each in self._plans)]
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("What was learned")
            for each in measure_lines(self._followed.measures[-_MEASURES_SHOWN:]):
                yield static(each)
            yield field(
                _("lessons *"), self.box("lessons", 4000, _("what is done otherwise from now on"), found.lessons)
            )
            yield field(_("which plan"), Choice(into, id="plan"))
            yield field(_("why in none"), self.box("why", WORDS_LIMIT, "", found.into_plan_why))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("← → choose the plan: its next version is begun · Esc keeps what is typed"))

    async def on_mount(self) -> None:
        self.query_one("#lessons", Input).focus()

    async def action_save(self) -> None:
        """F10: put it on record; where something is refused, all stays as it was filled in."""
        if not self.listens():
            return
        chosen = self.query_one("#plan", Choice).index
        into = IntoPlan.YES if chosen else IntoPlan.NO
        plan = self._plans[chosen - 1].plan.key if chosen else ""
        answer = await self.perform(
            aftermath.assess, self._number,
            lessons=self.text("lessons"), into_plan=into, why=self.text("why"), plan=plan,
        )  # fmt: skip
        if answer is not None:
            self.filed(answer)
