"""`frontdesk customers`: who they are, found, and as a list to call (G5, C10)."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

PHONE = "13811110001"
FORMULA = "=cmd|' /C calc'!A0"


@pytest.fixture
def told(run: Any, machine: Any) -> Any:
    """A store with a customer of one car, a car nobody said anything of, and a case alone."""
    for name, post in (("王芳", "manager"), ("赵敏", "advisor")):
        run("staff", "add", name, "--post", post)
    for plate in ("苏E10001", "浙A10002"):
        run("arrive", plate, "--new")
    add = ("complaints", "add", "--words", "等太久")
    run(*add, "--customer", "曾小明", "--phone", PHONE, "--plate", "苏E10001")
    run(*add, "--customer", f"<b>{FORMULA}", "--phone", "13811110002")
    return run


def test_a_list_page_by_page(told: Any, refused: Any) -> None:
    first = told("customers", "list", "--limit", 2, "--json").json
    assert [each["plates"] for each in first["customers"]] == [["苏E10001"], ["浙A10002"]]
    second = told("customers", "list", "--after", first["after"], "--json").json
    assert [each["phone"] for each in second["customers"]] == ["138****0002"]
    assert second["after"] is None
    assert f"More: --after {first['after']}" in told("customers", "list", "--limit", 2).out
    of_area = told("customers", "list", "--area", "江苏", "--json").json["customers"]
    assert of_area == [
        {
            "name": "曾小明",
            "phone": "138****0001",
            "area": "苏E",
            "plates": ["苏E10001"],
            "last_visit": "2026-05-29T10:00:00+08:00",
            "next_appointment": None,
            "last_appointment": None,
            "open": [{"kind": "complaint", "number": 1}],
        }
    ]
    assert "江苏 苏E" in told("customers", "list", "--language", "zh").out
    assert "No such customer." in told("customers", "list", "--visited", "2026-05-28").out
    assert "is no area" in refused("customers", "list", "--area", "苏州")
    assert "is no area" in refused("customers", "list", "--area", "")
    assert "is not a date" in refused("customers", "list", "--visited", "昨天")
    assert "is no place" in refused("customers", "list", "--after", "x")


def test_finding(told: Any, refused: Any) -> None:
    assert [each["name"] for each in told("customers", "find", "zxm", "--json").json["customers"]] == ["曾小明"]
    assert "曾小明" in told("customers", "find", "10001").out
    assert PHONE not in told("customers", "find", PHONE).out
    assert "Who is to be found?" in refused("customers", "find", " ")


@pytest.mark.parametrize("ending", ["csv", "xlsx", "html", "json"])
def test_a_list_to_call(told: Any, home: Path, refused: Any, ending: str) -> None:
    path = home / f"call.{ending}"
    export = ("customers", "export", path)
    assert "may not do this here" in refused(*export, "--numbers", "--why", "台风", "--by", "赵敏")
    assert "Say with --why" in refused(*export, "--numbers", "--by", "王芳")
    assert not path.exists()
    told(*export, "--by", "赵敏")
    masked = path.read_bytes()
    assert PHONE.encode() not in masked
    path.unlink()
    ran = told(*export, "--numbers", "--why", "台风", "--area", "苏E", "--by", "王芳", "--json")
    assert ran.json == {
        "done": "export", "file": str(path), "customers": 1, "with_number": 1, "numbers": True
    }  # fmt: skip
    if ending == "xlsx":
        _heading, row = load_workbook(path).active.iter_rows(values_only=True)
        assert row[:2] == ("曾小明", PHONE)
    else:
        assert PHONE in path.read_text("utf-8")


def test_hostile_names_in_files(told: Any, home: Path) -> None:
    for ending, said in (("csv", "<b>=cmd"), ("html", "&lt;b&gt;=cmd")):
        path = home / f"all.{ending}"
        assert told("customers", "export", path).code == 0
        assert said in path.read_text("utf-8")
    assert "no such" not in told("customers", "export", home / "x.doc").out
    assert not (home / "x.doc").exists()
