"""What is asked of Open-Meteo, and what its answer must say to be believed (I7)."""

from datetime import date
from typing import Any, NamedTuple

from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.text import clean_line
from frontdesk.domain.weather.figures import Figure
from frontdesk.domain.weather.forecast import DAYS, DayWeather, Sky
from frontdesk.domain.weather.offer import Json, check_days, checked, number, parsed, part, whole
from frontdesk.domain.weather.reasons import OfferReason, day_ahead

BASE = "https://api.open-meteo.com"
_FIELDS = {
    Figure.LOW: ("temperature_2m_min", "°C"),
    Figure.HIGH: ("temperature_2m_max", "°C"),
    Figure.RAIN: ("precipitation_sum", "mm"),
    Figure.SNOW: ("snowfall_sum", "cm"),
    Figure.GUST: ("wind_gusts_10m_max", "m/s"),
}
"""Each figure as it is asked for, and in which unit it must come."""
_MORE = (Figure.RAIN, Figure.SNOW, Figure.GUST)
_CODE = "weather_code"
_SKIES = {
    Sky.SUNNY: (0, 1), Sky.CLOUDY: (2,), Sky.OVERCAST: (3,), Sky.FOG: (45, 48),
    Sky.RAIN: (51, 53, 55, 61, 63, 80, 81), Sky.RAINSTORM: (65, 82), Sky.ICE: (56, 57, 66, 67),
    Sky.SNOW: (71, 73, 75, 77, 85, 86), Sky.THUNDERSTORM: (95, 96, 99),
}  # fmt: skip
_OF_CODE = {code: sky for sky, codes in _SKIES.items() for code in codes}
"""The sky by its WMO code."""


class Place(NamedTuple):
    """Where the store is, in degrees."""

    latitude: float
    longitude: float


def asked(place: Place, zone: str) -> dict[str, str]:
    """Return what is asked: three days of the store's own calendar."""
    return {
        "latitude": str(place.latitude),
        "longitude": str(place.longitude),
        "timezone": zone,
        "forecast_days": str(DAYS),
        "wind_speed_unit": "ms",
        "daily": ",".join((_CODE, *(name for name, _unit in _FIELDS.values()))),
    }


def answered(content: bytes, today: date, zone: str) -> tuple[DayWeather, ...]:
    """Return the days of an answer. Raises `InputError` or `Refused` where it is not exactly what was asked for."""
    said = parsed(content)
    if said.get("timezone") != zone:
        raise InputError(OfferReason.WRONG_ZONE, text=clean_line(str(said.get("timezone")), 40), right=zone)
    daily, units = part(said, "daily", dict), part(said, "daily_units", dict)
    check_days(daily.get("time"), today)
    for figure, (name, unit) in _FIELDS.items():
        if units.get(name) != unit:
            text = clean_line(str(units.get(name)), 20)
            raise InputError(OfferReason.WRONG_UNIT, figure=figure, text=text, right=unit)
    columns = {name: _column(daily, name) for name in (_CODE, *(name for name, _unit in _FIELDS.values()))}
    rows = ({name: column[ahead] for name, column in columns.items()} for ahead in range(DAYS))
    return checked(tuple(_day(row, ahead) for ahead, row in enumerate(rows)))


def _column(daily: Json, name: str) -> list[Any]:
    found = part(daily, name, list)
    if len(found) != DAYS:
        raise InputError(OfferReason.PART_MISSING, text=name)
    return list(found)


def _day(said: Json, ahead: int) -> DayWeather:
    code = said[_CODE]
    sky = _OF_CODE.get(code) if isinstance(code, int) and not isinstance(code, bool) else None
    if sky is None:
        raise InputError(OfferReason.UNKNOWN_SKY, day=day_ahead(ahead), text=clean_line(str(code), 20))
    low, high = (whole(said[_FIELDS[each][0]], each, ahead) for each in (Figure.LOW, Figure.HIGH))
    rain, snow, gust = (number(said[_FIELDS[each][0]], each, ahead) for each in _MORE)
    return DayWeather(sky, low, high, rain, snow, gust)
