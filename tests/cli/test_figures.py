"""Figures on the command line: a day, a month, files, and the visits behind them."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from frontdesk.commands.kit.table_files import write_csv
from frontdesk.domain.values.clock import MINUTE, SECOND, ManualClock


@pytest.fixture
def a_day(run: Any, machine: ManualClock) -> None:
    """Two cars, one received in time, one late; one gone again."""
    for line in ("arrive A12341", "arrive A12342 --new", "receive A12341"):
        assert run(*line.split()).code == 0
        machine.at += 20 * SECOND
    machine.at += 2 * MINUTE
    for line in ("receive A12342", "leave A12341"):
        assert run(*line.split()).code == 0


@pytest.mark.usefixtures("a_day")
def test_a_day_and_its_month_as_json(run: Any) -> None:
    day, month = (json.loads(run("report", each, "--json").out) for each in ("day", "month"))
    for found in (day, month):
        assert (found["arrivals"], found["received_in_time"], found["reception_known"]) == (2, 1, 2)
        assert found["customer_wait"]["count"] == 1
    assert [each["arrivals"] for each in day["hours"] if each["arrivals"]] == [2]
    assert sum(each["arrivals"] for each in month["days"]) == 2


@pytest.mark.usefixtures("a_day")
def test_the_files_hold_the_figures_and_a_chart(run: Any, home: Path) -> None:
    book, page = home / "day.xlsx", home / "day.html"
    assert run("report", "day", "--xlsx", str(book), "--print", str(page)).code == 0
    sheets = load_workbook(book).worksheets
    assert sheets[0]["B2"].value == "2"
    assert len(sheets[1]._charts) == 1
    text = page.read_text(encoding="utf-8")
    assert "<svg" in text
    assert "50 % (1 / 2)" in text
    again = run("report", "day", "--xlsx", str(book))
    assert again.code == 1


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("report day --date 2026-13-01", "bad_date"),
        ("report day --date 2999-01-01", "not_yet"),
        ("report month --date 2199-01", "not_yet"),
        ("report month --date soon", "bad_month"),
        ("report day --xlsx day.csv", "bad_workbook"),
        ("report day --print day.pdf", "bad_document"),
        ("visits export visits.pdf", "bad_ending"),
    ],
)
@pytest.mark.usefixtures("a_day")
def test_what_makes_no_sense_is_refused(run: Any, line: str, word: str) -> None:
    ran = run(*line.split(), "--json")
    assert ran.code == 1
    assert json.loads(ran.out)["error"] == word


@pytest.mark.usefixtures("a_day")
def test_every_time_of_each_visit(run: Any, home: Path) -> None:
    first, second = json.loads(run("visits", "list", "--json").out)["visits"]
    assert (first["plate"], first["received_at"] is None, first["left_at"] is None) == ("苏A12341", False, False)
    assert [stay["place"] for stay in second["stays"]] == ["bay2"]
    for name in ("v.csv", "v.xlsx", "v.json"):
        assert run("visits", "export", str(home / name)).code == 0
    assert (home / "v.csv").read_text(encoding="utf-8-sig").count("\n") == 3
    assert load_workbook(home / "v.xlsx").worksheets[0].max_row == 3
    assert len(json.loads((home / "v.json").read_text(encoding="utf-8"))["visits"]) == 2


@pytest.mark.parametrize(
    ("milliseconds", "written"),
    [(0, "0:00:00"), (175_005, "0:02:55"), (3_600_000, "1:00:00"), (90_061_999, "25:01:01")],
)
def test_a_length_in_a_table_is_whole_seconds_in_one_form(tmp_path: Path, milliseconds: int, written: str) -> None:
    write_csv(tmp_path / "t.csv", [[timedelta(milliseconds=milliseconds)]])
    assert (tmp_path / "t.csv").read_text(encoding="utf-8-sig") == f"{written}\n"
