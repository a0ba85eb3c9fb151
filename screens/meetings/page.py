"""A meeting: what is owed of it, one key for each thing that is done about it (Q6, Q9, C14)."""

from collections.abc import Callable, Iterable
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from frontdesk.desk.meetings import items, meetings
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.journal.result import Result
from frontdesk.domain.meetings.meeting import ItemKind, Meeting, MeetingKind, NewItem
from frontdesk.domain.meetings.reasons import MeetingReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import FrontdeskError, Reason
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.meetings import heading, lines
from screens.kit.choose import ChooseDialog
from screens.kit.dialog import field
from screens.kit.form import type_over
from screens.kit.keys import Key, bindings
from screens.kit.record_page import RULE, RecordLines, RecordPage, Said

_FIELDS: dict[Reason, str] = {
    MeetingReason.NOBODY_PRESENT: "who",
    MeetingReason.ITEM_WHO: "who",
    MeetingReason.ITEM_UNTIL: "until",
    **dict.fromkeys((MeetingReason.NO_MINUTES, MeetingReason.ITEM_WHAT, MeetingReason.ITEM_ANSWER), "words"),
    MeetingReason.MEETING_WHY: "words",
}
"""The field that a refusal is about."""

_KEYS = (
    Key("f2", "hold", N_("was held"), ""),
    Key("f3", "minutes", N_("its minutes"), ""),
    Key("f4", "promise", N_("promise, decision"), ""),
    Key("f5", "material", N_("material"), ""),
    Key("f6", "feedback", N_("feedback"), ""),
    Key("f7", "done", N_("done"), ""),
    Key("f8", "again", N_("later"), ""),
    Key("f10", "move", N_("move it"), ""),
    Key("f12", "cancel_it", N_("cancel it"), ""),
)


class MeetingLines(RecordLines[Meeting]):
    """The meeting, then all that is owed of it."""

    def said(self, record: Meeting, zone: ZoneInfo) -> Iterable[Said]:
        """Return everything said about it."""
        yield heading(record, zone), "head"
        yield RULE
        yield from ((told, "plain") for told in lines(record, zone, self.now))


class MeetingDialog(RecordPage[Meeting]):
    """One meeting, live."""

    TOPIC = "meetings"
    KEYS = _KEYS
    LINES = MeetingLines
    TITLE = N_("Meeting")
    WORDS = N_("F3, F4, F5, F6: what · F7: what shows it · F8, F10, F12: why")
    HINT = N_("F2: who was there, in “who” · F4, F8, F10: by when, in “when”")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    async def read(self) -> Meeting | None:
        return await self.ask(meetings.shown, self._number)

    def fields(self) -> Iterable[Widget]:
        yield field(_("who"), Input(id="who", compact=True, max_length=200))
        yield field(_("when"), Input(id="until", compact=True, placeholder=_("12-10, next Friday, 2 weeks")))

    def complain(self, error: FrontdeskError) -> None:
        """Show why something was refused, and go to its field."""
        super().complain(error)
        if error.reason in _FIELDS:
            type_over(self.query_one(f"#{_FIELDS[error.reason]}"))

    async def action_hold(self) -> None:
        """F2: it was held; who was there."""
        await self.carry_out("hold", meetings.hold, self._number, self._typed("who"))

    async def action_minutes(self) -> None:
        """F3: its minutes are written."""
        await self.carry_out("minutes", meetings.write_minutes, self._number, self.words)

    async def action_promise(self) -> None:
        """F4: what was promised; in the emergency group, what was decided."""
        is_group = self.record is not None and self.record.kind is MeetingKind.GROUP
        await self._put(ItemKind.DECISION if is_group else ItemKind.PROMISE)

    async def action_material(self) -> None:
        """F5: what somebody prepares for it."""
        await self._put(ItemKind.MATERIAL)

    async def action_feedback(self) -> None:
        """F6: what a customer said about the product, for quality."""
        await self._put(ItemKind.FEEDBACK)

    def action_done(self) -> None:
        """F7: something owed is done; what is typed shows it."""
        self._choose(lambda item: self.carry_out("done", items.done, self._number, self.words, item=item))

    def action_again(self) -> None:
        """F8: something owed is agreed anew."""
        until = self._until() if self.means("again") else None
        if until is not None:
            words = self.words
            self._choose(lambda item: self.carry_out("again", items.again, self._number, until, words, item=item))

    async def action_move(self) -> None:
        """F10: it is held at another time."""
        at = self._until() if self.means("move") else None
        if at is not None:
            await self.carry_out("move", meetings.move, self._number, at, self.words)

    async def action_cancel_it(self) -> None:
        """F12: it is not held."""
        await self.carry_out("cancel_it", meetings.cancel, self._number, self.words)

    async def was_done(self, answer: Result | None) -> None:
        """Say what was done; what was typed belongs to nothing any more."""
        if answer is not None:
            for name in ("who", "until"):
                self.query_one(f"#{name}", Input).value = ""
        await super().was_done(answer)

    async def _put(self, kind: ItemKind) -> None:
        has_term = kind in {ItemKind.MATERIAL, ItemKind.FEEDBACK}
        until = None if has_term or not self.means(kind) or not self._typed("until").strip() else self._until()
        if until is not None or has_term or not self._typed("until").strip():
            await self.carry_out(kind, items.put, self._number, NewItem(kind, self.words, self._typed("who"), until))

    def _choose(self, then: Callable[[int | None], object]) -> None:
        """Ask which of what is owed is meant, where several things are."""
        meeting = self.record
        if meeting is None or not self.listens():
            return
        owed = [item for item in meeting.items if item.is_open and item.clock is None]
        if len(owed) < 2:
            self.call_later(then, owed[0].id if owed else None)
            return

        def chosen(place: int | None) -> None:
            if place is not None:
                self.call_later(then, owed[place].id)

        entries = [(f"{word(item.kind)} {item.what}"[:60], item.person, True) for item in owed]
        self.app.push_screen(ChooseDialog(lambda: _("Which one?"), lambda: entries), chosen)

    def _until(self) -> Millis | None:
        """Return the time that is typed; None where it cannot be read, which is said."""
        try:
            return read_deadline(
                self._typed("until"), self._station.now, OpeningHours.of(self._station.latest().policy)
            )
        except FrontdeskError as error:
            self.complain(error)
            self.query_one("#until", Input).focus()
            return None

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value
