"""One message: the script to read, what came of each try, and one key for each answer (P2, P4, S5)."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual.binding import BindingType

from frontdesk.desk.messages import telling, wishes
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.message import Channel, Message
from frontdesk.domain.messages.rules import MessageAct, possible_acts
from frontdesk.domain.values.text import clean_words
from frontdesk.words.i18n import N_
from frontdesk.words.messages import heading, text_of, try_line
from screens.kit.keys import Key, bindings
from screens.kit.record_page import RecordLines, RecordPage, Said
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


class MessageLines(RecordLines[Message]):
    """Who is told what, then what came of each try."""

    def said(self, record: Message, zone: ZoneInfo) -> Iterable[Said]:
        """Return the heading, the script, and the tries, oldest first."""
        yield heading(record, zone, self.now), "head"
        for text in clean_words(text_of(record), None).splitlines():
            yield text, "plain"
        for tried in record.tries:
            yield try_line(tried, zone), "dim"


class MessageDialog(RecordPage[Message]):
    """One message, live."""

    TOPIC = "messages"
    KEYS = _KEYS
    LINES = MessageLines
    TITLE = N_("To be told")
    WORDS = N_("F7: another number; F8: why")
    LONGEST = 1000
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    async def read(self) -> Message | None:
        return await self.ask(telling.shown, self._number)

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
        await self.show_number(telling.show_phone)

    async def action_again(self) -> None:
        """F7: ring up again, at the number that is typed, or the one on record; a draft stays one, for that number."""
        message, phone = self.record, self.words
        if message is not None:
            stays = phone and MessageAct.RELEASE in possible_acts(message)
            channel = message.channel if stays else Channel.PHONE
            await self.carry_out("again", telling.again, self._number, phone=phone, channel=channel)

    async def action_withdraw(self) -> None:
        """F8: it is not told any more; where nobody was reached, it is left at that. The words say why."""
        message = self.record
        if message is None or MessageAct.NOT_REACHED not in possible_acts(message):
            await self._note("withdraw", telling.withdraw)
        elif self.listens():
            leave = partial(telling.not_reached, number=self._number, why=self.words)
            await second.carry_out(self, self._station, leave, self.was_done)

    async def action_no_texts(self) -> None:
        """F9: whoever it goes to wants no texts, from now on."""
        await self.carry_out("no_texts", wishes.no_texts, self._number)

    async def action_release(self) -> None:
        """F10: let a drafted text go out."""
        await self.carry_out("release", telling.release, self._number)

    async def _note(self, act: str, command: Callable[..., Result]) -> None:
        await self.carry_out(act, command, self._number, self.words)
