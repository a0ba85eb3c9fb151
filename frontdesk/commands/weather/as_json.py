"""The weather as JSON: °C, mm, cm and m/s; times ISO 8601 in the store's zone."""

from datetime import date
from zoneinfo import ZoneInfo

from frontdesk.desk.weather.forecasts import Shown
from frontdesk.domain.weather.forecast import Forecast
from frontdesk.words.times import iso_time

Json = dict[str, object]


def as_json(found: Shown, today: date, zone: ZoneInfo) -> Json:
    """Return what is published from today on."""
    severe = found.weather.severe(today)
    return {
        "day": today.isoformat(),
        "owed": found.owed,
        "severe": None if severe is None else severe.day.isoformat(),
        "days": [day_json(each, zone) for each in found.weather.days],
    }


def day_json(forecast: Forecast, zone: ZoneInfo) -> Json:
    """Return a published day."""
    day = forecast.weather
    return {
        "day": forecast.day.isoformat(),
        "sky": day.sky,
        "low": day.low,
        "high": day.high,
        "rain_mm": day.rain_mm,
        "snow_cm": day.snow_cm,
        "gust_ms": day.gust_ms,
        "warning": day.warning or None,
        "severe": forecast.severe,
        "looked_up_at": iso_time(forecast.looked_up_at, zone),
        "by": forecast.who,
        "source": forecast.source,
        "ahead": forecast.ahead,
    }
