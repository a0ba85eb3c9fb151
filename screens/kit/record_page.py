"""One thing on record, live: what is said of it, what was done with it last, a box of words, and its keys."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, ClassVar, Generic, TypeVar
from zoneinfo import ZoneInfo

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Input

from frontdesk.domain.journal.result import Result
from frontdesk.words.i18n import _
from frontdesk.words.lookup import event_word
from screens.kit.choose import ChooseDialog, Entry
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Rest, Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, line, wrap
from screens.kit.station import Station
from screens.kit.store_zone import store_zone

T = TypeVar("T")
Said = tuple[str, str]
"""A text and its tone."""
RULE: Said = ("", "rule")
"""A line across: other things follow."""


class RecordLines(LiveLines, Generic[T]):
    """What is said of the thing; a subclass says it in `said`."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = ("record",)

    record: var[T | None] = var(None)

    def build(self, width: int) -> list[Line]:
        """Return each text in as many lines as it takes."""
        record, snapshot = self.record, self.snapshot
        if record is None or snapshot is None:
            return [()]
        lines: list[Line] = []
        for text, tone in self.said(record, store_zone(snapshot)):
            if (text, tone) == RULE:
                lines.append(line(Span("─" * width, "dim")))
            else:
                lines += [line(Span(row, tone)) for row in wrap(text, width)]
        return lines

    def said(self, record: T, zone: ZoneInfo) -> Iterable[Said]:
        """Return the texts, each with its tone."""
        raise NotImplementedError


class RecordPage(CommandDialog[None], Generic[T]):
    """The dialog. What is typed in the box of words belongs to the key that is pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "read_on(-1)", show=False),
        Binding("pagedown", "read_on(1)", show=False),
    ]
    KEYS: ClassVar[tuple[Key, ...]] = ()
    LINES: ClassVar[type[RecordLines[Any]]]
    TITLE: ClassVar[str] = ""
    WORDS: ClassVar[str] = ""
    """What stands in the empty box of words; without it there is no box."""
    LONGEST: ClassVar[int] = 4000
    HINT: ClassVar[str] = ""
    FIRST: ClassVar[str] = ""
    """What has the cursor first, where it is not the box of words."""

    def __init__(self, station: Station, number: int) -> None:
        super().__init__(station)
        self._number = number
        self._last = LastAct(station.clock)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _(self.TITLE)
            with Rest():
                yield self.LINES().data_bind(LiveDialog.live)
            yield Done()
            yield from self.fields()
            if self.WORDS:
                box_of_words = Input(id="words", compact=True, max_length=self.LONGEST, placeholder=_(self.WORDS))
                yield field(_("words"), box_of_words)
            yield Trouble()
            yield KeyHints((*self.KEYS, CLOSE), tall=False)
            if self.HINT:
                yield static(_(self.HINT))

    def fields(self) -> Iterable[Widget]:
        """Return what is filled in above the words."""
        return ()

    async def read(self) -> T | None:
        """Return the thing as it is on record; None where it cannot be read, which was said."""
        raise NotImplementedError

    async def on_mount(self) -> None:
        if self.FIRST:
            self.query_one(self.FIRST).focus()
        else:
            (self.query_one("#words", Input) if self.WORDS else self.query_one(Rest)).focus()
        await self.picture_changed()

    async def picture_changed(self) -> None:
        record = await self.read() if self.query(RecordLines) else None
        # Meanwhile the dialog may have been closed.
        if record is not None and self.query(RecordLines):
            self.query_one(RecordLines).record = record

    @on(Input.Submitted)
    def _entered(self) -> None:
        """Go on to the next field: Enter alone decides nothing."""
        self.focus_next()

    def action_read_on(self, by: int) -> None:
        """PgUp, PgDn: read on, wherever the cursor is."""
        rest = self.query_one(Rest)
        rest.scroll_relative(y=by * max(1, rest.size.height - 1), animate=False)

    @property
    def record(self) -> T | None:
        """What is shown."""
        record: T | None = self.query_one(RecordLines).record
        return record

    @property
    def words(self) -> str:
        """What is typed in the box of words."""
        return self.query_one("#words", Input).value if self.WORDS else ""

    def means(self, act: str) -> bool:
        """Whether a key is meant for this: one that is held down does it once."""
        return self.record is not None and self.listens() and not self._last.is_again(act, 0)

    async def carry_out(self, act: str, command: Callable[..., Result], *values: object, **named: object) -> None:
        """Carry out what a key stands for, once; where it is refused, all that is typed stays."""
        if self.means(act):
            answer = await self.perform(command, *values, **named)
            if answer is not None:
                self._last.note(act, 0)
                await self.was_done(answer)

    async def was_done(self, answer: Result | None) -> None:
        """Say what was done, and show how things are now; nothing where nothing was done."""
        if answer is None:
            return
        if self.WORDS:
            self.query_one("#words", Input).value = ""
        self.say("")
        self.tell(event_word(answer.kind))
        await self.picture_changed()

    def choose(self, title: str, ways: Sequence[str], then: Callable[[int], Awaitable[None]]) -> None:
        """Let one of several ways be chosen, and go on with its place; Esc, and nothing is done."""
        entries: list[Entry] = [(way, "", True) for way in ways]

        async def chosen(place: int | None) -> None:
            if place is not None:
                await then(place)

        self.app.push_screen(ChooseDialog(lambda: title, lambda: entries), chosen)
