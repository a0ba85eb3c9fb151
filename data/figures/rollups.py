"""The figures of days as they are kept: a row for each day, good until the day is touched again."""

import json
import struct
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from data import policy as policies
from data.engine.connection import Connection, errors_as_sentences, writing
from data.figures import marks
from data.figures.raw import Reckoned, reckon
from frontdesk.domain.figures.day import DayFigures, DaySpan, Decided, Over
from frontdesk.domain.figures.today import Today, day_before
from frontdesk.domain.values.clock import Millis, to_datetime

_TIMES = ("arrived", "zone_times", "waits")
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


def keep(connection: Connection, days: Iterable[tuple[date, Reckoned, int, int]]) -> None:
    """Keep what was reckoned of some days, but of none that was touched since.

    With each day: how often it had been touched, and the number of the policy in force.
    """
    with errors_as_sentences(), writing(connection):
        in_force = policies.number(connection)
        for day, reckoned, touched, policy in days:
            if marks.touched(connection, day) == touched and policy == in_force:
                connection.execute(
                    "insert or replace into day_figures values (?, ?, ?, ?, ?, ?, ?, ?)",
                    (day.isoformat(), touched, policy, reckoned.holds_until, *_texts(reckoned.figures)),
                )


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


def wrong(connection: Connection, now: Millis, first: date = date.min) -> tuple[int, list[date]]:
    """Return how many days from a first one on are kept and hold, and those that differ from what their rows say."""
    zone = ZoneInfo(policies.current(connection).time_zone)
    found = kept(connection, first, date.max, now)
    return len(found), [day for day, figures in sorted(found.items()) if differs(connection, day, zone, now, figures)]


def differs(connection: Connection, day: date, zone: ZoneInfo, now: Millis, figures: DayFigures) -> bool:
    """Whether figures of a day are not what its rows say."""
    return reckon(connection, day, zone, now).figures != figures


def _texts(figures: DayFigures) -> tuple[Any, ...]:
    counts = {name: value for name, value in asdict(figures).items() if name not in _TIMES}
    times = (getattr(figures, name) for name in _TIMES)
    return json.dumps(counts, ensure_ascii=False), *(struct.pack(f"<{len(each)}q", *each) for each in times)


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
    said |= {name: struct.unpack(f"<{len(each) // 8}q", each) for name, each in zip(_TIMES, times, strict=True)}
    return DayFigures(**said)
