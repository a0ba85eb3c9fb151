"""The first line of every station."""

from frontdesk.domain.stations.station import StationKind
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line
from screens.stations.status_drawing import draw_status


class StatusLine(LiveLines):
    """Store · station, and at the right end operator and post · live or since when old · time."""

    def __init__(self, station: StationKind) -> None:
        super().__init__(id="status")
        self._station = station

    def build(self, width: int) -> list[Line]:
        return draw_status(self.live, self._station, width)
