"""The roll call: one key for each name; what others count at other stations is seen at once (I4, I16)."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Input

from frontdesk.desk.roll_calls import counting, reading
from frontdesk.domain.cases.search_terms import needle
from frontdesk.domain.journal.result import Result
from frontdesk.domain.roll_calls.roll_call import Entry, Mark, Subject
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word, word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.roll_calls import entry_name, heading
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.printing import PrintDocument
from screens.kit.station import Station
from screens.kit.store_zone import store_zone
from screens.people.actions import ask_who_works_here
from screens.roll_calls.answer import AnswerDialog
from screens.roll_calls.name_list import NameList
from screens.roll_calls.presses import REPEATS_WITHIN, Press, Presses

_KEYS = (
    Key("space", "mark('present')", N_("here now"), ""),
    Key("f2", "mark('left')", N_("has left"), ""),
    Key("f3", "mark('hurt')", N_("hurt or stays"), ""),
    Key("f4", "answer", N_("answered for"), ""),
    Key("f5", "begin", N_("next round"), ""),
    Key("f6", "add", N_("add a name"), ""),
    Key("f7", "mark('missing')", N_("not found"), ""),
    Key("f8", "print", N_("print it"), ""),
    Key("f10", "end", N_("all counted"), ""),
)
_FIRST = Key("f5", "begin", N_("begin roll call"), "")
_OF_CAR = {Mark.PRESENT: Mark.MOVED_OUT, Mark.HURT: Mark.STAYS}
"""What the keys mean for a car: it was moved out, it stays where it is."""


class FindBox(Input):
    """The box in which a name is typed; the space bar is no part of it, but says that somebody is here."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return key != "space" and super().check_consume_key(key, character)


