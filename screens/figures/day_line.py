"""The zone and the day: how it stands, who came, the count since opening."""

from frontdesk.domain.stations.station import StationKind
from screens.figures.day_drawing import draw_day
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line


class DayLine(LiveLines):
    """The line below the first one."""

    def __init__(self, station: StationKind) -> None:
        super().__init__(id="day-line")
        self._station = station

    def build(self, width: int) -> list[Line]:
        return draw_day(self.live, self._station, width, self.screen.size.height)
