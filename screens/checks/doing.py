"""One check: an item takes one key, or a figure; a fault proposes its measure (S3)."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.checks import doing, listing
from frontdesk.desk.checks.doing import Given
from frontdesk.desk.runs import runs
from frontdesk.domain.checks.answers import FAULT, IN_ORDER, is_yes_or_no, left_open
from frontdesk.domain.checks.check import RoundState
from frontdesk.domain.checks.reasons import CheckReason
from frontdesk.domain.runs.run import StepOnRecord
from frontdesk.domain.values.errors import Refused
from frontdesk.words import i18n
from frontdesk.words.checks import item_answered, marks
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word
from frontdesk.words.phrases import case_number
from frontdesk.words.runs import evidence_hint
from screens.checks.item_list import ItemList
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KEYS = (
    Key("f3", "fault", N_("not in order"), ""),
    Key("f4", "skip", N_("leave out"), ""),
    Key("f10", "finish", N_("check done"), ""),
)


class AnswerBox(Input):
    """The box for figures and words. While it is empty, the digits that answer an item are keys, and no text."""

    def __init__(self, is_answer: Callable[[str], bool]) -> None:
        super().__init__(id="given", compact=True, max_length=1000)
        self._is_answer = is_answer

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is text."""
        return not self._answers(key) and super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """A digit that is a key goes on to the dialog."""
        if self._answers(event.key):
            event.prevent_default()

    def _answers(self, key: str) -> bool:
        return not self.value and key in {IN_ORDER, FAULT} and self._is_answer(key)


class CheckDialog(CommandDialog[None]):
    """A check being done, live. What is typed belongs to the marked item, or is why a key was pressed."""

    TOPIC = "checks"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(_KEYS),
        Binding(IN_ORDER, f"digit('{IN_ORDER}')", show=False),
        Binding(FAULT, f"digit('{FAULT}')", show=False),
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
    ]

    def __init__(self, station: Station, number: int) -> None:
        super().__init__(station)
        self._number = number
        self._last = LastAct(station.clock)
        self._answered = ""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Check")
            yield ItemList().data_bind(LiveDialog.live)
            yield Done()
            yield field(_("given"), AnswerBox(self._is_answer))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("1 in order · 2 not · a figure, then Enter · ↑ ↓ or touch: another item"))

    async def on_mount(self) -> None:
        self.query_one(Input).focus()
        self.watch(self.query_one(ItemList), "marked", self._hint)
        await self.picture_changed()

    async def picture_changed(self) -> None:
        found = await self.ask(listing.shown, self._number) if self.query(ItemList) else None
        run = await self.ask(runs.of_matter, self._number, i18n.language()) if found else None
        if found and run and self.query(ItemList):
            view = self.query_one(ItemList)
            view.round, view.run = found, run[-1]
            if view.item is None:
                view.mark_next()
            self._hint()

    async def words_changed(self) -> None:
        """Call the items of what was said last by their names in the new language."""
        error = self._refused_with
        await super().words_changed()
        self._tell_answered()
        run = self.query_one(ItemList).run
        if error is not None and error.reason is CheckReason.ITEMS_OPEN and run is not None:
            missing = tuple(each.step.title for each in left_open(run))
            self.complain(Refused(error.reason, **{**error.facts, "steps": missing}))

    def action_go(self, step: int) -> None:
        self.query_one(ItemList).action_go(step)

    async def action_digit(self, digit: str) -> None:
        """1, 2: the marked item is in order or not."""
        item = self.query_one(ItemList).item
        if item is not None and is_yes_or_no(item.step):
            await self._answer(digit, Given(item.step.key, digit))
        else:
            self._last.note(digit, 0)

    @on(Input.Submitted)
    async def action_enter(self) -> None:
        """Enter: what is typed is the answer."""
        if (item := self.query_one(ItemList).item) is not None:
            await self._answer("enter", Given(item.step.key, self.query_one(Input).value))

    async def action_fault(self) -> None:
        """F3: the marked item is not in order; what is typed says what."""
        if (item := self.query_one(ItemList).item) is not None:
            await self._answer("fault", Given(item.step.key, words=self.query_one(Input).value, is_fault=True))

    async def action_skip(self) -> None:
        """F4: the marked item is left out; what is typed says why."""
        if (item := self.query_one(ItemList).item) is not None:
            await self._answer("skip", Given(item.step.key, words=self.query_one(Input).value, is_skipped=True))

    async def action_finish(self) -> None:
        """F10: every item is answered; what the review looks at is said, and stops nobody."""
        if not self.listens() or self._is_held("finish"):
            return
        answer = await self.perform(doing.finish, self._number, language=i18n.language())
        if answer is None:
            return
        self._last.note("finish", 0)
        self._answered = ""
        await self.picture_changed()
        found = self.query_one(ItemList).round
        said = marks(found) if found is not None and found.state is RoundState.DONE else []
        self.tell(" · ".join((f"{case_number(answer.number)} {event_word(answer.kind)}", *said)))

    async def _answer(self, act: str, given: Given) -> None:
        """Answer the marked item; a key that is held down answers one."""
        if not self.listens() or self._is_held(act):
            return
        answer = await self.perform(partial(doing.answer, language=i18n.language()), self._number, given)
        if answer is None:
            return
        self._last.note(act, 0)
        self._answered = given.key
        self.query_one(Input).value = ""
        await self.picture_changed()
        view = self.query_one(ItemList)
        self._tell_answered()
        view.mark_next()

    def _tell_answered(self) -> None:
        items = self.query_one(ItemList).items
        self.tell(" ".join(item_answered(each) for each in items if each.step.key == self._answered))

    def _is_held(self, act: str) -> bool:
        """Whether a key came again so soon that it was held down, or pressed twice by mistake."""
        is_held = self._last.is_again(act, 0)
        if is_held:
            self._last.note(act, 0)
        return is_held

    def _is_answer(self, digit: str) -> bool:
        """Whether a digit answers the marked item; one that is still held down after that is no figure of the next."""
        item = self.query_one(ItemList).item
        return self._last.is_again(digit, 0) or (item is not None and is_yes_or_no(item.step))

    def _hint(self) -> None:
        """Say in the empty box what the marked item asks for."""
        for view in self.query(ItemList):
            self.query_one(Input).placeholder = _asked(view.item)


def _asked(item: StepOnRecord | None) -> str:
    if item is None:
        return ""
    if is_yes_or_no(item.step):
        return _("1 in order · 2 not in order · words, then F3 or F4")
    return evidence_hint(item.step)
