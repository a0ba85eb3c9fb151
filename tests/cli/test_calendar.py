"""`frontdesk calendar`: working days shown, a year put in, and what is due by it reckoned anew (C5, Q2)."""

import json
from pathlib import Path
from typing import Any

import pytest

from data.calendar import _library
from frontdesk.desk.cases import register
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import NO_PLATE

NEXT = max(_library().years) + 1
"""A year nobody has published yet."""


def year_file(folder: Path, **more: Any) -> Path:
    said = {"year": NEXT, "days": [{"name": "元旦", "date": f"{NEXT}-01-0{n}", "isOffDay": n != 3} for n in (1, 3, 4)]}
    path = folder / "year.json"
    path.write_text(json.dumps({**said, **more}), encoding="utf-8-sig")
    return path


def test_a_published_year_is_shown(run: Any, database: Path) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    said = run("calendar", "show", "2026").out
    assert "2026-02-14  working day" in said
    assert "2026-02-17  day off" in said
    assert "2026: 248 working days" in said
    shown = run("calendar", "show", "2026", "--json").json
    assert (shown["provisional"], "2026-02-14" in shown["working"]) == (False, True)


def test_a_year_nobody_has_published_says_so(run: Any, database: Path) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    assert f"{NEXT}: not published yet" in run("calendar", "show", str(NEXT)).out
    assert run("calendar", "show", str(NEXT), "--json").json["provisional"]


def test_what_is_due_by_it_is_reckoned_anew(run: Any, database: Path, tmp_path: Path) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    clock = ManualClock(1_000 * int(_seconds(f"{NEXT - 1}-12-31T02:00:00+00:00")))
    with Desk.open(database, Actor("reception", "李四"), clock) as desk:
        register.register(desk, NewCase(
            channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.ORDINARY, customer="陈先生", phone="",
            plate=NO_PLATE, words="漏油",
        ))  # fmt: skip

        def full_answer() -> Any:
            return next(c for c in register.get(desk, 1).clocks if c.name is ClockName.FULL_ANSWER)

        before = full_answer()
        assert before.provisional
        answer = run("calendar", "import", str(year_file(tmp_path)), "--json").json
        assert (answer["done"], answer["number"], answer["detail"]) == ("calendar", 1, str(NEXT))
        assert not full_answer().provisional
        assert full_answer().due_at != before.due_at
        assert run("calendar", "import", str(year_file(tmp_path)), "--json").json["number"] is None


@pytest.mark.parametrize("days", [[], [{"name": "元旦", "date": f"{NEXT - 1}-12-31", "isOffDay": True}]])
def test_a_year_that_names_no_day_stays_provisional(run: Any, database: Path, tmp_path: Path, days: list[Any]) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    refused = run("calendar", "import", str(year_file(tmp_path, days=days, papers=[])))
    assert refused.code == 1
    assert f"names no day of {NEXT}" in refused.err
    assert run("calendar", "show", str(NEXT), "--json").json["provisional"]


def _seconds(text: str) -> float:
    from datetime import datetime

    return datetime.fromisoformat(text).timestamp()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "JSON"), ("[]", "days = nothing."), ("{}", "days = nothing."), ('{"year": 2027}', "days = nothing."),
        ('{"year": 2027, "days": null}', "days = null."), ('{"year": 2027, "days": {"a": []}}', "days = {…}."),
        ('{"year": 2027, "days": ""}', 'days = "".'), ('{"days": []}', "year = nothing."),
        ('{"year": [], "days": []}', "year = []."), ('{"year": true, "days": []}', "year = true."),
        ('{"year": "2027", "days": []}', 'year = "2027".'), ('{"year": 2027, "days": [3]}', "days[0] = 3."),
        ('{"year": 2027, "days": [{"isOffDay": true}]}', "days[0].date = nothing."),
        ('{"year": 2027, "days": [{"date": "2027-02-30", "isOffDay": true}]}', 'days[0].date = "2027-02-30".'),
        ('{"year": 2027, "days": [{"date": "2027-01-01", "isOffDay": "yes"}]}', 'days[0].isOffDay = "yes".'),
        ('{"year": 2027, "days": [{"date": "1999-01-01", "isOffDay": true}]}', 'days[0].date = "1999-01-01".'),
        ("\x00\x1b[31m", "not in UTF-8"), ("[" * 100_000, "JSON"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_year_is_refused_with_the_place(
    run: Any, database: Path, tmp_path: Path, content: str, said: str
) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    path = tmp_path / "wrong.json"
    path.write_text(content, encoding="utf-8")
    ran = run("calendar", "import", str(path))
    assert ran.code == 1
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert ran.err.count("\n") == 1


def test_wrong_words(run: Any, database: Path, tmp_path: Path) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    assert run("calendar", "import", str(tmp_path / "none.json")).code == 1
    assert run("calendar", "show", "next").code == 2


def _put_in(run: Any, folder: Path, year: int, days: dict[str, bool], encoding: str = "utf-8") -> None:
    listed = [{"name": "元旦", "date": day, "isOffDay": not works} for day, works in days.items()]
    path = folder / f"{year}.json"
    path.write_text(json.dumps({"year": year, "days": listed}), encoding=encoding)
    assert run("calendar", "import", path).code == 0


LAST, FIRST = f"{NEXT - 1}-12-31", f"{NEXT}-01-01"
OWN = {f"{NEXT - 1}-10-01": False}
NEXT_ONES = {f"{NEXT - 1}-12-26": True, LAST: False, FIRST: False}


@pytest.mark.parametrize("order", [(NEXT - 1, NEXT), (NEXT, NEXT - 1), (NEXT, NEXT - 1, NEXT), (NEXT, NEXT, NEXT - 1)])
def test_the_next_years_list_changes_this_december(run: Any, tmp_path: Path, order: tuple[int, ...]) -> None:
    """Whichever year is put in first, or again: what the other list says of December stays."""
    run("staff", "add", "王芳", "--post", "manager")
    before = run("calendar", "show", str(NEXT - 1), "--json").json
    assert (before["provisional"], before["provisional_from"]) == (False, f"{NEXT - 1}-12-25")
    for year in order:
        _put_in(run, tmp_path, year, OWN if year == NEXT - 1 else NEXT_ONES)
    shown = run("calendar", "show", str(NEXT - 1), "--json").json
    assert (shown["off"][-1], shown["working"][-1:]) == (LAST, [f"{NEXT - 1}-12-26"])
    assert shown["provisional_from"] is None
    assert run("calendar", "show", str(NEXT), "--json").json["off"] == [FIRST]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_year_as_powershell_writes_it(run: Any, tmp_path: Path, encoding: str) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    _put_in(run, tmp_path, NEXT, NEXT_ONES, encoding)


def test_a_term_hears_of_it(run: Any, database: Path, tmp_path: Path) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    clock = ManualClock(1_000 * int(_seconds("2026-12-28T02:00:00+00:00")))
    with Desk.open(database, Actor("reception", "李四"), clock) as desk:
        register.register(desk, NewCase(
            channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.ORDINARY, customer="", phone="",
            plate=NO_PLATE, words="漏油",
        ))  # fmt: skip

        def full_answer() -> Any:
            return next(c for c in register.get(desk, 1).clocks if c.name is ClockName.FULL_ANSWER)

        assert full_answer().provisional
        _put_in(run, tmp_path, 2027, {"2026-12-27": True, "2026-12-31": False, "2027-01-01": False})
        assert full_answer().due_at == 1_000 * int(_seconds("2027-01-04T10:00:00+00:00"))
        assert not full_answer().provisional
