"""The form of a rescue's plan: who leads it, how long, what is done, what it costs; the last one is in it (R2, R7)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.rescues import planning
from frontdesk.domain.journal.result import Result
from frontdesk.domain.parts.reasons import PartReason
from frontdesk.domain.parts.typed import read_names, read_parts
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.progress.typed import read_cost
from frontdesk.domain.rescues.checks import PlanTyped
from frontdesk.domain.rescues.reasons import RescueReason
from frontdesk.domain.rescues.rescue import PlanRevision, Rescue
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.words.i18n import N_, _
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.form import FormDialog
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KEYS = (Key("f10", "save", N_("keep it"), ""),)
_TYPED = ("crew", "travel", "minutes", "jobs", "cost", "parts", "tools", "cautions")


class HalfPlanned:
    """What was typed of a plan and not kept yet, with whose rescue and revision it is: Esc, and it is there again."""

    def __init__(self) -> None:
        self.of: tuple[int, int] = (0, 0)
        self.typed: dict[str, str] = {}
        self.leader = 0


class PlanDialog(CommandDialog[Result], FormDialog[Result]):
    """The form."""

    TOPIC = "rescues"
    REFUSED_IN: ClassVar[dict[Reason, tuple[str, ...]]] = {
        RescueReason.PLAN_FIELD: ("jobs",),
        RescueReason.PLAN_MINUTES: ("travel", "minutes"),
        RescueReason.PLAN_COST: ("cost",),
        PeopleReason.UNKNOWN_PERSON: ("crew",),
        PartReason.PART_NAME: ("parts",),
    }
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS), Binding("enter", "app.focus_next", show=False)]

    def __init__(self, station: Station, rescue: Rescue) -> None:
        super().__init__(station)
        self._rescue = rescue
        self._of = (rescue.id, len(rescue.plans))
        self._people = [person.name for person in station.latest().staff]

    def compose(self) -> ComposeResult:
        plan, said = self._rescue.plan, _as_typed(self._rescue.plan)
        leads = self._people.index(plan.leader) if plan and plan.leader in self._people else 0
        kept = self._station.keeps(HalfPlanned)
        if kept.of == self._of:
            said, leads = kept.typed, min(kept.leader, len(self._people) - 1)
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Plan {revision}").format(revision=len(self._rescue.plans) + 1)
            yield field(_("leads it"), Choice(self._people, index=leads, id="leader"))
            for name, title, hint in (
                ("crew", _("goes along"), _("names, with commas between")),
                ("travel", _("min on the road"), _("still empty: minutes")),
                ("minutes", _("min of work"), _("still empty: minutes")),
                ("jobs", _("work planned"), ""),
                ("cost", _("yuan"), _("still empty: least-most")),
                ("parts", _("parts"), _("clutch x1, oil x2")),
                ("tools", _("tools"), ""),
                ("cautions", _("to be minded"), _("the customer is told it")),
            ):
                yield field(title, Input(said.get(name, ""), id=name, compact=True, placeholder=hint))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("Hardly dearer or later, same leader and work: what was agreed and signed still holds."))

    async def on_mount(self) -> None:
        self.query_one(Choice).focus()

    async def action_cancel(self) -> None:
        """Esc: what was typed is there when the form of this revision opens again."""
        kept = self._station.keeps(HalfPlanned)
        kept.of, kept.leader = self._of, self.query_one(Choice).index
        kept.typed = {name: self._text(name) for name in _TYPED}
        await super().action_cancel()

    async def action_save(self) -> None:
        """F10: put it on record; then the customer is asked."""
        if not self.listens():
            return
        try:
            least, most = read_cost(self._text("cost")) or (-1, -1)
        except Refused as error:
            self.complain(error)
            return
        typed = PlanTyped(
            _whole(self._text("travel")), _whole(self._text("minutes")),
            self._people[self.query_one(Choice).index], read_names(self._text("crew")), self._text("jobs"),
            least, most, read_parts(self._text("parts")), self._text("tools"), self._text("cautions"),
        )  # fmt: skip
        answer = await self.perform(planning.plan, self._rescue.id, typed)
        if answer is not None:
            self.dismiss(answer)

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value


def _as_typed(plan: PlanRevision | None) -> dict[str, str]:
    """Return what a plan says as it was typed."""
    if plan is None:
        return {}
    return {
        "crew": ", ".join(plan.crew), "travel": str(plan.travel), "minutes": str(plan.minutes), "jobs": plan.jobs,
        "cost": f"{plan.cost_min}-{plan.cost_max}", "tools": plan.tools, "cautions": plan.cautions,
        "parts": ", ".join(f"{part.name} x{part.quantity}" for part in plan.parts),
    }  # fmt: skip


def _whole(typed: str) -> int:
    """Return minutes; 0 for what are none."""
    plain = typed.strip()
    return int(plain) if plain.isascii() and plain.isdecimal() else 0
