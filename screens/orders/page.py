"""An emergency order, live: who needs what by when, what they were answered, where it comes from (I10)."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from frontdesk.desk import orders
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.journal.result import Result
from frontdesk.domain.orders.order import Order, OrderStage
from frontdesk.domain.values.errors import Refused
from frontdesk.words import orders as words
from frontdesk.words.i18n import N_, _
from frontdesk.words.rescues import part_line
from screens.kit.dialog import field
from screens.kit.keys import Key, bindings
from screens.kit.record_page import CORRECTING, RULE, RecordLines, RecordPage, Said
from screens.kit.store_zone import store_zone
from screens.orders.order_form import OrderDialog
from screens.parts.choosing import choose_part

_KEYS = (
    Key("f2", "promise", N_("answer time"), ""),
    Key("f4", "decline", N_("not possible"), ""),
    Key("f5", "goods", N_("the goods"), ""),
    Key("f7", "withdraw", N_("not wanted"), ""),
    Key("f8", "supply", N_("supplied"), ""),
    Key("f12", "phone", N_("phone"), ""),
    Key("ctrl+k", "correct", N_("correct order"), ""),
)


class OrderLines(RecordLines[Order]):
    """How far it is and what comes next, what does not go together, and everything on record."""

    def said(self, record: Order, zone: ZoneInfo) -> Iterable[Said]:
        """Return all that is said about it."""
        yield words.heading(record), "head"
        if step := words.next_step(record):
            yield f"▸ {step}", "task"
        yield from ((each, "warn") for each in words.warnings(record, zone))
        yield from ((part_line(part, zone), "plain" if part.is_open else "dim") for part in record.goods)
        yield RULE
        yield from ((each, "plain") for each in words.order_lines(record, zone))


class OrderPage(RecordPage[Order]):
    """One order, live."""

    TOPIC = "orders"
    KEYS = _KEYS
    LINES = OrderLines
    TITLE = N_("Emergency order")
    WORDS = N_("why later or not possible: the customer is told it")
    LONGEST = 1000
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS), CORRECTING]

    def fields(self) -> Iterable[Widget]:
        return (field(_("time"), Input(id="time", compact=True, placeholder=_("F2: 16:30, tomorrow 10:00, 2 h"))),)

    async def read(self) -> Order | None:
        return await self.ask(orders.shown, self._number)

    async def action_phone(self) -> None:
        """F12: the customer's number in full, on record (C10)."""
        await self.show_number(orders.show_phone)

    def action_promise(self) -> None:
        """F2: when it is theirs; the customer heard it just now, or is still to be called."""
        order = self.record
        if order is None or not self.listens():
            return
        typed = self.query_one("#time", Input).value
        if not typed.strip():
            self.say(_("When is it theirs? Type it as time: 16:30, tomorrow 10:00."))
            self.query_one("#time", Input).focus()
            return
        try:
            becomes = read_deadline(typed, self._station.now, OpeningHours.of(self._station.latest().policy))
        except Refused as error:
            self.complain(error)
            return
        said = self.words
        tell = words.promise_text(order, becomes, store_zone(self._station.latest()), said)
        self.choose(tell, _heard(), partial(self._promised, becomes, tell, said))

    def action_decline(self) -> None:
        """F4: it cannot be supplied, and why."""
        order, said = self.record, self.words
        if order is None or not self.listens():
            return
        if not said.strip():
            self.say(_("Why not? Type it as words: the customer is told it."))
            self.query_one("#words", Input).focus()
            return
        tell = words.decline_text(order, said)
        self.choose(tell, _heard(), partial(self._declined, tell, said))

    def action_goods(self) -> None:
        """F5: where a part comes from and when, or how far it is."""
        order = self.record
        if order is None or not self.listens():
            return
        if not order.missing:
            self.say(_("No part of it is waited for."))
            return
        choose_part(self, self._station, order.missing, self.was_done)

    async def action_supply(self) -> None:
        """F8: the customer has it."""
        if self.record is None or self.record.stage is OrderStage.OVER:
            await self.carry_out("supply", orders.supply, self._number, self.words)
            return
        self.choose(_("Does the customer have the goods?"), [_("yes: all of it is handed out")], self._supplied)

    async def action_withdraw(self) -> None:
        """F7: the customer does not want it any more."""
        if self.record is not None and self.listens():
            ways = [_("the customer does not want it any more")]
            self.choose(_("Is nothing fetched any more?"), ways, self._withdrawn)

    def action_correct(self) -> None:
        """Ctrl+K: what was written down is put right."""
        if self.record is not None and self.listens():
            self.app.push_screen(OrderDialog(self._station, self.record), self.was_done)

    async def _promised(self, becomes: int, tell: str, said: str, place: int) -> None:
        await self.carry_out(
            "promise", orders.promise, self._number, becomes, tell, words=said, is_told=place == 0
        )  # fmt: skip

    async def _declined(self, tell: str, said: str, place: int) -> None:
        await self.carry_out("decline", orders.decline, self._number, tell, words=said, is_told=place == 0)

    async def _supplied(self, _place: int) -> None:
        await self.carry_out("supply", orders.supply, self._number, self.words)

    async def _withdrawn(self, _place: int) -> None:
        await self.carry_out("withdraw", orders.withdraw, self._number, self.words)

    async def was_done(self, answer: Result | None) -> None:
        if answer is not None:
            self.query_one("#time", Input).value = ""
        await super().was_done(answer)


def _heard() -> list[str]:
    return [_("the customer heard it just now"), _("they are still to be called")]