class RollCallDialog(CommandDialog[None]):
    """The roll call of one matter, live; what is typed finds a name, by its initials too."""

    TOPIC = "counting"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark('present')", show=False, priority=True),
        *bindings(_KEYS[1:]),
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
    ]

    def __init__(self, station: Station, matter: int) -> None:
        super().__init__(station)
        self._matter = matter
        self._last = LastAct(station.clock)
        self._presses = Presses(station.clock)
        self._waiting: tuple[Entry, Mark, Timer] | None = None
        self._asked_about_cars = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Roll call")
            yield NameList().data_bind(LiveDialog.live)
            yield Done()
            yield field(_("find"), FindBox(id="find", compact=True, max_length=30))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("Enter is as Space · of cars: Space moved out, F3 stays · ↑ ↓ another one"))

    async def on_mount(self) -> None:
        self.query_one(Input).focus()
        await self.picture_changed()

    async def words_changed(self) -> None:
        await self.picture_changed()

    async def picture_changed(self) -> None:
        found = await self.ask(reading.of_matter, self._matter) if self.query(NameList) else None
        if found is None or not self.query(NameList):
            return
        view, snapshot = self.query_one(NameList), self.snapshot
        view.rounds = found
        view.keep_mark()
        if found and snapshot is not None:
            self.query_one(Vertical).border_title = heading(found[-1], store_zone(snapshot))
        waits = _("name, initials or plate; F5: with so many visitors")
        self.query_one(KeyHints).offer((*(_KEYS if found else (_FIRST,)), CLOSE))
        self.query_one(Input).placeholder = waits if found else _("how many visitors are there, then F5")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.say("")
        view = self.query_one(NameList)
        view.typed = event.value
        view.marked = 0
        view.mark_next()

    @on(Input.Submitted)
    async def _entered(self) -> None:
        if self.query_one(NameList).rounds:
            await self.action_mark(Mark.PRESENT)
        else:
            await self.action_begin()

    def action_go(self, step: int) -> None:
        self.query_one(NameList).action_go(step)

    async def action_mark(self, name: str) -> None:
        """Space, F2, F3, F7: what was found of the marked name or car; the mark goes on to the next one."""
        view = self.query_one(NameList)
        press = self._presses.judge(name)
        if press is Press.HELD:
            self._drop_waiting()
            return
        await self._put_waiting()
        entry = view.entry
        if entry is None or not self.listens():
            return
        mark = Mark(name)
        if entry.subject is Subject.CAR:
            mark = _OF_CAR.get(mark, mark)
        if press is Press.ONE:
            await self._put(entry, mark)
            return
        # Perhaps the key is held down: it counts where it does not come again at once.
        self._waiting = entry, mark, self.set_timer(REPEATS_WITHIN / 1000, self._put_waiting)
        view.mark_next()

    async def _put_waiting(self) -> None:
        """A key that came quickly was pressed, and not held down."""
        if self._waiting is not None:
            entry, mark, timer = self._waiting
            self._waiting = None
            timer.stop()
            await self._put(entry, mark)

    def _drop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting[2].stop()
            self._waiting = None

    async def _put(self, entry: Entry, mark: Mark) -> None:
        last = entry.last
        answer = await self.perform(counting.mark, self._matter, entry.key, mark, seen=last.id if last else 0)
        if answer is not None:
            self.tell(labelled(entry_name(entry), word(mark)))
            await self._go_on()

    async def _go_on(self) -> None:
        """Show how things are now, with nothing typed, and the next of whom nobody knows."""
        self._asked_about_cars = False
        box, view = self.query_one(Input), self.query_one(NameList)
        marked = view.marked
        with self.prevent(Input.Changed):
            box.value = ""
        view.typed = ""
        await self.picture_changed()
        view.marked = marked
        entry = view.entry
        if entry is None or entry.is_answered:
            view.mark_next()

    async def action_answer(self) -> None:
        """F4: somebody answers for the marked one."""
        await self._put_waiting()
        entry = self.query_one(NameList).entry
        if entry is not None and self.listens():
            self.app.push_screen(AnswerDialog(self._station, self._matter, entry), self._was_done)

    async def action_begin(self) -> None:
        """F5: begin, or begin the next round; a number that is typed is how many visitors there are besides."""
        await self._put_waiting()
        if not self.listens() or self._last.is_again("begin", 0):
            return
        typed = needle(self.query_one(Input).value)
        if typed and not (typed.isdecimal() and len(typed) < 5):
            self.say(_("“{text}” is no number of visitors; right would be 2, or nothing.").format(text=typed))
            return
        answer = await self.perform(counting.start, self._matter, visitors=int(typed or 0))
        if answer is not None:
            self._last.note("begin", 0)
            self.query_one(NameList).marked = 0
            await self._was_done(answer)

    async def action_add(self) -> None:
        """F6: put on the list who is typed: of the staff, or a visitor."""
        typed = self.query_one(Input).value.strip()
        if not self.listens() or self._last.is_again("add", 0):
            return
        if not typed:
            self.say(_("Who is to be put on the list? Type the name, then F6."))
            return
        is_staff = any(person.name == typed for person in self._station.latest().staff)
        subject = Subject.PERSON if is_staff else Subject.VISITOR
        self._last.note("add", 0)
        await self._was_done(await self.perform(counting.add, self._matter, subject, typed))

    async def action_end(self) -> None:
        """F10: the round is complete; where nobody has looked at a car, ask once."""
        await self._put_waiting()
        roll_call = self.query_one(NameList).roll_call
        if roll_call is None or not self.listens() or self._last.is_again("end", 0):
            return
        cars = len(roll_call.open_cars)
        if cars and roll_call.is_complete and not self._asked_about_cars:
            self._asked_about_cars = True
            self._last.note("end", 0)
            self.say(_("Nobody has looked at {count} cars. F10 once more ends it all the same.").format(count=cars))
            return
        await self._was_done(await self.perform(counting.end, self._matter))

    def action_print(self) -> None:
        """F8: the list with boxes, for when the power is down."""
        if not self.query_one(NameList).rounds or not self.listens() or self._last.is_again("print", 0):
            return
        from frontdesk.documents.roll_call_page import of_matter  # noqa: PLC0415 - slow to load, seldom asked for

        self._last.note("print", 0)
        self.post_message(PrintDocument(self, partial(of_matter, matter=self._matter)))

    def ask_who(self) -> None:
        """Ask who works here, over this page."""
        ask_who_works_here(self._station)

    async def action_cancel(self) -> None:
        """Esc: close; what was pressed last is put down before."""
        await self._put_waiting()
        self.dismiss(None)

    async def _was_done(self, answer: Result | None) -> None:
        if answer is not None:
            self.tell(f"{event_word(answer.kind)} {case_number(answer.number)}")
            await self._go_on()
