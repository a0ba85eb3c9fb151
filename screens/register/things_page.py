"""The things of the register, live: each kept ready, renewed, counted, taken out and back with one key (S3, S9)."""

from collections.abc import Awaitable, Callable
from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import BindingType
from textual.widgets import Input

from frontdesk.desk import undo
from frontdesk.desk.register import areas, fitness, things
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.journal.result import Result
from frontdesk.domain.register.areas import AreaOnRecord
from frontdesk.domain.register.last_days import read_last_day
from frontdesk.domain.register.things import Thing, found_by, read_count
from frontdesk.domain.values.errors import Refused
from frontdesk.words.i18n import N_
from frontdesk.words.lookup import event_word
from frontdesk.words.register import area_names
from screens.kit.keys import Key, bindings
from screens.kit.list_page import ListPage
from screens.kit.station import Station
from screens.register.thing_form import ThingForm
from screens.register.thing_list import ThingList, View

_KEYS = (
    Key("f2", "add", N_("put on"), ""),
    Key("f3", "faulty", N_("report a fault"), ""),
    Key("f4", "ready", N_("is in order"), ""),
    Key("f5", "renew", N_("was renewed"), ""),
    Key("f6", "count", N_("counted so many"), ""),
    Key("f7", "out", N_("out or back"), ""),
    Key("f8", "retire", N_("use no more"), ""),
    Key("f9", "undo", N_("undo"), ""),
)


class Register(NamedTuple):
    """What the page shows: the things, those that are used no more, those to be seen to, and the areas."""

    things: tuple[Thing, ...]
    retired: tuple[Thing, ...]
    wanting: frozenset[int]
    areas: tuple[AreaOnRecord, ...]


class ThingsDialog(ListPage[ThingList, Register]):
    """The list, a box for what a key needs, and the keys."""

    TOPIC = "register"
    KEYS = _KEYS
    OF_MARKED = ("f3", "f4", "f5", "f6", "f7", "f8")
    LIST = ThingList
    TITLE = N_("Things kept ready")
    WORDS = N_("what is wrong, what for, a day, how many")
    LONGEST = 400
    HINT = N_("↑ ↓ choose · ← → sort · Enter change · Tab: the words, Enter finds them")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station, view: View = View.ALL) -> None:
        super().__init__(station)
        self._first = view
        self._areas: tuple[AreaOnRecord, ...] = ()

    def rows(self) -> ThingList:
        return ThingList(self._first)

    async def read(self) -> Register | None:
        found, gone = await self.ask(things.listed), await self.ask(things.listed, retired=True)
        wanting, every = await self.ask(things.to_see_to), await self.ask(areas.listed)
        if found is None or gone is None or wanting is None or every is None:
            return None
        return Register(found.things, gone.things, frozenset(each.id for each in wanting), every)

    def show(self, view: ThingList, found: Register) -> None:
        self._areas, view.areas = found.areas, area_names(found.areas)
        view.retired, view.wanting = found.retired, found.wanting
        view.things = found.things
        view.keep_mark()

    @on(Input.Submitted)
    def _find(self, event: Input.Submitted) -> None:
        """Enter in the box: mark the thing that is called so."""
        view = self.view
        if event.value.strip():
            try:
                found = found_by(event.value, [*(view.things or ()), *view.retired])
            except Refused as error:
                self.complain(error)
                return
            view.show_view(View.RETIRED if found.retired_at is not None else View.ALL)
            view.marked = found.id
            event.input.value = ""
            self.say("")
        view.focus()

    def action_add(self) -> None:
        """F2: put a thing on the register, in a form."""
        if self.listens():
            self.app.push_screen(ThingForm(self._station, self._areas), self._saved)

    @on(ThingList.Opened)
    def _change(self) -> None:
        """Enter: describe the marked thing anew, in a form."""
        thing = self.view.thing
        if thing is not None and self.listens():
            self.app.push_screen(ThingForm(self._station, self._areas, thing), self._saved)

    async def _saved(self, answer: Result | None) -> None:
        if answer is not None:
            self._told(answer)
            await self.picture_changed()
            view = self.view
            if answer.number not in view.numbers():
                view.show_view(View.ALL)
            view.marked = answer.number

    async def action_faulty(self) -> None:
        """F3: it is out of order, as the words say."""
        await self._act("faulty", lambda thing: self.perform(fitness.faulty, thing.id, self._words))

    async def action_ready(self) -> None:
        """F4: it is in order again."""
        await self._act("ready", lambda thing: self.perform(fitness.ready, thing.id, self._words))

    async def action_renew(self) -> None:
        """F5: it was renewed, and can be used until the day in the box."""
        today = OpeningHours.of(self._station.latest().policy).day_of(self._station.now)
        await self._act("renew", lambda thing: self.perform(things.renew, thing.id, read_last_day(self._words, today)))

    async def action_count(self) -> None:
        """F6: there are as many as stand in the box."""
        await self._act("count", lambda thing: self.perform(things.count, thing.id, read_count(self._words)))

    async def action_out(self) -> None:
        """F7: it is taken out for what the words say; one that is out is back."""
        await self._act(
            "out",
            lambda thing: (
                self.perform(fitness.back, thing.id, self._words)
                if thing.out
                else self.perform(fitness.out, thing.id, why=self._words)
            ),
        )

    async def action_retire(self) -> None:
        """F8: it is not used any more; one that is retired is used again."""
        await self._act(
            "retire",
            lambda thing: (
                self.perform(things.retire, thing.id, self._words)
                if thing.retired_at is None
                else self.perform(things.again, thing.id)
            ),
        )

    async def action_undo(self) -> None:
        """F9, as everywhere: take back what was done last at this station."""
        if self.listens():
            answer = await self.perform(undo.undo)
            if answer is not None:
                self._told(answer)
                await self.picture_changed()

    @property
    def _words(self) -> str:
        return self.query_one("#words", Input).value

    async def _act(self, act: str, run: Callable[[Thing], Awaitable[Result | None]]) -> None:
        """Do something with the marked thing, once; where it is refused, what is typed stays, to be put right."""
        thing = self.view.thing
        if thing is None or not self.listens() or self._last.is_again(act, thing.id):
            return
        try:
            answer = await run(thing)
        except Refused as error:
            self.complain(error)
            answer = None
        if answer is None:
            self.query_one("#words", Input).focus()
            return
        self._last.note(act, thing.id)
        self.query_one("#words", Input).value = ""
        self.view.focus()
        self._told(answer)
        await self.picture_changed()

    def _told(self, answer: Result) -> None:
        self.say("")
        self.tell(" ".join((str(answer.facts.get("name", "")), event_word(answer.kind))).strip())
