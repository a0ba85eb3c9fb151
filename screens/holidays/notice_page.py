"""What customers are told of a holiday: written, signed, sent, ticked where it was posted; each text to read (S5)."""

from collections.abc import Iterator
from functools import partial
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual.binding import BindingType

from frontdesk.desk import undo
from frontdesk.desk.holidays import notices, reading
from frontdesk.desk.holidays.reading import ShownPlan
from frontdesk.domain.holidays.events import HolidayEvent
from frontdesk.domain.holidays.notice import NoticeChannel
from frontdesk.domain.journal.result import Result
from frontdesk.words import i18n
from frontdesk.words.approvals import signature_lines
from frontdesk.words.holidays import ask_words, channel_line, notice_lines, sent_words, texts, way_words
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from screens.holidays import forms
from screens.kit.choose import ChooseDialog, Entry
from screens.kit.command_dialog import CLOSE
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.printing import PrintDocument
from screens.kit.record_page import RULE, RecordLines, RecordPage, Said
from screens.kit.store_zone import store_zone
from screens.review.signing import SigningDialog

_KEYS = (
    Key("f2", "write", N_("write notice"), ""),
    Key("f3", "submit", N_("submit"), ""),
    Key("f4", "sign", N_("sign off"), ""),
    Key("f5", "send", N_("send texts"), ""),
    Key("f6", "post", N_("was posted"), ""),
    Key("f8", "print", N_("print it"), ""),
    Key("f9", "undo", N_("undo"), ""),
)


class NoticeLines(RecordLines[ShownPlan]):
    """What is said, how it stands with each channel, and each text."""

    def said(self, record: ShownPlan, zone: ZoneInfo) -> Iterator[Said]:
        """Return the texts, each with its tone."""
        notice = record.notice
        if notice is None:
            yield _("No notice is written yet: F2 writes it; hours and contacts stand there already."), "plain"
            return
        yield from notice_lines(notice, is_stale=notice.is_stale(record.hours), zone=zone, now=self.now)
        for approval in record.approvals[-1:]:
            yield from ((text, "dim") for text in signature_lines(approval, zone))
        yield RULE
        found = texts(notice, record.store, record.plan.holiday)
        done = {post.channel for post in notice.posts}
        for channel, text in found.items():
            yield channel_line(notice, channel, text, zone, self.now), "ok" if channel in done else "key"
            if channel not in {NoticeChannel.SOCIAL, NoticeChannel.DOOR}:
                yield from ((part, "plain") for part in text.split("\n"))


class NoticeDialog(RecordPage[ShownPlan]):
    """The notice and its keys. What is typed is said of where it was posted."""

    TOPIC = "holidays"
    KEYS = _KEYS
    LINES = NoticeLines
    TITLE = N_("Notice of a holiday")
    WORDS = N_("where it was posted, then F6")
    LONGEST = 200
    HINT = N_("website, social media and the door have the same text")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    async def read(self) -> ShownPlan | None:
        return await self.ask(reading.shown, self._number, i18n.language())

    async def picture_changed(self) -> None:
        """Offer what can be done: before it is written, only that."""
        await super().picture_changed()
        if self.query(RecordLines) and self.record is not None:
            write, *others = _KEYS
            self.query_one(KeyHints).offer((write, *(others if self.record.notice else others[-1:]), CLOSE))

    def action_write(self) -> None:
        """F2: write it, or write it anew."""
        if self.record is not None and self.listens():
            self.app.push_screen(forms.notice_form(self._station, self.record), self.was_done)

    async def action_submit(self) -> None:
        """F3: ask the manager to sign it."""
        await self.carry_out("submit", notices.submit, self._number)

    async def action_sign(self) -> None:
        """F4: sign what is asked for."""
        record = self.record
        if record is None or not self.listens():
            return
        asked = [each for each in record.approvals if each.decided_at is None]
        if not asked or record.notice is None:
            self.say(_("Nothing is to be signed."))
            return
        zone = store_zone(self._station.latest())
        lines = notice_lines(
            record.notice, is_stale=record.notice.is_stale(record.hours), zone=zone, now=self._station.now
        )
        text = "\n".join(text for text, _tone in lines)
        self.app.push_screen(SigningDialog(self._station, asked[-1], text), self._signed)

    async def action_send(self) -> None:
        """F5: text it to the customers, once it was asked how many get what; that there are none is said."""
        going = await self.ask(notices.to_send, self._number) if self.means("send") else None
        if going is None:
            return
        if not going.people:
            await self._send()
            return

        def asked() -> str:
            return ask_words(going.notice.version, len(going.people))

        def ways() -> list[Entry]:
            return [(way_words(going.text, by_text=going.by_text), going.text, True)]

        async def chosen(place: int | None) -> None:
            if place is not None:
                await self._send()

        self.app.push_screen(ChooseDialog(asked, ways), chosen)

    async def _send(self) -> None:
        await self.carry_out("send", notices.send, self._number)

    async def was_done(self, answer: Result | None) -> None:
        await super().was_done(answer)
        if answer is not None and answer.kind == HolidayEvent.SEND:
            self.tell(sent_words(int(answer.facts["people"])))

    def action_post(self) -> None:
        """F6: somebody posted it in a channel, which is asked for."""
        record = self.record
        if record is None or record.notice is None or not self.listens():
            return
        open_ones = record.notice.unposted
        if not open_ones:
            self.say(_("It was posted in every channel already."))
            return

        def entries() -> list[Entry]:
            return [(word(channel), "", True) for channel in open_ones]

        async def chosen(place: int | None) -> None:
            if place is not None:
                await self.carry_out("post", notices.post, self._number, open_ones[place], self.words)

        self.app.push_screen(ChooseDialog(lambda: _("Where was it posted?"), entries), chosen)

    def action_print(self) -> None:
        """F8: the notice for the door, as a page."""
        if self.record is not None and self.record.notice is not None and self.means("print"):
            from frontdesk.documents import filing  # noqa: PLC0415 - slow to load, seldom asked for

            self._last.note("print", 0)
            self.say("")
            self.post_message(PrintDocument(self, partial(filing.of_notice, number=self._number)))

    async def action_undo(self) -> None:
        """F9, as everywhere: take back what was done last at this station."""
        await self.carry_out("undo", undo.undo)

    async def _signed(self, said: str | None) -> None:
        if said:
            self.say("")
            self.tell(said)
            await self.picture_changed()
