"""The screen of each station. A station that opens loads its own only."""

from collections.abc import Callable

from frontdesk.desk.background import BackgroundDesk
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Clock
from screens.kit.live import Live
from screens.kit.live_screen import LiveScreen

# ruff: noqa: PLC0415


def _guard() -> type[LiveScreen]:
    from screens.stations.guard import GuardScreen

    return GuardScreen


def _reception() -> type[LiveScreen]:
    from screens.stations.reception import ReceptionScreen

    return ReceptionScreen


def _manager() -> type[LiveScreen]:
    from screens.stations.manager import ManagerScreen

    return ManagerScreen


def _workshop() -> type[LiveScreen]:
    from screens.stations.workshop import WorkshopScreen

    return WorkshopScreen


def _lounge() -> type[LiveScreen]:
    from screens.stations.lounge import LoungeScreen

    return LoungeScreen


SCREENS: dict[StationKind, Callable[[], type[LiveScreen]]] = {
    StationKind.GUARD: _guard,
    StationKind.RECEPTION: _reception,
    StationKind.MANAGER: _manager,
    StationKind.WORKSHOP: _workshop,
    StationKind.LOUNGE: _lounge,
}


def screen_of(
    desk: BackgroundDesk, clock: Clock, live: Callable[[], Live], kind: StationKind, *, demo: bool
) -> LiveScreen:
    """Return the screen of a station; its first frame shows the `live` picture of that moment."""
    return SCREENS[kind]()(desk, clock, live(), demo=demo)
