"""A store whose copies are made by themselves, and folders for them."""

from pathlib import Path

from frontdesk.desk.copies import making, schedule
from frontdesk.desk.copies.folders import Destination
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.domain.copies.copy import Copy
from frontdesk.domain.values.clock import ManualClock

EVENING = 1_780_059_600_000
"""The first 21:00 after the day that tests begin on."""


def planned(desk: Desk, home: Path, count: int = 2, public: str = "") -> Destination:
    """Folders for copies, which are planned."""
    folders = tuple(home / f"disk{number}" for number in range(1, count + 1))
    for folder in folders:
        folder.mkdir()
    schedule.plan(desk, count)
    return Destination(folders, public)


def evening(desk: Desk, to: Destination, at: int = EVENING) -> tuple[Copy, ...]:
    """It is that time: what has come is done."""
    assert isinstance(desk.clock, ManualClock)
    desk.clock.at = at
    handling.evaluate(desk)
    return making.make_due(desk, to)


def runs(desk: Desk, rule: str = "copies") -> list[tuple[int, str]]:
    """What came by a rule, and what became of it."""
    return desk.connection.execute(
        "select due_at, state from agenda_runs where rule = ? order by id", (rule,)
    ).fetchall()
