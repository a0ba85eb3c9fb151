"""A store that had a real day: 68 cars, with their stays, tickets, crossings, calls and what became of them."""

from datetime import datetime, time
from pathlib import Path

import real_month

from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock
from frontdesk.files.visit_log import load
from frontdesk.replay.replay import replay

DAY = real_month.DAYS[0]
MORNING = int(datetime.combine(DAY, time(7), real_month.ZONE).timestamp()) * 1000


def make(path: Path, cars: int | None = None) -> Path:
    """Make the store; of its cars the first ones alone where so many are given."""
    log = path.with_suffix(".csv")
    real_month.write_log(log)
    lines = log.read_text(encoding="utf-8").splitlines()
    of_day = [line for line in lines if line.startswith(str(DAY))]
    log.write_text("\n".join((lines[0], *of_day[:cars], "")), encoding="utf-8")
    replay(path, load(log), actor=Actor("replay", "李静"), clock=ManualClock(MORNING + 30 * 3600_000))
    return path
