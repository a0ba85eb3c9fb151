"""The form of an emergency order: who, under which number, what, by when (I10)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk import orders
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.journal.result import Result
from frontdesk.domain.orders.order import NOT_SAID, Order, OrderForm
from frontdesk.domain.orders.reasons import OrderReason
from frontdesk.domain.parts.reasons import PartReason
from frontdesk.domain.parts.typed import read_parts
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import plate_or_none, show_plate
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.words.i18n import N_, _
from frontdesk.words.times import long_time
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.form import FormDialog
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station
from screens.kit.store_zone import store_zone

_KEYS = (Key("f10", "save", N_("keep it"), ""),)
_TYPED = ("customer", "phone", "goods", "until", "plate", "why")


class HalfOrdered:
    """What was typed of an order and not kept yet: Esc, and it is there again."""

    def __init__(self) -> None:
        self.typed: dict[str, str] = {}


class OrderDialog(CommandDialog[Result], FormDialog[Result]):
    """The form; what is ordered is put right on the order's page, part by part."""

    TOPIC = "orders"
    REFUSED_IN: ClassVar[dict[Reason, tuple[str, ...]]] = {
        OrderReason.ORDER_FIELD: ("customer", "phone", "goods", "until"),
        OrderReason.ORDER_UNTIL: ("until",),
        CalendarReason.UNREADABLE_DATE: ("until",),
        CalendarReason.UNCLEAR_DATE: ("until",),
        PartReason.PART_NAME: ("goods",),
        ValueReason.BAD_PHONE: ("phone",),
    }
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS), Binding("enter", "app.focus_next", show=False)]

    def __init__(self, station: Station, order: Order | None = None) -> None:
        """`order`: the one that is put right; without one a new order is taken."""
        super().__init__(station)
        self._order = order
        self._kept = station.keeps(HalfOrdered) if order is None else HalfOrdered()
        self._until = ""
        if order is not None:
            self._until = long_time(order.form.until, store_zone(station.latest()))
            form = order.form
            self._kept.typed = {
                "customer": form.customer, "until": self._until, "plate": show_plate(form.plate), "why": form.why,
            }  # fmt: skip

    def compose(self) -> ComposeResult:
        is_new = self._order is None
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("A customer needs goods") if is_new else _("Correct the order")
            yield field(_("customer *"), self._box("customer", 30))
            yield field(_("phone *"), self._box("phone", 30, "" if is_new else _("empty: the number stays")))
            if is_new:
                yield field(_("goods *"), self._box("goods", 200, _("clutch x1, oil x2")))
            yield field(_("needed by *"), self._box("until", 40, _("16:30, tomorrow 10:00, 2 h")))
            yield field(_("plate"), self._box("plate", 20))
            yield field(_("what for"), self._box("why", 1000))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("No time is promised yet: first find out when it comes."))

    def _box(self, name: str, longest: int, hint: str = "") -> Input:
        return Input(self._kept.typed.get(name, ""), id=name, compact=True, max_length=longest, placeholder=hint)

    async def on_mount(self) -> None:
        self.query_one("#customer", Input).focus()

    async def action_cancel(self) -> None:
        """Esc: what was typed is there when the form opens again."""
        self._kept.typed = {name: self._text(name) for name in _TYPED}
        await super().action_cancel()

    async def action_save(self) -> None:
        """F10: put it on record; the customer is owed an answer from now on."""
        if not self.listens():
            return
        try:
            form = self._form()
        except Refused as error:
            self.complain(error)
            return
        if self._order is None:
            answer = await self.perform(orders.take, form, self._text("phone"), read_parts(self._text("goods")))
        else:
            answer = await self.perform(orders.change, self._order.id, form, self._text("phone"))
        if answer is not None:
            self._kept.typed = {}
            self.dismiss(answer)

    def _form(self) -> OrderForm:
        policy, until = self._station.latest().policy, self._text("until").strip()
        if self._order is not None and until == self._until:
            by = self._order.form.until
        else:
            by = read_deadline(until, self._station.now, OpeningHours.of(policy)) if until else NOT_SAID
        plate = plate_or_none(self._text("plate").strip(), policy.province)
        return OrderForm(self._text("customer"), by, plate, self._text("why"))

    def _text(self, name: str) -> str:
        return next((box.value for box in self.query(f"#{name}").results(Input)), "")
