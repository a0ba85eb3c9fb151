"""The cases of a cause one by one: why each limit was crossed, by one key (Z7)."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import var

from frontdesk.desk import undo
from frontdesk.desk.review import reviews
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.journal.events import JournalEvent
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.review.month import ReviewCase
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word, word
from frontdesk.words.review.causes import proposed
from frontdesk.words.review.month import cause_word
from frontdesk.words.times import day_and_time, duration
from screens.kit.chosen_list import ChosenList
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Done, LiveDialog, Trouble, static
from screens.kit.digits import PicksByDigit
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.spans import Line, Span, ends, fit, line, shortened, wrap
from screens.kit.station import Station
from screens.kit.store_zone import store_zone
from screens.past.actions import look_back
from screens.review.month_list import Shown

_KEYS = (
    Key("f2", "take", N_("as proposed"), ""),
    Key("f3", "look_back", N_("the board then"), ""),
    Key("f9", "undo", N_("undo"), ""),
)
_DIGITS = "1234567890-="
_KEYS_OF_CAUSES = (*_DIGITS[:10], "minus", "equals_sign")
"""A key for each cause; a store has twelve at most."""
_HURRIED: Millis = 200
"""Nobody reads a case in less: the key is held down."""
_CAUSE = 24


class CaseList(ChosenList):
    """The cases, with the evidence of the marked one and the causes to choose from."""

    REDRAWN_BY = (*ChosenList.REDRAWN_BY, "said", "cases")

    said: var[dict[int, str]] = var(dict)
    """The causes that were said since, by the number of the case."""
    cases: var[tuple[ReviewCase, ...]] = var(())

    def __init__(self, cases: tuple[ReviewCase, ...], said: dict[int, str]) -> None:
        super().__init__(id="cases", marked=cases[0].escalation.id if cases else 0)
        self.set_reactive(CaseList.cases, cases)
        self.set_reactive(CaseList.said, said)

    @property
    def case(self) -> ReviewCase | None:
        """The marked case."""
        return next((case for case in self.cases if case.escalation.id == self.marked), None)

    def numbers(self) -> list[int]:
        """Return the numbers of the cases."""
        return [case.escalation.id for case in self.cases]

    def build(self, width: int) -> list[Line]:
        """Return a line for each case in view, what is proposed for the marked one, and the causes with their keys."""
        snapshot = self.snapshot
        if snapshot is None:
            return []
        below = self._below(snapshot, width)
        lines: list[Line] = []
        for _number, case in self.in_view(self.cases, lines, taken=len(below)):
            lines.append(self._row(case, snapshot, width))
        return [*lines, *below]

    def _row(self, case: ReviewCase, snapshot: Snapshot, width: int) -> Line:
        escalation = case.escalation
        marked = escalation.id == self.marked
        cause = self.said.get(escalation.id)
        plate = show_plate(escalation.plate) if escalation.plate else word(escalation.kind)
        when = day_and_time(escalation.crossed_at, store_zone(snapshot))
        lasted = duration(escalation.lasted(self.now))
        kind = f" {word(escalation.kind)}" if escalation.plate else ""
        left = [Span(f" {'▸' if marked else ' '}{when} {plate}{kind} {lasted} ", "chosen" if marked else "plain")]
        told = cause_word(cause) if cause else f"? {cause_word(case.proposal.cause)}"
        return ends(left, [Span(f"{shortened(told, max(_CAUSE, width // 3))} ", "ok" if cause else "warn")], width)

    def _below(self, snapshot: Snapshot, width: int) -> list[Line]:
        case = self.case
        lines: list[Line] = [line(Span("─" * width, "dim"))]
        if case is not None:
            lines += [line(Span(f" {row}")) for row in wrap(proposed(case.proposal), width - 2)]
        row: list[Span] = []
        for key, cause in zip(_DIGITS, snapshot.policy.causes, strict=False):
            entry = [Span(f" {key} ", "key"), Span(f"{cause_word(cause)} ")]
            taken = sum(cell_len(span.text) for span in (*row, *entry))
            if row and taken > width:
                lines.append(fit(row, width))
                row = []
            row += entry
        return [*lines, fit(row, width)]


class CasesDialog(CommandDialog[None], PicksByDigit):
    """Says the cause of each case; what was said is counted when the page is read again."""

    TOPIC = "review"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(_KEYS),
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
        Binding("enter", "take", show=False),
        *(Binding(key, f"cause({place})", show=False) for place, key in enumerate(_KEYS_OF_CAUSES)),
    ]

    def __init__(self, station: Station, month: Month, shown: Shown, numbers: Sequence[int]) -> None:
        super().__init__(station)
        self._month = month
        self._said_at: Millis = -_HURRIED
        self._cases = tuple(case for case in shown.causes.cases if case.escalation.id in numbers)
        self._said = {number: said.cause for number, said in shown.month.causes.items()}

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Causes one by one")
            yield CaseList(self._cases, self._said).data_bind(LiveDialog.live)
            yield Done()
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("a key of a cause, or Enter for the proposed one · ↑ ↓ choose a case"))

    async def on_mount(self) -> None:
        self.query_one(CaseList).focus()

    async def picture_changed(self) -> None:
        """Another station may have said some of them."""
        month = await self.ask(reviews.of_month, self._month) if self.query(CaseList) else None
        if month is not None and self.query(CaseList):
            self.query_one(CaseList).said = {number: said.cause for number, said in month.causes.items()}

    def action_go(self, step: int) -> None:
        self.query_one(CaseList).action_go(step)

    async def action_cause(self, place: int) -> None:
        """The key of a cause says it of the marked case."""
        causes = self.latest().policy.causes
        if place < len(causes):
            await self._say(causes[place])

    async def action_take(self) -> None:
        """Enter or F2: the cause that is proposed."""
        case = self.query_one(CaseList).case
        if case is not None and case.proposal.cause is None:
            self.say(_("Nothing is proposed for this one: press the key of a cause."))
        elif case is not None:
            await self._say(str(case.proposal.cause))

    def action_look_back(self) -> None:
        """F3: the board as it stood when the limit of the marked case was on record as crossed."""
        case = self.query_one(CaseList).case
        if case is not None:
            look_back(self._station, case.escalation.raised_at)

    async def action_undo(self) -> None:
        """F9: take back what was said last."""
        if self.listens() and await self.perform(undo.undo) is not None:
            self.tell(event_word(JournalEvent.UNDO))
            await self.picture_changed()

    async def _say(self, cause: str) -> None:
        view = self.query_one(CaseList)
        case = view.case
        if case is None or not self.listens():
            return
        now = self._clock.monotonic()
        if now - self._said_at < _HURRIED:
            self.say(_("Several keys at once: read each case, then press its key."))
            return
        self._said_at = now
        number = case.escalation.id
        if await self.perform(reviews.say_cause, self._month, {number: cause}) is None:
            return
        view.said = {**view.said, number: cause}
        self.tell(f"{show_plate(case.escalation.plate) or word(case.escalation.kind)} · {cause_word(cause)}")
        view.action_go(1)
