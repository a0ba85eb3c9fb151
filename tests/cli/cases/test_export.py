"""`frontdesk complaints export`: new files, phones masked, no formula in them, and back in again (C10)."""

import csv
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from private import is_private

from frontdesk.domain.cases.table_columns import guarded, unguarded
from frontdesk.domain.values.clock import HOUR, ManualClock

HOSTILE = [
    "=1+1",
    "+86",
    "-2",
    "@SUM(A1)",
    "'=x",
    "''=x",
    "'quoted'",
    "＝1",
    'a "b", c;d',
    "[/b]",
    "=cmd|' /C calc'!A0",
]
ASKED = ("channel", "kind", "severity", "customer", "plate", "words", "received_at", "nature", "wants", "drill")


@pytest.fixture
def full(run: Any, machine: ManualClock) -> Any:
    """A store with a case for each hostile text, an hour apart."""
    machine.at -= len(HOSTILE) * HOUR
    for text in HOSTILE:
        said = (f"--words={text}\n{text}", f"--customer={text}", "--phone", "13800138000", "--plate", "A12345")
        more = ("--nature", "dispute", f"--wants={text}", *(["--drill"] if text == "-2" else []))
        assert run("complaints", "add", *said, *more, "--severity", "major").code == 0
        machine.at += HOUR
    return run


def test_csv(full: Any, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    ran = full("complaints", "export", path)
    assert (ran.code, ran.out) == (0, f"Complaints written: {len(HOSTILE)}, to {path}.\n")
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"13800138000" not in content
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines(keepends=True)))
    assert list(rows[0])[:3] == ["number", "received_at", "channel"]
    assert rows[0]["phone"] == "138****8000"
    assert rows[0]["overdue"] == "yes"
    assert list(rows[0])[-4:] == ["nature", "wants", "drill", "satisfaction"]
    assert (rows[0]["nature"], rows[0]["wants"], rows[0]["drill"], rows[0]["satisfaction"]) == (
        "dispute",
        "'=1+1",
        "",
        "",
    )
    assert not [cell for row in rows for cell in row.values() if cell[:1] in set("=+-@\t\r＝＋－＠")]
    assert rows[0]["customer"] == "'=1+1"
    assert is_private(path)
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".out")] == []


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_goes_out_comes_in_again(
    full: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, language: str
) -> None:
    path, before = tmp_path / f"out.{ending}", full("complaints", "list", "--json").json["complaints"]
    assert full("complaints", "export", path, "--language", language).code == 0
    assert full("complaints", "import", path, "--database", tmp_path / "other.db", "--all-or-nothing").code == 0
    after = full("complaints", "list", "--json", "--database", tmp_path / "other.db").json["complaints"]

    def told(cases: list[Any]) -> list[tuple[str, ...]]:
        return sorted(tuple(str(case[key]) for key in ASKED) for case in cases)

    assert told(after) == told(before)
    assert {case["phone"] for case in after} == {""}


def test_xlsx(full: Any, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    assert full("complaints", "export", path, "--json").json["complaints"] == len(HOSTILE)
    rows = list(load_workbook(path).active.iter_rows())
    assert not [cell for row in rows for cell in row if cell.data_type == "f"]
    assert [row[6].value for row in rows[1:]] == HOSTILE
    assert rows[1][1].value == datetime.fromisoformat("2026-05-28T23:00")
    assert rows[1][7].value == "138****8000"
    assert is_private(path)


def test_json(full: Any, tmp_path: Path) -> None:
    path = tmp_path / "out.JSON"
    full("complaints", "export", path)
    found = json.loads(path.read_text(encoding="utf-8"))["complaints"]
    assert [case["customer"] for case in found] == HOSTILE
    assert found[0]["notes"] == []
    assert (found[0]["nature"], found[0]["wants"], found[0]["satisfaction"]) == ("dispute", "=1+1", None)
    assert {clock["name"] for clock in found[0]["clocks"]} == {
        "first_answer", "full_answer", "agree_date", "head_informed", "on_site",
    }  # fmt: skip
    assert "13800138000" not in path.read_text(encoding="utf-8")


def test_how_satisfied_the_customer_was(run: Any, machine: ManualClock, tmp_path: Path) -> None:
    run("complaints", "add", "--words", "x")
    run("staff", "add", "王芳", "--post", "manager")
    for step in (("close_anyway", "--note", "x"), ("follow_up", "--satisfaction", "2")):
        assert run("complaints", "step", 1, *step, "--by", "王芳").code == 0
    for ending in ("csv", "xlsx", "json"):
        assert run("complaints", "export", tmp_path / f"out.{ending}").code == 0
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()[1].endswith(",2")
    assert list(load_workbook(tmp_path / "out.xlsx").active.iter_rows())[1][-1].value == 2
    assert json.loads((tmp_path / "out.json").read_text())["complaints"][0]["satisfaction"] == 2
    assert run("complaints", "import", tmp_path / "out.csv").code == 0


def test_since(full: Any, tmp_path: Path) -> None:
    answer = full("complaints", "export", tmp_path / "out.csv", "--since", "08:00", "--json").json
    assert (answer["done"], answer["complaints"], answer["since"]) == ("export", 2, "2026-05-29T08:00:00+08:00")
    assert answer["file"] == str(tmp_path / "out.csv")


def test_nothing_to_write(run: Any, machine: ManualClock, tmp_path: Path) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    for ending in ("csv", "xlsx", "json"):
        assert run("complaints", "export", tmp_path / f"out.{ending}").code == 0
    assert run("complaints", "import", tmp_path / "out.csv").out == "Complaints registered: 0\n"
    assert json.loads((tmp_path / "out.json").read_text()) == {"complaints": []}


def test_what_is_refused(full: Any, refused: Any, tmp_path: Path) -> None:
    taken = tmp_path / "taken.csv"
    taken.write_text("mine")
    assert refused("complaints", "export", taken) == f"{taken} exists already. Choose another name."
    assert taken.read_text() == "mine"
    assert "Right would be one of .csv, .xlsx, .json." in refused("complaints", "export", tmp_path / "out.pdf")
    assert "There is no folder" in refused("complaints", "export", tmp_path / "none" / "out.csv")
    assert "is not a time" in refused("complaints", "export", tmp_path / "out.csv", "--since", "soon")
    (tmp_path / "link.csv").symlink_to(tmp_path / "elsewhere.csv")
    assert "exists already" in refused("complaints", "export", tmp_path / "link.csv")


def test_half_a_file_is_no_file(full: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("frontdesk.commands.kit.table_files.csv.writer", fail)
    before = sorted(tmp_path.iterdir())
    assert full("complaints", "export", tmp_path / "out.csv").code == 1
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("cell", [*HOSTILE, "", "'", "''", "\t=1", "plain"])
def test_a_guarded_cell_comes_back(cell: str) -> None:
    assert guarded(cell)[:1] not in set("=+-@\t\r＝＋－＠")
    assert unguarded(guarded(cell)) == cell
