"""Reads the figures that are kept of the days."""

import json
import struct
from datetime import date
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from data import policy as policies
from data.engine.connection import Connection
from frontdesk.domain.figures.day import DayFigures, DaySpan, Decided, Over
from frontdesk.domain.figures.today import Today, day_before
from frontdesk.domain.values.clock import Millis, to_datetime

TIMES = ("arrived", "zone_times", "waits")
_ROWS = (
    "select f.day, counts, arrived, zone_times, waits, f.touched = coalesce(d.touched, 0) and policy = ?, holds_until"
    " from day_figures f left join days d on d.day = f.day where f.day >= ? and f.day <= ?"
)


def kept(connection: Connection, first: date, last: date, now: Millis) -> dict[date, DayFigures]:
    """Return the figures that are kept of some days and still hold."""
    rows = connection.execute(_ROWS, (policies.number(connection), first.isoformat(), last.isoformat()))
    return {
        date.fromisoformat(day): _figures(*texts)
        for day, *texts, fresh, until in rows
        if fresh and (until is None or now < until)
    }


def count_days(connection: Connection) -> int:
    """Return of how many days figures are kept."""
    return int(connection.execute("select count(*) from day_figures").fetchone()[0])


def today(connection: Connection, zone: ZoneInfo, now: Millis) -> Today:
    """Return the figures of today and yesterday as they were reckoned last."""
    span = DaySpan.of(to_datetime(now, zone).date(), zone)
    before = day_before(span.day).isoformat()
    figures, yesterday, fresh, until = DayFigures(), DayFigures(), False, None
    for day, *texts, is_fresh, holds in connection.execute(
        _ROWS, (policies.number(connection), before, span.day.isoformat())
    ):
        if day == before:
            yesterday = _read_lately(*texts)
        else:
            figures, fresh, until = _read_lately(*texts), bool(is_fresh), holds
    return Today(span, figures, yesterday.arrived, fresh, until)


@lru_cache(maxsize=4)
def _read_lately(counts: str, *times: bytes) -> DayFigures:
    """Return the figures of a row that each picture reads again."""
    return _figures(counts, *times)


def _figures(counts: str, *times: bytes) -> DayFigures:
    said: dict[str, Any] = json.loads(counts)
    for name in ("by_hour", "peaks"):
        said[name] = tuple(said[name])
    for name in ("over_count", "over_stay"):
        said[name] = Over(said[name]["count"], said[name]["ended"], tuple(said[name]["running"]))
    said["decided"] = tuple(Decided(*each) for each in said["decided"])
    said |= {name: struct.unpack(f"<{len(each) // 8}q", each) for name, each in zip(TIMES, times, strict=True)}
    return DayFigures(**said)
