"""The page of an incident: what is known, who does what, and a key for each word of the command (I2–I4, I12)."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.incidents import commanding, knowing, reading, reporting
from frontdesk.domain.incidents.incident import WORDS_LIMIT, Fact, Level
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.text import clean_code
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.lookup import event_word, word
from screens.incidents.keys import KEYS, offered
from screens.incidents.view import Hint, IncidentView
from screens.kit.choose import ChooseDialog, Entry
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Rest, Trouble, field
from screens.kit.key_hints import KeyHints
from screens.kit.keys import bindings
from screens.kit.station import Station
from screens.people.actions import ask_who_works_here

_MOST_CHOSEN = 5
"""So many hurt are chosen with a digit; more are typed, then F4."""


class KeptLines:
    """What was typed about each incident and is not kept yet: it survives Esc."""

    def __init__(self) -> None:
        self.by_number: dict[int, str] = {}


class IncidentDialog(CommandDialog[None]):
    """One incident, live. What is typed is a line about it, or why a key was pressed."""

    TOPIC = "incidents"
    FITS_ANY_WINDOW = True
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(KEYS),
        Binding("tab", "next", show=False, priority=True),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
    ]

    def __init__(self, station: Station, number: int, *, told: str = "") -> None:
        """`told`: what is said of the report that brought it up."""
        super().__init__(station)
        self._number = number
        self._told = told
        self._last = LastAct(station.clock)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("An incident")
            with Rest(can_focus=False):
                yield IncidentView().data_bind(LiveDialog.live)
            yield Done()
            yield field(_("a line"), Input(id="line", compact=True, max_length=WORDS_LIMIT))
            yield Trouble()
            yield KeyHints((*KEYS, CLOSE), tall=False)
            yield Hint()

    async def on_mount(self) -> None:
        box = self.query_one(Input)
        box.value = self._station.keeps(KeptLines).by_number.get(self._number, "")
        box.focus()
        self.tell(self._told)
        await self.picture_changed()

    async def words_changed(self) -> None:
        await self.picture_changed()

    async def picture_changed(self) -> None:
        found = await self.ask(reading.scene, self._number, i18n.language()) if self.query(IncidentView) else None
        if found is not None and self.query(IncidentView):
            self.query_one(IncidentView).scene = found
            self.query_one(Hint).others = len(self._others) > 1
            self.query_one(KeyHints).offer((*offered(found.shown.incident), CLOSE))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Keep what is typed, so that Esc loses nothing."""
        self._station.keeps(KeptLines).by_number[self._number] = event.value

    @on(Input.Submitted)
    async def action_say(self) -> None:
        """Enter: a line about it; without one, its steps."""
        if not self.listens():
            return
        typed, scene = self._line(), self.query_one(IncidentView).scene
        if typed.strip():
            await self._tell_of(knowing.say, typed)
        elif scene is not None and scene.run is not None:
            from screens.runs.page import RunDialog  # noqa: PLC0415 - loaded with the other dialogs

            self.app.push_screen(RunDialog(self._station, self._number))

    async def action_command(self) -> None:
        """F2: whoever works here has the command from now on."""
        if self._hears("command"):
            await self._named(commanding.take, language=i18n.language())

    async def action_contain(self) -> None:
        """F3: it does not get worse any more."""
        if self._hears("contain"):
            await self._named(commanding.contain, self._line())

    async def action_end(self) -> None:
        """F8: it is over."""
        if self._hears("end"):
            await self._named(commanding.end, self._line())

    async def action_mistake(self) -> None:
        """F9: there is nothing."""
        if self._hears("mistake"):
            await self._tell_of(reporting.take_back, self._line())

    async def action_known(self) -> None:
        """F4: how many are hurt, by the number that is typed or chosen; or what makes it grave."""
        if not self._hears("known"):
            return
        typed = clean_code(self._line())
        if typed.isdecimal() and len(typed) <= len("999"):
            await self._tell_of(knowing.say, hurt=int(typed))
            return

        def entries() -> list[Entry]:
            hurt = [_("nobody is hurt"), *(_("hurt: {count}").format(count=n) for n in range(1, _MOST_CHOSEN + 1))]
            return [(said, "", True) for said in (*hurt, *map(word, Fact))]

        async def chosen(place: int | None) -> None:
            if place is None:
                return
            if place <= _MOST_CHOSEN:
                await self._tell_of(knowing.say, hurt=place)
            else:
                await self._tell_of(knowing.say, facts=(list(Fact)[place - _MOST_CHOSEN - 1],))

        self.app.push_screen(ChooseDialog(lambda: _("What is known?"), entries), chosen)

    def action_count(self) -> None:
        """F5: people and cars are counted."""
        from screens.roll_calls.page import RollCallDialog  # noqa: PLC0415 - loaded with the other dialogs

        if self._hears("count"):
            self.app.push_screen(RollCallDialog(self._station, self._number))

    async def action_level(self) -> None:
        """F6: how grave it is; what is typed says why it is less so."""
        if not self._hears("level"):
            return

        async def chosen(place: int | None) -> None:
            if place is not None:
                await self._tell_of(knowing.set_level, list(Level)[place], self._line())

        def levels() -> list[Entry]:
            return [(word(level), "", True) for level in Level]

        self.app.push_screen(ChooseDialog(lambda: _("How grave is it?"), levels), chosen)

    def action_news(self) -> None:
        """F7: what is said of it to whom."""
        from screens.incidents.news_page import NewsDialog  # noqa: PLC0415 - seldom asked for

        if self._hears("news"):
            self.app.push_screen(NewsDialog(self._station, self._number))

    def action_after(self) -> None:
        """PgDn: what comes of it: cause, lessons, who is told, cars, the report."""
        from screens.incidents.after_page import AfterDialog  # noqa: PLC0415 - seldom asked for

        if self._hears("after"):
            self.app.push_screen(AfterDialog(self._station, self._number))

    async def action_report(self) -> None:
        """F10, as Ctrl+X over this page: something else goes wrong too."""
        await self.app.run_action("app.incident")

    @property
    def _others(self) -> list[int]:
        """The incidents that go on."""
        return [each.id for each in self._station.latest().incidents if each.goes_on]

    async def action_next(self) -> None:
        """Tab: the next incident that is open."""
        numbers = self._others
        if not numbers or numbers == [self._number]:
            return
        place = numbers.index(self._number) + 1 if self._number in numbers else 0
        self._number = numbers[place % len(numbers)]
        self.query_one(Input).value = self._station.keeps(KeptLines).by_number.get(self._number, "")
        await self.picture_changed()

    def action_scroll(self, rows: int) -> None:
        """↑ ↓: bring the rest into view."""
        self.query_one(Rest).scroll_relative(y=rows, animate=False)

    def _hears(self, act: str) -> bool:
        """Whether a key is meant for this page; one that is held down does one thing once."""
        if not self.listens() or self._last.is_again(act, self._number):
            return False
        self._last.note(act, self._number)
        return True

    def ask_who(self) -> None:
        """Ask who works here, over this page; what is typed in it stays."""
        ask_who_works_here(self._station)

    def _line(self) -> str:
        return self.query_one(Input).value

    async def _named(self, command: Callable[..., Result], *values: object, **named: object) -> None:
        """Do what is done by name."""
        await self._done_with(await self.perform(command, self._number, *values, **named))

    async def _tell_of(self, command: Callable[..., Result], *values: object, **named: object) -> None:
        """Do what anybody does, signed in or not."""
        await self._done_with(await self.ask(command, self._number, *values, **named))

    async def _done_with(self, answer: Result | None) -> None:
        if answer is None:
            return
        self.say("")
        self.query_one(Input).value = ""
        self.tell(event_word(answer.kind))
        await self.picture_changed()
