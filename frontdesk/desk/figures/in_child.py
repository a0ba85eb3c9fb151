"""Reckoning many days in a process of its own, so that the station that asks goes on undisturbed."""

import sys
from datetime import date
from pathlib import Path

from frontdesk.desk import child
from frontdesk.desk.desk import Desk
from frontdesk.desk.figures import reports
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock, Millis

AT_ONCE = 5
"""So many days take less than 50 ms."""


async def catch_up(path: Path, first: date, last: date, machine_time: Millis) -> bool:
    """Bring the kept figures of some days up to date; return whether that was done."""
    return await child.run(__name__, str(path), first.isoformat(), last.isoformat(), str(machine_time))


def main(path: str, first: str, last: str, machine_time: str) -> None:
    """Reckon the days and keep them."""
    with Desk.open(Path(path), Actor("figures", ""), ManualClock(int(machine_time)), create=False) as desk:
        reports.catch_up(desk, date.fromisoformat(first), date.fromisoformat(last))


if __name__ == "__main__":
    main(*sys.argv[1:])
