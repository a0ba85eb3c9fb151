"""The weather as JSON: °C, mm, cm and m/s; times ISO 8601 in the store's zone."""

from collections.abc import Iterable
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from frontdesk.desk.weather.decisions import Decided
from frontdesk.desk.weather.forecasts import Shown
from frontdesk.domain.weather.affected import Affected
from frontdesk.domain.weather.forecast import DayWeather, Forecast
from frontdesk.domain.weather.offer import Try
from frontdesk.words.refusals.sentence import sentence
from frontdesk.words.times import iso_time

Json = dict[str, object]


def as_json(found: Shown, decided: Iterable[Decided], today: date, zone: ZoneInfo) -> Json:
    """Return what is published from today on, and what is decided because of it."""
    severe = found.weather.severe(today)
    return {
        "day": today.isoformat(),
        "owed": found.owed,
        "severe": None if severe is None else severe.day.isoformat(),
        "days": [day_json(each, zone) for each in found.weather.days],
        "decisions": [decision_json(each, zone) for each in decided],
        "offer": _try(found.offer, today, zone),
    }


def day_json(forecast: Forecast, zone: ZoneInfo) -> Json:
    """Return a published day."""
    return {
        "day": forecast.day.isoformat(),
        **figures_json(forecast.weather),
        "severe": forecast.severe,
        "looked_up_at": iso_time(forecast.looked_up_at, zone),
        "by": forecast.who,
        "source": forecast.source,
        "ahead": forecast.ahead,
    }


def offer_json(days: Iterable[DayWeather], today: date) -> Json:
    """Return what a program brought, as `frontdesk weather show` tells of days."""
    listed = ((today + timedelta(days=ahead), day) for ahead, day in enumerate(days))
    return {"days": [{"day": on.isoformat(), **figures_json(day)} for on, day in listed]}


def figures_json(day: DayWeather) -> Json:
    """Return what is said of a day."""
    return {
        "sky": day.sky,
        "low": day.low,
        "high": day.high,
        "rain_mm": day.rain_mm,
        "snow_cm": day.snow_cm,
        "gust_ms": day.gust_ms,
        "warning": day.warning or None,
    }


def _try(found: Try | None, today: date, zone: ZoneInfo) -> Json | None:
    if found is None:
        return None
    why = None if found.fault is None else found.fault.reason
    said = None if found.fault is None else sentence(found.fault, zone)
    at: Json = {"at": iso_time(found.at, zone), "source": found.source, "running": found.is_running}
    return {**at, "error": why, "message": said, **offer_json(found.days, today)}


def decision_json(found: Decided, zone: ZoneInfo) -> Json:
    """Return a decision with whom it touches; `make_up`: who is to be served once it is over."""
    decision = found.decision
    return {
        "number": decision.id,
        "decision": decision.choice,
        "services": list(decision.services),
        "scope": decision.scope or None,
        "begins": iso_time(decision.starts_at, zone),
        "ends": iso_time(decision.ends_at, zone),
        "place": decision.place or None,
        "why": decision.why or None,
        "state": decision.state,
        "resumes": iso_time(decision.resumes_at, zone),
        "by": decision.made_by,
        "at": iso_time(decision.made_at, zone),
        "in_force_at": iso_time(decision.in_force_at, zone),
        "over_at": iso_time(decision.over_at, zone),
        "affected": [_row_json(row, zone) for row in found.rows],
        "make_up": [row.id for row in found.make_up],
    }


def _row_json(row: Affected, zone: ZoneInfo) -> Json:
    return {
        "number": row.id,
        "kind": row.of,
        "of": row.ref,
        "at": iso_time(row.at, zone),
        "plate": row.plate or None,
        "customer": row.name or None,
        "phone": row.phone or None,
        "what": row.what or None,
        "message": row.message,
        "told": row.is_told,
        "tries": row.tries,
        "state": row.state,
        "becomes": iso_time(row.becomes, zone),
        "ended_at": iso_time(row.ended_at, zone),
        "ended_by": row.ended_by or None,
    }
