"""A replay raises exactly what a sweep over the raw rows finds."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontdesk.commands.upkeep.replay import run

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "real" / "service-day.csv"
EXAMPLE = ROOT / "data" / "example-day.csv"
DAY = "2026-03-02"


def _sorted(found: Any) -> Any:
    return sorted(found, key=lambda e: (e["crossed_at"], e["kind"], e["plate"] or ""))


def _replayed(options: Any, capsys: pytest.CaptureFixture[str], path: Any, **given: Any) -> Any:
    code = run(options(path, **given))
    return code, json.loads(capsys.readouterr().out)


def _assert_as_swept(report: Any, swept: Any) -> None:
    assert _sorted(report["escalations"]) == _sorted(swept["escalations"])
    assert (report["visits"], report["peak_count"]) == (swept["visits"], swept["peak_count"])


@pytest.mark.skipif(not REAL.exists(), reason="the real service day is not part of the repository: ../shared is absent")
def test_the_real_day(options: Any, capsys: pytest.CaptureFixture[str], sweep: Any) -> None:
    code, report = _replayed(options, capsys, REAL)
    assert code == 0
    assert report["problems"] == []
    assert (report["visits"], report["peak_count"]) == (68, 4)
    over_count = [e for e in report["escalations"] if e["kind"] == "over_count"]
    assert [(e["crossed_at"][11:19], e["cleared_at"][11:19]) for e in over_count] == [
        ("13:02:25", "13:03:26"),
        ("14:39:04", "14:39:53"),
        ("14:40:42", "14:41:17"),
        ("14:44:45", "14:47:49"),
        ("14:54:33", "14:58:01"),
    ]
    kinds = [e["kind"] for e in report["escalations"]]
    assert (kinds.count("over_stay"), kinds.count("late_reception")) == (9, 46)
    _assert_as_swept(report, sweep(REAL, DAY))


def test_the_example_day(options: Any, capsys: pytest.CaptureFixture[str], sweep: Any) -> None:
    code, report = _replayed(options, capsys, EXAMPLE)
    assert (code, report["problems"]) == (0, [])
    assert {e["kind"] for e in report["escalations"]} == {"over_count", "over_stay", "late_reception"}
    _assert_as_swept(report, sweep(EXAMPLE, DAY))


def _clock(seconds: Any) -> Any:
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


@st.composite
def logs(draw: Any) -> Any:
    """Up to a dozen cars within half an hour, so that they crowd, on a coarse grid, so that instants coincide."""
    rows = []
    for number in range(draw(st.integers(1, 12))):
        came = 9 * 3600 + draw(st.integers(0, 60)) * 30
        stays = draw(st.sampled_from((0, 30, 60, 90, 300, 600, 1170, 1200, 1201, 1230, 1500)))
        waits = draw(st.integers(0, stays)) if draw(st.booleans()) else min(stays, draw(st.sampled_from((0, 60, 61))))
        received = "" if draw(st.integers(0, 5)) == 0 else _clock(came + waits)
        left = "" if draw(st.integers(0, 7)) == 0 else _clock(came + stays)
        rows.append(f"{1000 + number},{_clock(came)},{received},{left}")
    return rows


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=logs())
def test_random_days(rows: Any, options: Any, capsys: pytest.CaptureFixture[str], sweep: Any, write_log: Any) -> None:
    path = write_log(*rows, header="customer,arrived,received,left")
    code, report = _replayed(options, capsys, path)
    assert (code, report["problems"]) == (0, [])
    _assert_as_swept(report, sweep(path, DAY))
