"""The weather of a day as it was looked up and published (I7)."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis

DAYS = 3
"""So many days are looked up, the present one included."""


class Sky(StrEnum):
    """What a day is like, in the order of the digits it is typed with: 1 to 9, then 0."""

    SUNNY = "sunny"
    CLOUDY = "cloudy"
    OVERCAST = "overcast"
    RAIN = "rain"
    RAINSTORM = "rainstorm"
    THUNDERSTORM = "thunderstorm"
    SNOW = "snow"
    FOG = "fog"
    """Fog, haze, or sand in the air."""
    GALE = "gale"
    ICE = "ice"
    """Freezing rain, or roads that are iced over."""


SKIES: Mapping[str, Sky] = {str(place % 10): sky for place, sky in enumerate(Sky, 1)}
"""What a day is like, by the digit it is typed with."""


class Signal(StrEnum):
    """An official warning signal, the least first."""

    NONE = ""
    BLUE = "blue"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"


class Source(StrEnum):
    """Where a look-up has its figures from; a person has published them all the same."""

    MANUAL = "manual"
    FOLDER = "folder"
    OPEN_METEO = "open-meteo"


class DayWeather(NamedTuple):
    """The weather of a day: °C, millimetres of rain, centimetres of snow, metres a second; None: nothing is said."""

    sky: Sky
    low: int
    high: int
    rain_mm: float | None = None
    snow_cm: float | None = None
    gust_ms: float | None = None
    warning: Signal = Signal.NONE


class Forecast(NamedTuple):
    """The weather of a day as it was published."""

    id: int
    day: date
    looked_up_at: Millis
    who: str
    source: Source
    ahead: int
    """How many days before it was looked up."""
    weather: DayWeather
    severe: bool


class Weather(NamedTuple):
    """What is published of the present day and those that follow."""

    days: tuple[Forecast, ...] = ()
    fetch_at: Millis | None = None
    """When a program may look up next what somebody owes; None where nothing is owed."""

    def of(self, day: date) -> Forecast | None:
        """Return what is published of a day; None where nothing is."""
        return next((each for each in self.days if each.day == day), None)

    def severe(self, today: date) -> Forecast | None:
        """Return the first severe day from today on; None where none is, or it is over."""
        return next((each for each in self.days if each.severe and each.day >= today), None)


NO_WEATHER = Weather()


def in_order(days: Iterable[Forecast]) -> tuple[Forecast, ...]:
    """Return days in their order."""
    return tuple(sorted(days, key=lambda each: each.day))


def written(days: Iterable[DayWeather]) -> str:
    """Return days as the log tells of them: rain 12 18 orange; cloudy 9 17."""
    return "; ".join(" ".join(filter(None, (day.sky, f"{day.low}", f"{day.high}", day.warning))) for day in days)
