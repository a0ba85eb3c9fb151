"""The emergency contact list called through, live: a key for each result; whoever is left stands on top (S1, S7)."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.reactive import var
from textual.widgets import Input

from frontdesk.desk import undo
from frontdesk.desk.register import calling
from frontdesk.domain.journal.result import Result
from frontdesk.domain.register.calling import CallResult, CallState, Reachable, left_first
from frontdesk.domain.values.clock import Millis
from frontdesk.words.calling import done_words, how_far, reachable_line
from frontdesk.words.i18n import N_, _
from screens.kit.chosen_list import ChosenList
from screens.kit.keys import Key, bindings
from screens.kit.list_page import ListPage
from screens.kit.spans import Line, Span, line, shortened
from screens.kit.store_zone import store_zone

_KEYS = (
    Key("f2", "reached", N_("reached"), ""),
    Key("f3", "no_answer", N_("no answer"), ""),
    Key("f4", "wrong", N_("wrong number"), ""),
    Key("f5", "right", N_("right number"), ""),
    Key("f6", "begin", N_("call through"), ""),
    Key("f9", "undo", N_("undo"), ""),
)
_TONES = {CallState.CALLED: "dim", CallState.TO_CALL: "plain"}
Listed = tuple[tuple[Reachable, ...], Millis]


class CallList(ChosenList):
    """The people and contacts, those to be rung yet on top."""

    REDRAWN_BY = (*ChosenList.REDRAWN_BY, "found", "since")
    OTHER_ROWS = 13

    found: var[tuple[Reachable, ...]] = var(())
    since: var[Millis] = var(0)

    def __init__(self) -> None:
        super().__init__(id="calls")

    @property
    def each(self) -> Reachable | None:
        """Whoever is marked."""
        return self.found[self.marked - 1] if 0 < self.marked <= len(self.found) else None

    def numbers(self) -> list[int]:
        """Return the places in the list, from 1 on."""
        return list(range(1, len(self.found) + 1))

    def mark(self, key: str) -> None:
        """Mark somebody wherever they stand now."""
        keys = [each.key for each in self.found]
        self.marked = keys.index(key) + 1 if key in keys else 1

    def build(self, width: int) -> list[Line]:
        """Return how far it has come, then a line for each in view."""
        snapshot = self.snapshot
        if snapshot is None:
            return []
        zone = store_zone(snapshot)
        lines: list[Line] = [line(Span(how_far(self.found, self.since), "head"))]
        for place, each in self.in_view(self.found, lines):
            said = reachable_line(each, self.since, zone, self.now)
            lines.append(self.entry_row(place, said, width, _TONES.get(each.state(self.since), "over")))
        lines += self.more_below()
        if self.each is not None:
            meant = _("What is typed is for {name}, {phone}").format(name=self.each.name, phone=self.each.phone)
            lines.append(line(Span(shortened(meant, width), "key")))
        return lines


class CallingDialog(ListPage[CallList, Listed]):
    """The list and its keys. What is typed is why nobody was reached, or the right number."""

    TOPIC = "register"
    KEYS = _KEYS
    LIST = CallList
    TITLE = N_("Contact list called through")
    WORDS = N_("a few words, or the right number, then F5")
    LONGEST = 200
    BEGINS_WITH_WORDS = True
    HINT = N_("↑ ↓ or touch: choose · whoever is left stands on top")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    _is_same = False
    """Whether whoever is marked stays marked; once somebody is done with, the next one is."""

    async def read(self) -> Listed | None:
        return await self.ask(calling.listed)

    def show(self, view: CallList, found: Listed) -> None:
        marked = view.each if self._is_same else None
        every, view.since = found
        view.found, self._is_same = left_first(every, view.since), True
        view.mark(marked.key if marked else "")

    async def action_reached(self) -> None:
        """F2: they answered, and the number is theirs."""
        await self._note(CallResult.REACHED)

    async def action_no_answer(self) -> None:
        """F3: nobody answered; they are rung again."""
        await self._note(CallResult.NOT_REACHED)

    async def action_wrong(self) -> None:
        """F4: the number is somebody else's; the right one is typed next."""
        await self._note(CallResult.WRONG_NUMBER, stays=True)

    async def action_right(self) -> None:
        """F5: what is typed is the right number."""
        each = self._meant("right")
        if each is not None:
            await self._act("right", calling.correct, each.key, self.query_one("#words", Input).value)

    async def action_begin(self) -> None:
        """F6: the list is owed from now on until everybody is reached."""
        if self.listens() and not self._last.is_again("begin", 0):
            await self._act("begin", calling.begin)

    async def action_undo(self) -> None:
        """F9, as everywhere: take back what was done last at this station."""
        if self.listens():
            await self._act("undo", undo.undo)

    async def _note(self, result: CallResult, *, stays: bool = False) -> None:
        each = self._meant(result)
        if each is not None:
            words = self.query_one("#words", Input).value
            await self._act(result, calling.called, each.key, result, words, stays=stays)

    def _meant(self, act: str) -> Reachable | None:
        """Return whoever is marked, where a key is meant for them: one that is held down does one thing once."""
        return self.view.each if self.listens() and not self._last.is_again(act, 0) else None

    async def _act(self, act: str, command: Callable[..., Result], *values: object, stays: bool = False) -> None:
        answer = await self.perform(command, *values)
        if answer is None:
            return
        self._last.note(act, 0)
        self._is_same = stays
        words = self.query_one("#words", Input)
        words.value = ""
        if stays:
            words.focus()
        self.say("")
        self.tell(done_words(answer))
        await self.picture_changed()
