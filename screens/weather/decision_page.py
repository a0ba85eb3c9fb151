"""A decision because of the weather: who signs, the call list with a key for each answer, then the make-up list."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from frontdesk.desk import undo
from frontdesk.desk.appointments import reading
from frontdesk.desk.messages import telling
from frontdesk.desk.weather import decisions, rows
from frontdesk.desk.weather.decisions import Decided
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.weather.affected import Of, RowState
from frontdesk.domain.weather.decision import DecisionState
from frontdesk.domain.weather.reasons import DecisionReason
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word
from frontdesk.words.weather.decisions import text_lines
from screens.appointments.move_form import MoveForm
from screens.kit.dialog import LiveDialog, Rest
from screens.kit.keys import Key, bindings
from screens.kit.list_page import ListPage
from screens.kit.station import Station
from screens.kit.store_zone import store_zone
from screens.messages.page import MessageDialog
from screens.review.signing import SigningDialog
from screens.weather.row_list import DecisionLines, RowList

_KEYS = (
    Key("f2", "told", N_("was told"), ""),
    Key("f3", "no_answer", N_("no answer"), ""),
    Key("f4", "decline", N_("unwanted now"), ""),
    Key("f5", "move", N_("agree anew"), ""),
    Key("f6", "later", N_("served later"), ""),
    Key("f7", "sign", N_("sign off"), ""),
    Key("f8", "resume", N_("goes on"), ""),
    Key("f9", "undo", N_("undo"), ""),
    Key("f10", "serve", N_("served"), ""),
)


class DecisionDialog(ListPage[RowList, Decided]):
    """One decision, live. A key is for the marked row."""

    TOPIC = "weather"
    KEYS = _KEYS
    LIST = RowList
    TITLE = N_("Weather decision")
    HINT = N_("↑ ↓ or touch: choose · Enter: the words to read, and the number")
    OF_MARKED = ("f2", "f3", "f4", "f5", "f6", "f10")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS), Binding("enter", "read", show=False)]

    def __init__(self, station: Station, number: int) -> None:
        super().__init__(station)
        self._number = number

    def listed(self) -> ComposeResult:
        with Rest(can_focus=False):
            yield DecisionLines().data_bind(LiveDialog.live)
        yield from super().listed()

    def rows(self) -> RowList:
        return RowList(id="affected")

    async def read(self) -> Decided | None:
        return await self.ask(decisions.shown, self._number)

    def show(self, view: RowList, found: Decided) -> None:
        self.query_one(DecisionLines).found = found
        view.rows = tuple(sorted(found.rows, key=lambda row: (not row.is_open, row.at, row.id)))
        view.keep_mark()
        for rest in self.query(Rest):
            rest.refresh(layout=True)

    def action_read(self) -> None:
        """Enter: the words to read out, and the number in full, of the marked row."""
        row = self.view.row
        if row is not None and row.message is not None and self.listens():
            self.app.push_screen(MessageDialog(self._station, row.message))

    async def action_told(self) -> None:
        """F2: they heard it."""
        await self._told("told", telling.told)

    async def action_no_answer(self) -> None:
        """F3: nobody answered."""
        await self._told("no_answer", telling.no_answer)

    async def action_decline(self) -> None:
        """F4: they do not want it any more."""
        await self._on_row("decline", rows.decline)

    async def action_later(self) -> None:
        """F6: they know, and are served later."""
        await self._on_row("later", rows.later)

    async def action_serve(self) -> None:
        """F10: what was not supplied has been made up for."""
        await self._on_row("serve", rows.serve)

    async def action_move(self) -> None:
        """F5: they come at another time, which is asked for."""
        row = self.view.row
        if row is None or not self.listens():
            return
        if row.of is not Of.APPOINTMENT:
            self.complain(Refused(DecisionReason.NO_BOOKING, number=row.id))
            return
        booked = await self.ask(reading.shown, row.ref)
        if booked is not None:
            self.app.push_screen(MoveForm(self._station, booked, rows.move, row.id), self._was_moved)

    async def action_sign(self) -> None:
        """F7: sign what is asked for."""
        found = self.query_one(DecisionLines).found
        if found is None or not self.listens():
            return
        asked = [each for each in found.approvals if each.decided_at is None]
        if not asked:
            self.say(_("Nothing is to be signed."))
            return
        zone = store_zone(self._station.latest())
        text = "\n".join(text_lines(found.decision, zone, self._station.now))
        self.app.push_screen(SigningDialog(self._station, asked[-1], text), self._signed)

    async def action_resume(self) -> None:
        """F8: ask that it goes on now."""
        if self.listens() and not self._last.is_again("resume", 0):
            await self._noted("resume", 0, await self.perform(decisions.resume, self._number))

    async def action_undo(self) -> None:
        """F9: take the last action back."""
        if self.listens() and not self._last.is_again("undo", 0):
            await self._noted("undo", 0, await self.perform(undo.undo))

    async def _told(self, act: str, command: Callable[..., Result]) -> None:
        row = self.view.row
        if row is None or not self.listens() or self._last.is_again(act, row.id):
            return
        if row.message is None:
            self.say(_("There was no time left to call: agree on another time (F5), or on later (F6)."))
            return
        await self._noted(act, row.id, await self.perform(command, row.message))

    async def _on_row(self, act: str, command: Callable[..., Result]) -> None:
        row = self.view.row
        if row is not None and self.listens() and not self._last.is_again(act, row.id):
            await self._noted(act, row.id, await self.perform(partial(command, number=row.id)))

    async def _noted(self, act: str, entry: int, answer: Result | None) -> None:
        if answer is not None:
            self._last.note(act, entry)
            await self._was_done(answer)
            if entry:
                self._go_on(entry)

    async def _was_moved(self, answer: Result | None) -> None:
        await self._was_done(answer)
        if answer is not None:
            self._go_on(int(answer.facts["row"]))

    def _go_on(self, done: int) -> None:
        """Mark the next of whom something is still to be done."""
        view, found = self.view, self.query_one(DecisionLines).found
        is_over = found is not None and found.decision.state is DecisionState.OVER
        listed = sorted(view.rows, key=lambda row: (row.at, row.id))
        place = next((place for place, row in enumerate(listed) if row.id == done), 0)
        left = [row for row in (*listed[place + 1 :], *listed[:place]) if row.is_open]
        wanted = left if is_over else [row for row in left if row.state is RowState.OPEN and not row.is_told]
        if wanted:
            view.marked = wanted[0].id

    async def _was_done(self, answer: Result | None) -> None:
        if answer is not None:
            self.say("")
            self.tell(event_word(answer.kind))
            await self.picture_changed()

    async def _signed(self, said: str | None) -> None:
        if said:
            self.tell(said)
            await self.picture_changed()
