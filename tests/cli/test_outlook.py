"""`frontdesk outlook` on the real month: in words, as JSON, and refused where too few days are known (Z9)."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import real_month

from frontdesk.desk import outlook
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import HOUR, ManualClock

pytestmark = pytest.mark.forged


@pytest.fixture
def month(run: Any, machine: ManualClock, database: Path) -> Any:
    """A store at two in the afternoon of the last day, where each hour since nine something was said."""
    run("staff", "add", "王芳", "--post", "manager")
    machine.at = real_month.instant(real_month.DAYS[-1], 9 * 3600) - 1
    with Desk.open(database, Actor("manager", "王芳"), machine) as desk:
        real_month.put(desk.connection)
        known = outlook.known_now(desk)
        for _ in range(6):
            outlook.told(desk, known)
            machine.at += HOUR
    machine.at -= HOUR - 1
    return run


def test_the_next_hour_with_its_record(month: Any) -> None:
    found = month("outlook", "--json").json
    assert set(found) == {"at", "probability", "over_now", "arrivals", "peak", "basis_days", "record"}
    assert 0 < found["probability"] < 1 and found["basis_days"] == 21 and found["arrivals"] > 1 and found["peak"] >= 1
    assert sum(each["n"] for each in found["record"]) == 5
    assert all(0 <= each[name] <= 1 for each in found["record"] for name in ("said", "happened"))
    assert found == month("outlook", "--json").json
    said = month("outlook").out
    assert f"over-count within the hour {round(found['probability'] * 100)}%" in said
    assert "from 21 days" in said and "said and happened, last 30 days:" in said
    assert "一小时内超量" in month("outlook", "--language", "zh").out


def test_the_hour_after_a_past_instant(month: Any) -> None:
    found = month("outlook", "--at", "09:00", "--json").json
    assert found["at"] == "2026-03-31T09:00:00+08:00" and found["record"] == []
    assert month("outlook", "--at", "2026-03-31", "09:00", "--json").json == found


def test_what_is_refused(month: Any, refused: Callable[..., str], machine: ManualClock) -> None:
    assert "from 20 earlier days of the same class (a Sunday); on record are 4" in refused(
        "outlook", "--at", "2026-03-29 10:00"
    )
    assert "in the future" in refused("outlook", "--at", "2026-04-01 10:00")
    assert "gestern" in refused("outlook", "--at", "gestern")
    machine.at = real_month.AFTERWARDS
    assert month("outlook").code == 0
