"""`frontdesk retention`: terms, what is past them, and clearing it once the director has signed (G2)."""

from pathlib import Path
from typing import Any

import pytest

from frontdesk.domain.values.clock import DAY, ManualClock

PHONE, NAME = "13811110001", "曾小明"
PURGE = ("retention", "purge", "cases", "--before", "2026-05-30", "--by", "王芳")


@pytest.fixture
def old(run: Any, machine: ManualClock) -> Any:
    """A store with one closed case whose term ended yesterday, and an open one as old."""
    for name, post in (("王芳", "manager"), ("赵敏", "advisor"), ("李建国", "director")):
        run("staff", "add", name, "--post", post)
    for said in ("等太久", "还没解决"):
        run("complaints", "add", "--words", said, "--customer", NAME, "--phone", PHONE, "--plate", "苏A88888")
    ran = run("complaints", "step", "1", "close_anyway", "--note", "不再追究", "--by", "王芳")
    assert ran.code == 0, ran.err
    machine.at += 1097 * DAY
    return run


def test_what_is_past_its_term(old: Any, refused: Any) -> None:
    kept = {"years": 3, "past_before": "2026-05-30"}
    none = dict.fromkeys(("cases", "numbers", "messages", "appointments", "repairs", "matters"), 0)
    assert old("retention", "--json").json == {
        "classes": [
            {**kept, "class": "visits", "past": 0, "purge": none},
            {**kept, "class": "cases", "past": 1, "purge": {**none, "cases": 1, "numbers": 1}},
            {**kept, "class": "appointments", "past": 0, "purge": none},
            {"years": 2, "past_before": "2027-05-30", "class": "rosters", "past": 0, "purge": none},
            {**kept, "class": "rescues", "past": 0, "purge": none},
            {"years": 5, "past_before": "2024-05-30", "class": "incidents", "past": 0, "purge": none},
        ]
    }
    assert "到期" not in old("retention", "show").out
    assert "到期" in old("retention", "--language", "zh", "--help").out
    assert "cases to clear: 1, phone numbers: 1" in old("retention", "show").out
    dry = old(*PURGE, "--dry-run", "--json").json
    assert [case["number"] for case in dry["cases"]] == [1]
    assert "No. 1" in old(*PURGE, "--dry-run").out
    assert "frontdesk retention purge cases --before 2026-05-30" in old("doctor").out
    assert "--before 2026-05-30 at the latest" in refused(*PURGE, "--before", "2026-05-31")
    assert "no name, no number" in refused(*("visits" if each == "cases" else each for each in PURGE))


@pytest.mark.parametrize("day", ["2026-13-01", "昨天", "", "2026-05-30; drop table phones", "0001-01-01", "20260530"])
def test_a_day_that_is_none(old: Any, refused: Any, day: str) -> None:
    assert "Right would be 2026-03-02" in refused("retention", "purge", "cases", "--before", day, "--by", "王芳")


def test_from_asking_to_clearing(old: Any, refused: Any, database: Path) -> None:
    assert "may not do this here" in refused(*PURGE[:-1], "赵敏")
    asked = old(*PURGE, "--json").json
    assert asked["done"] == "purge_ask"
    assert "not signed yet" in refused(*PURGE)
    shown = old("matters", "show", asked["number"]).out
    assert "ended before 2026-05-30 · cases: 1, phone numbers: 1" in shown
    assert "complaints: 1\n" in shown
    assert "once signed: frontdesk retention purge cases --before 2026-05-30" in shown
    assert "No. 1 · 20" in shown
    assert "somebody else signs it" in refused("sign", asked["number"], "--by", "王芳")
    ran = old("sign", asked["number"], "--by", "李建国")
    assert ran.err == "Nothing is cleared yet. To clear it: frontdesk retention purge cases --before 2026-05-30.\n"
    ran = old(*PURGE, "--operation", "o1")
    assert ran.code == 0, ran.err
    assert "cases: 1, phone numbers: 1" in ran.out
    assert "Backups, exports and papers made before" in ran.err
    again = old(*PURGE, "--operation", "o1")
    assert (again.code, again.out) == (0, ran.out)
    assert old("complaints", "show", 1, "--json").json["customer"] in {"", None}
    assert old("complaints", "show", 2, "--json").json["customer"] == NAME
    assert "for something else" in refused("forget", "--case", 2, "--yes", "--by", "王芳", "--operation", "o1")
    said = old("doctor", "--json").out
    assert '"level": "problem"' not in said
    assert "past their term" not in said
