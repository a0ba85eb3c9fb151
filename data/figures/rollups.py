"""The figures of days as they are kept: a row for each day, good until the day is touched again."""

import json
import struct
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from data import policy as policies
from data.engine.connection import Connection, errors_as_sentences
from data.engine.parts import Progress, quietly
from data.engine.turns import writing
from data.figures import marks
from data.figures.kept_days import TIMES, kept
from data.figures.raw import Reckoned, reckon
from frontdesk.domain.figures.day import DayFigures
from frontdesk.domain.values.clock import Millis


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


def wrong(
    connection: Connection, now: Millis, first: date = date.min, progress: Progress = quietly
) -> tuple[int, list[date]]:
    """Return how many days from a first one on are kept and hold, and those that differ from what their rows say."""
    zone = ZoneInfo(policies.current(connection).time_zone)
    found = kept(connection, first, date.max, now)
    unlike = []
    for number, (day, figures) in enumerate(sorted(found.items())):
        if differs(connection, day, zone, now, figures):
            unlike.append(day)
        progress(number, len(found))
    return len(found), unlike


def differs(connection: Connection, day: date, zone: ZoneInfo, now: Millis, figures: DayFigures) -> bool:
    """Whether figures of a day are not what its rows say."""
    return reckon(connection, day, zone, now).figures != figures


def _texts(figures: DayFigures) -> tuple[Any, ...]:
    counts = {name: value for name, value in asdict(figures).items() if name not in TIMES}
    times = (getattr(figures, name) for name in TIMES)
    return json.dumps(counts, ensure_ascii=False), *(struct.pack(f"<{len(each)}q", *each) for each in times)
