"""One message: the script to read, what came of each try, and one key for each answer (P2, P4, S5)."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import Input

from frontdesk.desk.messages import telling, wishes
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.message import Channel, Message
from frontdesk.domain.messages.rules import MessageAct, possible_acts
from frontdesk.domain.values.text import clean_words
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word
from frontdesk.words.messages import heading, text_of, try_line
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Rest, Trouble, field
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, line, wrap
from screens.kit.station import Station
from screens.kit.store_zone import store_zone
from screens.people import second

_KEYS = (
    Key("f2", "told", N_("was told"), ""),
    Key("f3", "no_answer", N_("no answer"), ""),
    Key("f4", "refused", N_("unwanted"), ""),
    Key("f5", "wrong_number", N_("wrong no."), ""),
    Key("f6", "number", N_("full no."), ""),
    Key("f7", "again", N_("ring anew"), ""),
    Key("f8", "withdraw", N_("take back"), ""),
    Key("f9", "no_texts", N_("no texts"), ""),
    Key("f10", "release", N_("release"), ""),
)


class MessageLines(LiveLines):
    """Who is told what, then what came of each try."""

    REDRAWN_BY = ("message",)

    message: var[Message | None] = var(None)

    def build(self, width: int) -> list[Line]:
        """Return the heading, the script, and the tries, oldest first; covered where the station was left alone."""
        message, snapshot = self.message, self.snapshot
        if message is None or snapshot is None:
            return [()]
        zone = store_zone(snapshot)
        lines = [line(Span(row, "head")) for row in wrap(heading(message, zone, self.now), width)]
        for said in clean_words(text_of(message), None).splitlines():
            lines += [line(Span(row, "plain")) for row in wrap(said, width)]
        for tried in message.tries:
            lines += [line(Span(row, "dim")) for row in wrap(try_line(tried, zone), width)]
        return lines


class MessageDialog(CommandDialog[None]):
    """One message, live. What is typed in the box of words belongs to the key that is pressed."""

    TOPIC = "messages"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station, number: int) -> None:
        super().__init__(station)
        self._number = number
        self._last = LastAct(station.clock)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("To be told")
            with Rest():
                yield MessageLines().data_bind(LiveDialog.live)
            yield Done()
            yield field(
                _("words"),
                Input(id="words", compact=True, max_length=1000, placeholder=_("F7: another number; F8: why")),
            )
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)

    async def on_mount(self) -> None:
        self.query_one("#words", Input).focus()
        await self.picture_changed()

    async def picture_changed(self) -> None:
        message = await self.ask(telling.shown, self._number) if self.query(MessageLines) else None
        if message is not None and self.query(MessageLines):
            self.query_one(MessageLines).message = message

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.query_one("#words", Input).focus()

    async def action_told(self) -> None:
        """F2: somebody heard it."""
        await self._note("told", telling.told)

    async def action_no_answer(self) -> None:
        """F3: nobody answered."""
        await self._note("no_answer", telling.no_answer)

    async def action_refused(self) -> None:
        """F4: whoever was to be told does not want to hear it."""
        await self._note("refused", telling.refused)

    async def action_wrong_number(self) -> None:
        """F5: it is somebody else's number."""
        await self._note("wrong_number", telling.wrong_number)

    async def action_number(self) -> None:
        """F6: the number in full, on record."""
        if self.listens():
            answer = await self.ask(telling.show_phone, self._number)
            if answer is not None:
                self.say("")
                self.tell(answer)

    async def action_again(self) -> None:
        """F7: ring up again, at the number that is typed, or the one on record; a draft stays one, for that number."""
        message, phone = self.query_one(MessageLines).message, self._words()
        if message is None or not self.listens() or self._last.is_again("again", 0):
            return
        stays = phone and MessageAct.RELEASE in possible_acts(message)
        channel = message.channel if stays else Channel.PHONE
        await self._done("again", await self.perform(telling.again, self._number, phone=phone, channel=channel))

    async def action_withdraw(self) -> None:
        """F8: it is not told any more; where nobody was reached, it is left at that. The words say why."""
        message = self.query_one(MessageLines).message
        if message is None or not self.listens():
            return
        if MessageAct.NOT_REACHED in possible_acts(message):
            leave = partial(telling.not_reached, number=self._number, why=self._words())
            await second.carry_out(self, self._station, leave, partial(self._done, "withdraw"))
        else:
            await self._note("withdraw", telling.withdraw)

    async def action_no_texts(self) -> None:
        """F9: whoever it goes to wants no texts, from now on."""
        if self.listens() and not self._last.is_again("no_texts", 0):
            await self._done("no_texts", await self.perform(wishes.no_texts, self._number))

    async def action_release(self) -> None:
        """F10: let a drafted text go out."""
        if self.listens() and not self._last.is_again("release", 0):
            await self._done("release", await self.perform(telling.release, self._number))

    async def _note(self, act: str, command: Callable[..., Result]) -> None:
        if self.listens() and not self._last.is_again(act, 0):
            await self._done(act, await self.perform(command, self._number, self._words()))

    async def _done(self, act: str, answer: Result | None) -> None:
        if answer is None:
            return
        self._last.note(act, 0)
        self.query_one("#words", Input).value = ""
        self.say("")
        self.tell(event_word(answer.kind))
        await self.picture_changed()

    def _words(self) -> str:
        return self.query_one("#words", Input).value
