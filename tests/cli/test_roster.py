"""`frontdesk roster`, `absences`, `shifts`: what a script is told, the refusals, and the files (S2)."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from frontdesk.domain.values.clock import ManualClock

HOSTILE = "[/b]周敏"


@pytest.fixture
def team(run: Any, machine: ManualClock) -> Any:
    for name, post in (("王芳", "manager"), ("赵敏", "advisor"), (HOSTILE, "advisor"), ("张三", "guard")):
        run("staff", "add", name, "--post", post)
    run("shifts", "add", "night", "20:00", "07:00", "--by", "王芳")
    run("shifts", "add", "early", "08:00", "16:30", "--name", "早", "--by", "王芳")
    run("roster", "plan", "2026-06-01", "2026-06-08", "--empty", "--by", "王芳")
    return lambda *words: run("roster", *words, "--by", "王芳")


def refused(ran: Any) -> str:
    assert ran.code == 1, ran.out
    return str(json.loads(ran.out)["error"])


def test_refusals(team: Any, run: Any) -> None:
    assert team("set", "2026-06-01", "赵敏", "night").code == 0
    assert refused(team("set", "2026-06-02", "赵敏", "early", "--json")) == "rest_too_short"
    run("absences", "add", "张三", "2026-06-03", "2026-06-04", "--why", "年假", "--by", "王芳")
    assert refused(team("set", "2026-06-03", "张三", "早", "--json")) == "absent"
    for day in range(1, 7):
        team("set", f"2026-06-0{day}", HOSTILE, "early")
    assert refused(team("set", "2026-06-07", HOSTILE, "early", "--json")) == "seventh_day"
    assert refused(team("set", "2026-06-08", "张三", "noon", "--json")) == "no_shift"
    assert refused(team("set", "2026-07-08", "张三", "early", "--json")) == "no_roster"
    assert "would work more than 6 days in a row" in team("set", "2026-06-07", HOSTILE, "early").err


def test_what_a_script_is_told(team: Any, run: Any) -> None:
    assert [team("set", "2026-06-01", "赵敏", "early", "--operation", "r1").code for _ in range(2)] == [0, 0]
    assert refused(team("set", "2026-06-01", "张三", "early", "--operation", "r1", "--json")) == "operation_used"
    shown = run("roster", "show", "--json").json
    assert (shown["state"], shown["first"], shown["turns"][0]["person"]) == ("draft", "2026-06-01", "赵敏")
    assert (shown["published"], shown["holidays_unknown"]) == (False, [])
    assert run("roster", "list", "--json").json["rosters"][0]["published"] is False
    need = next(each for each in shown["needs"] if each["post"] == "guard")
    assert (need["least"], need["basis"]) == (1, "always")
    gaps = run("roster", "gaps", "--json").json["gaps"]
    gap = next(each for each in gaps if (each["day"], each["post"]) == ("2026-06-01", "guard"))
    assert gap["why"] == [{"person": "张三", "reason": "could", "words": "is free to come"}]
    (shift, _night) = run("shifts", "list", "--json").json["shifts"]
    assert (shift["from"], shift["to"], shift["minutes"]) == ("08:00", "16:30", 510)
    heading, row = run("roster", "show").out.splitlines()[1:3]
    assert (heading[:7], row.split()[:4]) == ("2026-06", ["赵敏", "service", "advisor", "早"])


def test_files(team: Any, run: Any, home: Path) -> None:
    for name in ("赵敏", HOSTILE):
        team("set", "2026-06-01", name, "night")
    for ending in ("html", "csv", "xlsx", "ics"):
        assert run("roster", "export", "2026-06-01", home / f"r.{ending}").code == 0
    page = (home / "r.html").read_text(encoding="utf-8")
    assert "[/b]周敏" in page
    assert "A4 landscape" in page
    rows = list(load_workbook(home / "r.xlsx").active.values)
    assert rows[1][:6] == ("2026-06-01", "night shift", "20:00", "06-02 07:00", "service advisor", HOSTILE)
    calendar = (home / "r.ics").read_bytes().decode()
    assert "DTSTART:20260601T120000Z" in calendar
    assert "DTEND:20260601T230000Z" in calendar
    assert (home / "r.csv").read_text(encoding="utf-8-sig").count("night shift") == 2
    assert refused(run("roster", "export", "2026-06-01", home / "r.doc", "--json")) == "roster_ending"
    assert (calendar.count("STATUS:TENTATIVE"), "draft" in page) == (2, True)
    team("publish", "2026-06-01")
    run("sign", "1", "--by", "王芳")
    told = run("roster", "export", "2026-06-01", home / "published.ics", "--json").json
    assert (told["state"], told["published"]) == ("published", True)
    assert b"STATUS:CONFIRMED" in (home / "published.ics").read_bytes()
    assert run("roster", "show", "--json").json["published"] is True


def test_of_which_years_the_holidays_are_not_known(team: Any, run: Any, home: Path) -> None:
    team("plan", "2026-12-30", "2027-01-02", "--empty")
    assert run("roster", "show", "2026-12-30", "--json").json["holidays_unknown"] == [2027]
    assert run("roster", "show", "2026-12-30").out.splitlines()[0].endswith("draft · holidays of 2027 not known")
    run("roster", "export", "2026-12-30", home / "r.html")
    assert "holidays of 2027 not known" in (home / "r.html").read_text(encoding="utf-8")


def test_a_store_that_adds_only_a_night_shift(run: Any, machine: ManualClock) -> None:
    """The early and the late one come by themselves; taken off the list, they stay off it."""
    run("staff", "add", "王芳", "--post", "manager")
    assert "There is no roster 20" in run("roster", "gaps").err
    run("shifts", "add", "night", "20:00", "07:00", "--by", "王芳")
    run("roster", "plan", "2026-06-01", "2026-06-08", "--empty", "--by", "王芳")
    assert [each["key"] for each in run("shifts", "--json").json["shifts"]] == ["early", "late", "night"]
    assert "Mon 06-01 early shift service manager: 1 missing: 王芳 is free to come" in run("roster", "gaps").out
    for key in ("early", "late"):
        run("shifts", "remove", key, "--by", "王芳")
    run("roster", "plan", "2026-06-09", "2026-06-09", "--empty", "--by", "王芳")
    assert [each["key"] for each in run("shifts", "--json").json["shifts"]] == ["night"]
    assert run("roster", "gaps", "2026-06-09").out == "No shift of this roster says yet whom it needs.\n"
    run("shifts", "remove", "night", "--by", "王芳")
    assert refused(run("roster", "set", "2026-06-01", "王芳", "early", "--by", "王芳", "--json")) == "no_shifts"


def test_a_need_until_a_day_before_it(team: Any) -> None:
    asked = ("need", "2026-06-05", "early", "guard", "2", "--why", "x", "--until")
    assert refused(team(*asked, "2026-06-04", "--json")) == "need_days"
    assert team(*asked, "2026-06-05").code == 0
