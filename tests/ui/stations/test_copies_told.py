"""The manager's console says in one line that the last copy is too old, or that a drill did not pass; others do not."""

import subprocess

import pytest

from frontdesk.desk.copies import schedule
from frontdesk.desk.desk import Desk
from frontdesk.domain.agenda.events import RunState
from frontdesk.domain.copies.copying import LATE_AFTER, Copying
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import DAY
from frontdesk.machine.copier import GRACE
from frontdesk.words import i18n
from screens.kit.live import Live
from screens.stations.banner_drawing import draw_banner

NOW = 1_780_059_600_000
LATE = Copying(last_good=NOW - LATE_AFTER - 1)
FAILED = Copying(drill_due=NOW, drill=RunState.FAILED)


def told(desk: Desk, copying: Copying | None, station: str = "manager") -> str:
    live = Live(desk.snapshot()._replace(copying=copying), NOW, Actor(station, ""))
    return " ".join("".join(span.text for span in line).strip() for line in draw_banner(live, 80))


@pytest.mark.parametrize(
    ("copying", "said"),
    [
        (None, ""),
        (Copying(), ""),
        (Copying(last_good=NOW - LATE_AFTER), ""),
        (LATE, "! No good copy of the database since 05-28 18:59. Why: frontdesk backup."),
        (LATE._replace(drill_due=NOW, drill=RunState.FAILED), "! No good copy of the database since 05-28 18:59."),
        (FAILED, "! The restore drill of 21:00 did not pass. Do it now: frontdesk backup drill."),
        (FAILED._replace(drill=RunState.DONE), ""),
        (FAILED._replace(drill=RunState.DUE), ""),
        (Copying(drill_due=NOW - 2 * DAY, drill=RunState.DUE), "! The restore drill of 05-27 21:00 did not pass."),
    ],
)
def test_what_the_manager_is_told(desk: Desk, copying: Copying | None, said: str) -> None:
    i18n.use("en")
    shown = told(desk, copying)
    assert shown.startswith(said)
    assert bool(shown) == bool(said)


@pytest.mark.parametrize("station", ["guard", "reception", "lounge"])
def test_nobody_else_is(desk: Desk, station: str) -> None:
    assert told(desk, LATE, station) == ""


def test_in_chinese(desk: Desk) -> None:
    i18n.use("zh")
    assert told(desk, LATE) == "! 05-28 18:59 以来没有完好的数据库备份。原因：frontdesk backup。"


async def test_where_only_stations_run_one_has_the_copies_made(at_station, staffed, monkeypatch):
    """It comes in the evening; nobody watches, so after a while the station begins the process that makes them."""
    begun = []
    monkeypatch.setattr(subprocess, "Popen", lambda words, **how: begun.append(words[-2:]))
    schedule.plan(staffed, 1)
    async with at_station("guard") as guard:
        await guard.later(NOW - guard.app.live.now)
        await guard.until(lambda: guard.app.live.snapshot.copying.waits_since == NOW)
        assert begun == []
        await guard.later(GRACE)
        await guard.until(lambda: begun == [["backup", "due"]])
        await guard.later(60_000)
        assert len(begun) == 1
