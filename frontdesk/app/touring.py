"""Shows a visitor round the demo: lets it wait at the first prompt of each station, then go on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from frontdesk.app.demo_keys import Pacemaker
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Clock
from screens.kit.live import Live

if TYPE_CHECKING:
    from frontdesk.domain.demo import Tour


class Touring:
    """Sees each picture before it is shown. `has_dialog`: whether the visitor has one up."""

    def __init__(self, demo: Pacemaker | None, clock: Clock, has_dialog: Callable[[], bool]) -> None:
        self._demo = demo if demo is not None and demo.is_guided else None
        self._clock = clock
        self._has_dialog = has_dialog
        self._tour: Tour | None = None
        self._station: StationKind | None = None

    def see(self, live: Live) -> "Tour | None":
        """Let the demo wait or go on as is due; return how far the tour has come, None where there is none."""
        demo = self._demo
        if demo is None or live.snapshot is None or live.actor is None:
            return None
        from frontdesk.domain.demo import Moment, Tour, first_stop, go_along  # noqa: PLC0415 - only a demo has it

        station = StationKind(live.actor.station)
        if station is not self._station:
            self._station = station
            demo.sit_down(station)
        first = first_stop(live.snapshot, station, live.actor.who, live.now)
        moment = Moment(station, first, self._clock.monotonic(), demo.is_held, self._has_dialog())
        before = self._tour or Tour()
        self._tour = go_along(before, moment)
        if self._tour.stop is not None and not moment.is_held:
            demo.hold()
        elif before.stop is not None and self._tour.stop is None:
            demo.go_on()
        return self._tour
