"""Any run: its steps in order, what has to be given with each typed in place, one key for each thing done."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk import matters
from frontdesk.desk.runs import faults, runs
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.runs.evidence import CHECKS, WITHOUT_VALUE, EvidenceKind, asked_by
from frontdesk.domain.runs.run import ENDED, StepOnRecord
from frontdesk.words import i18n
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word
from frontdesk.words.phrases import labelled
from frontdesk.words.runs import evidence_hint
from screens.kit.choose import ChooseDialog, Entry
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Rest, Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station
from screens.runs.asking import ask_vehicle, ask_who
from screens.runs.step_list import StepList

COMMON = (
    Key("f2", "take", N_("take it"), ""),
    Key("f3", "fail", N_("faulty"), ""),
    Key("f4", "skip", N_("skip it"), ""),
    Key("f5", "fact", N_("conditions"), ""),
    Key("f6", "lead", N_("new lead"), ""),
)


class RunDialog(CommandDialog[None]):
    """The last run of a matter, live. What is typed belongs to the marked step, or is why a key was pressed."""

    TOPIC = "runs"
    KEYS: ClassVar[tuple[Key, ...]] = (
        *COMMON, Key("f7", "measure", N_("to a measure"), ""), Key("f8", "card", N_("print card"), ""),
        Key("f9", "fold", N_("all steps"), ""),
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(KEYS),
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
    ]

    def __init__(self, station: Station, number: int, marked: str = "") -> None:
        """`marked`: the step that is marked first; else the next one to be done."""
        super().__init__(station)
        self.number = number
        self._to_mark = marked
        self.last = LastAct(station.clock)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Step by step")
            with Rest(can_focus=False):
                yield StepList().data_bind(LiveDialog.live)
            yield Done()
            yield field(_("given"), Input(id="given", compact=True, max_length=1000))
            yield Trouble()
            yield KeyHints((*self.KEYS, CLOSE), tall=False)
            yield static(_("Enter: done, with what is typed · ↑ ↓ or touch: another step"))

    async def on_mount(self) -> None:
        self.query_one(Input).focus()
        self.watch(self.query_one(StepList), "marked", self._hint)
        await self.picture_changed()

    async def words_changed(self) -> None:
        await self.picture_changed()

    async def picture_changed(self) -> None:
        found = await self.ask(runs.of_matter, self.number, i18n.language()) if self.query(StepList) else None
        matter = await self.ask(matters.shown, self.number) if found else None
        if found and matter is not None and self.query(StepList):
            view = self.query_one(StepList)
            view.run, view.dues = found[-1], {due.id: due for due in matter.dues}
            view.teams = self._station.latest().teams
            self.query_one(Vertical).border_title = self.heading(matter)
            view.mark_next(self._to_mark)
            self._to_mark = ""
            self._hint()

    def heading(self, matter: Matter) -> str:
        """Return what stands above the steps."""
        return _("Step by step")

    def action_go(self, step: int) -> None:
        self.query_one(StepList).action_go(step)

    @on(Input.Submitted)
    async def action_done(self) -> None:
        """Enter: the marked step is done, with what is typed."""
        each = self._marked()
        if each is None:
            return
        kind = asked_by(each.step).kind
        typed = self.query_one(Input).value
        if kind is EvidenceKind.PERSON and not typed.strip():
            await ask_who(self, self._station, partial(self._done_with, each))
            return
        if kind is EvidenceKind.VEHICLE and not typed.strip():
            await ask_vehicle(self, partial(self._done_with, each))
            return
        is_value = kind not in WITHOUT_VALUE
        await self._carry_out(
            _spoken(runs.done), each.step.key, typed if is_value else "", words="" if is_value else typed
        )

    async def action_take(self) -> None:
        """F2: whoever works here puts their name on the step."""
        if (each := self._marked()) is not None:
            await self._carry_out(_spoken(runs.take), each.step.key)

    async def action_fail(self) -> None:
        """F3: it is not in order; what is typed says what."""
        if (each := self._marked()) is not None:
            await self._carry_out(_spoken(runs.fail), each.step.key, self.query_one(Input).value)

    async def action_skip(self) -> None:
        """F4: it is skipped; what is typed says why."""
        if (each := self._marked()) is not None:
            await self._carry_out(_spoken(runs.skip), each.step.key, self.query_one(Input).value)

    async def action_fact(self) -> None:
        """F5: something that steps depend on is so, or is not any more."""
        run = self.query_one(StepList).run
        if run is None or not self.listens():
            return
        facts = run.playbook.facts
        if not facts:
            self.say(_("Nothing here depends on a condition."))
            return

        def entries() -> list[Entry]:
            return [(fact.title, _("is so") if fact.key in run.facts else "", True) for fact in facts]

        async def chosen(place: int | None) -> None:
            if place is not None:
                key = facts[place].key
                await self._carry_out(runs.say_fact, key, is_so=key not in run.facts)

        self.app.push_screen(ChooseDialog(lambda: _("What is so?"), entries), chosen)

    async def action_lead(self) -> None:
        """F6: somebody else leads from now on; what is typed says why."""
        if self.listens():
            await ask_who(self, self._station, self._lead_by)

    async def action_measure(self) -> None:
        """F7: a measure sees to what the marked step found; what is typed says what is to change."""
        if (each := self._marked()) is not None:
            await self._carry_out(_spoken(faults.see_to), each.step.key, self.query_one(Input).value)

    def action_card(self) -> None:
        """F8: the card of what is done here, as a page to print (I4)."""
        from screens.runs.playbook_page import print_cards  # noqa: PLC0415 - seldom asked for

        if (run := self.query_one(StepList).run) is not None:
            print_cards(self, self.last, run.playbook.key)

    def action_fold(self) -> None:
        """F9: the steps that are done, or left out, are listed too; or no more."""
        view = self.query_one(StepList)
        view.unfolded = not view.unfolded

    async def _lead_by(self, name: str) -> None:
        await self._carry_out(runs.lead, name, self.query_one(Input).value)

    async def _done_with(self, each: StepOnRecord, name: str) -> None:
        await self._carry_out(_spoken(runs.done), each.step.key, name)

    def _marked(self) -> StepOnRecord | None:
        """Return the marked step, where a key is meant for it: a key that is held down does one thing once."""
        each = self.query_one(StepList).step
        if each is None or not self.listens():
            return None
        if self.last.is_again("act", 0):
            self.last.note("act", 0)
            return None
        return each

    async def _carry_out(self, command: Callable[..., Result], *values: object, **named: object) -> None:
        answer = await self.perform(command, self.number, *values, **named)
        if answer is None:
            return
        self.last.note("act", 0)
        self.query_one(Input).value = ""
        self.tell(labelled(event_word(answer.kind), self._title(answer)))
        await self.picture_changed()

    def _title(self, answer: Result) -> str:
        run = self.query_one(StepList).run
        steps = run.steps if run else ()
        titles = [each.step.title for each in steps if each.step.key == answer.facts.get("step")]
        return titles[0] if titles else answer.detail

    def _hint(self) -> None:
        """Say in the empty box what the marked step asks for."""
        for view in self.query(StepList):
            each = view.step
            self.query_one(Input).placeholder = _asked(each)


def _spoken(command: Callable[..., Result]) -> Callable[..., Result]:
    """Return a command that says what came with the program in the reader's language."""
    return partial(command, language=i18n.language())


def _asked(each: StepOnRecord | None) -> str:
    """Return what is to be typed for a step; a check that is in order is Enter alone."""
    if each is not None and each.state not in ENDED:
        if asked_by(each.step).kind in CHECKS:
            return _("in order: Enter alone; if not: say what, then F3")
        if hint := evidence_hint(each.step):
            return hint
    return _("nothing is needed; F3, F4, F6: say why")
