"""The weather of a day in words: on a board, in a message, beside the digits it is typed with (I7)."""

from collections.abc import Iterable
from datetime import date

from frontdesk.domain.weather.forecast import DayWeather, Forecast, Signal
from frontdesk.domain.weather.severe import force_of
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled


def day_word(day: date, today: date) -> str:
    """Return how a day is called in few letters: today, tomorrow, 11-29."""
    near = (_("today"), _("tomorrow"), _("in 2 days"))
    ahead = (day - today).days
    return near[ahead] if 0 <= ahead < len(near) else f"{day.month}-{day.day}"


def in_short(weather: DayWeather) -> str:
    """Return a day's weather in as few letters as it takes: rain 12–18℃."""
    return f"{word(weather.sky)} {weather.low}–{weather.high}℃"


def in_full(weather: DayWeather) -> str:
    """Return a day's weather with everything that is said of it."""
    parts = [in_short(weather)]
    if weather.warning is not Signal.NONE:
        parts.append(word(weather.warning))
    if weather.rain_mm:
        parts.append(_("rain {count} mm").format(count=figure(weather.rain_mm)))
    if weather.snow_cm:
        parts.append(_("snow {count} cm").format(count=figure(weather.snow_cm)))
    if weather.gust_ms:
        parts.append(gusts(weather.gust_ms))
    return _(", ").join(parts)


def gusts(gust_ms: float) -> str:
    """Return gusts in metres a second, and their force."""
    return _("gusts {speed} m/s (force {force})").format(speed=figure(gust_ms), force=force_of(gust_ms))


def severe_word(weather: DayWeather) -> str:
    """Return why a day is severe in two words: rainstorm orange."""
    if weather.warning is Signal.NONE:
        return word(weather.sky)
    return f"{word(weather.sky)} {word(weather.warning)}"


def figure(number: float) -> str:
    """Return a figure without digits that say nothing: 12, 12.5."""
    return f"{number:g}"


def staff_text(days: Iterable[tuple[date, DayWeather, bool]], today: date, store: str, who: str) -> str:
    """Return what the staff is told: each day, and where it is severe that first."""
    listed = tuple(days)
    lines = [labelled(day_word(day, today), said(weather, severe=severe)) for day, weather, severe in listed]
    name = f"{store} " if store else ""
    head = _("severe weather") if any(severe for *_day, severe in listed) else _("weather")
    return "\n".join((f"{name}{head} ({who})" if who else f"{name}{head}", *lines))


def said(weather: DayWeather, *, severe: bool) -> str:
    """Return a day's weather in full; a severe one says so first."""
    return labelled(_("severe"), in_full(weather)) if severe else in_full(weather)


def forecast_line(forecast: Forecast, today: date) -> str:
    """Return a published day in a line."""
    return labelled(day_word(forecast.day, today), said(forecast.weather, severe=forecast.severe))
