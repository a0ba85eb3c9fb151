"""How a store's own time runs if it is not the machine's, for the demo day and for replays."""

from data.engine import store_time
from frontdesk.desk.desk import Desk
from frontdesk.domain.values.clock import Clock
from frontdesk.domain.values.running_time import Reading
from frontdesk.domain.values.store_time import StoreTime


def of(desk: Desk) -> StoreTime | None:
    """Return how the store's time runs; None for a real store."""
    return store_time.pace(desk.connection)


def set_to(desk: Desk, pace: StoreTime) -> None:
    """Make the store's time run as `pace` says from now on, on every station."""
    store_time.set_pace(desk.connection, pace)
    desk.poke()


def go_by(desk: Desk, clock: Clock) -> None:
    """Let the store go by a clock from now on: what another one said before is no sign that this one was set."""
    desk.clock = clock
    store_time.keep_reading(desk.connection, Reading(clock.now(), clock.monotonic(), started=clock.started()))
