"""A store that had a real day: its cars, with their stays, tickets, crossings, calls and what became of them."""

from datetime import datetime, time
from pathlib import Path

import real_month

from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import HOUR, ManualClock, Millis
from frontdesk.files.visit_log import load
from frontdesk.replay.replay import replay


def evening(number: int = 0) -> Millis:
    """When a day of the month is over, and nobody is at the store any more."""
    return int(datetime.combine(real_month.DAYS[number], time(), real_month.ZONE).timestamp()) * 1000 + 30 * HOUR


def make(path: Path, number: int = 0, cars: int | None = None) -> Path:
    """Make a store that had this day of the month; of its cars the first ones alone where so many are given."""
    log, day = path.with_suffix(".csv"), str(real_month.DAYS[number])
    real_month.write_log(log)
    lines = log.read_text(encoding="utf-8").splitlines()
    of_day = [line for line in lines if line.startswith(day)]
    log.write_text("\n".join((lines[0], *of_day[:cars], "")), encoding="utf-8")
    replay(path, load(log), actor=Actor("replay", "李静"), clock=ManualClock(evening(number)))
    return path
