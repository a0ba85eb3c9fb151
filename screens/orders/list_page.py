"""The emergency orders: those under way first; a new one is taken from here (I10)."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from frontdesk.desk import orders
from frontdesk.domain.journal.result import Result
from frontdesk.domain.orders.order import Order
from frontdesk.words.i18n import N_
from frontdesk.words.orders import list_line
from screens.kit.keys import Key, bindings
from screens.kit.list_page import ListPage
from screens.kit.record_list import Entry, RecordList
from screens.kit.store_zone import store_zone
from screens.orders.order_form import OrderDialog
from screens.orders.page import OrderPage

_KEYS = (Key("f2", "take", N_("new order"), ""),)


class OrderList(RecordList[Order]):
    """The newest orders, newest first."""

    EMPTY = N_("No emergency order is on record yet: F2.")

    def entry(self, record: Order) -> Entry:
        """Return how an order is listed."""
        assert self.snapshot is not None
        return Entry(record.id, list_line(record, store_zone(self.snapshot)), not record.matter.is_open)


class OrdersDialog(ListPage[OrderList, tuple[Order, ...]]):
    """The orders, live."""

    TOPIC = "orders"
    KEYS = _KEYS
    LIST = OrderList
    TITLE = N_("Emergency orders")
    HINT = N_("↑ ↓ or touch: choose · Enter opens it")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    async def read(self) -> tuple[Order, ...] | None:
        return await self.ask(orders.newest)

    def show(self, view: OrderList, found: tuple[Order, ...]) -> None:
        view.put(found)

    def action_take(self) -> None:
        """F2: take what a customer needs."""
        if self.listens():
            self.app.push_screen(OrderDialog(self._station), self._taken)

    async def _taken(self, answer: Result | None) -> None:
        if answer is not None:
            await self.picture_changed()
            self.app.push_screen(OrderPage(self._station, answer.number))

    @on(OrderList.Opened)
    def action_open(self) -> None:
        """Enter: open the marked order."""
        number = self.view.marked
        if number and self.listens():
            self.app.push_screen(OrderPage(self._station, number))
