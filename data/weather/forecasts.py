"""What was looked up of the weather and published; of each day the latest counts (I7)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.weather import tries
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.weather.forecast import DayWeather, Forecast, Signal, Sky, Source, Weather, in_order

_COLUMNS = "id, day, looked_up_at, who, source, ahead, sky, low, high, rain_mm, snow_cm, gust_ms, warning, severe"


def published(connection: Connection, today: date) -> Weather:
    """Return what is published of a day and those that follow."""
    rows = connection.execute(
        f"select {_COLUMNS} from forecasts where id in"
        " (select max(id) from forecasts indexed by forecasts_by_day where day >= ? group by day)",
        (today.isoformat(),),
    ).fetchall()
    return Weather(in_order(each("forecasts", rows, _forecast)))


def now(connection: Connection, today: date) -> Weather:
    """Return the same, and when a program may look it up next."""
    return published(connection, today)._replace(fetch_at=tries.next_at(connection))


def last_id(connection: Connection) -> int:
    """Return the number of the row that was published last; 0 where nothing was."""
    return int(connection.execute("select coalesce(max(id), 0) from forecasts").fetchone()[0])


def last_look_up(connection: Connection) -> Forecast | None:
    """Return the last day of the latest look-up; None where nothing was ever published."""
    rows = connection.execute(f"select {_COLUMNS} from forecasts order by id desc limit 1").fetchall()
    return next(iter(each("forecasts", rows, _forecast)), None)


def is_looked_up(connection: Connection, day: date) -> bool:
    """Whether somebody has looked up on a day what it is like."""
    sql = "select 1 from forecasts where day = ? and ahead = 0"
    return connection.execute(sql, (day.isoformat(),)).fetchone() is not None


def put(transaction: Transaction, days: Iterable[tuple[date, DayWeather, bool]], source: Source) -> tuple[int, ...]:
    """Put a look-up on record, from the present day on, each day with whether it is severe; return its numbers."""
    return tuple(
        transaction.insert("forecasts", _row(transaction, day, ahead, weather, source) | {"severe": int(severe)})
        for ahead, (day, weather, severe) in enumerate(days)
    )


def _row(transaction: Transaction, day: date, ahead: int, weather: DayWeather, source: Source) -> Row:
    at: Millis = transaction.now
    row: Row = {"day": day.isoformat(), "looked_up_at": at, "who": transaction.actor.who, "source": source}
    row |= {"ahead": ahead, "sky": weather.sky, "low": weather.low, "high": weather.high, "rain_mm": weather.rain_mm}
    return row | {"snow_cm": weather.snow_cm, "gust_ms": weather.gust_ms, "warning": weather.warning}


def _forecast(row: tuple[Any, ...]) -> Forecast:
    number, day, at, who, source, ahead, sky, low, high, rain, snow, gust, warning, severe = row
    weather = DayWeather(Sky(sky), low, high, rain, snow, gust, Signal(warning))
    return Forecast(number, date.fromisoformat(day), at, who, Source(source), ahead, weather, bool(severe))
