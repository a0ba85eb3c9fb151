"""Emergency orders: from the palette (I10)."""

from frontdesk.domain.stations.station import StationKind
from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import DESK
from screens.kit.station import Station


async def _orders(station: Station) -> None:
    from screens.orders.list_page import OrdersDialog  # noqa: PLC0415 - the first picture does without it

    station.open(OrdersDialog(station))


ACTIONS = (
    Action(
        "", "orders", N_("emergency order"),
        N_("A customer needs goods of a sudden: take it, answer the same day, tell when it comes, supply it."),
        _orders, DESK | {StationKind.WORKSHOP},
    ),
)  # fmt: skip
