"""When weather is severe: by an official signal, or by what falls and how hard it blows (I7)."""

from frontdesk.domain.policy.weather import WeatherNumbers
from frontdesk.domain.weather.forecast import DayWeather, Signal, Sky

FORCES = (0.0, 0.3, 1.6, 3.4, 5.5, 8.0, 10.8, 13.9, 17.2, 20.8, 24.5, 28.5, 32.7, 37.0, 41.5, 46.2, 51.0, 56.1)
"""From how many metres a second on wind has each force of the Beaufort scale, 0 to 17 (GB/T 28591)."""


def is_severe(day: DayWeather, numbers: WeatherNumbers) -> bool:
    """Whether a day's weather is severe: what reaches a number exactly is."""
    return (
        day.warning is not Signal.NONE
        or day.sky is Sky.ICE
        or _reaches(day.rain_mm, numbers.severe_rain_mm)
        or _reaches(day.snow_cm, numbers.severe_snow_cm)
        or _reaches(day.gust_ms, FORCES[numbers.severe_gust_force])
    )


def force_of(gust_ms: float) -> int:
    """Return the force of a wind of so many metres a second."""
    return sum(gust_ms >= least for least in FORCES[1:])


def _reaches(said: float | None, least: float) -> bool:
    return said is not None and said >= least
