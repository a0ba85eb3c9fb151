"""A line is what it says: wherever it moved to, it is not taken twice, and no other is lost for it (C1, C2)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from case_tables import GOOD, HEAD, cases
from openpyxl import Workbook

NAMES = ("甲", "乙", "丙", "丁")
LINES = [GOOD.replace("陈先生", name).replace("苏A12345", "") for name in NAMES]
WRONG = LINES[1] + ",more"


def taken(run: Any, path: Path, operation: str = "may") -> tuple[int, int, int]:
    ran = json.loads(run("complaints", "import", path, "--operation", operation, "--json").out)
    return ran["taken"], ran["known"], len(ran["problems"])


def registered(run: Any) -> list[str]:
    return sorted(case["customer"] for case in cases(run))


def _as_workbook(path: Path, lines: list[str]) -> Path:
    book = Workbook()
    for line in (HEAD, *lines):
        book.active.append(line.split(","))
    book.save(path)
    return path


def _as_json(path: Path, lines: list[str]) -> Path:
    path.write_text(json.dumps([dict(zip(HEAD.split(","), line.split(","), strict=True)) for line in lines]))
    return path


MOVED: dict[str, Callable[[Any, Path], Path]] = {
    "the same file": lambda table, _: table(*LINES),
    "sorted the other way": lambda table, _: table(*reversed(LINES)),
    "blank lines in between": lambda table, _: table("", LINES[0], ",,,,,,,", *LINES[1:]),
    "another name": lambda table, _: table(*LINES, name="other.csv"),
    "other delimiters": lambda table, _: table(*(li.replace(",", ";") for li in LINES), head=HEAD.replace(",", ";")),
    "another encoding": lambda table, _: table(*LINES, encoding="utf-16"),
    "words for the values": lambda table, _: table(*(li.replace("phone", "电话").replace("T", " ") for li in LINES)),
    "another column in front": lambda table, _: table(*(f"7,{line}" for line in LINES), head=f"序号,{HEAD}"),
    "a workbook": lambda _, folder: _as_workbook(folder / "in.xlsx", LINES),
    "JSON": lambda _, folder: _as_json(folder / "in.json", LINES),
}


@pytest.mark.parametrize("how", MOVED)
def test_a_file_that_was_moved_about_does_nothing_more(run: Any, table: Any, tmp_path: Path, how: str) -> None:
    assert taken(run, table(*LINES)) == (4, 0, 0)
    assert taken(run, MOVED[how](table, tmp_path)) == (0, 4, 0)
    assert registered(run) == sorted(NAMES)


def test_the_wrong_line_is_deleted(run: Any, table: Any) -> None:
    assert taken(run, table(LINES[0], WRONG, *LINES[2:])) == (3, 0, 1)
    assert taken(run, table(LINES[0], *LINES[2:])) == (0, 3, 0)
    assert registered(run) == ["丁", "丙", "甲"]


def test_one_is_mended_and_one_is_put_on_top(run: Any, table: Any) -> None:
    assert taken(run, table(LINES[0], WRONG, *LINES[2:])) == (3, 0, 1)
    assert taken(run, table(LINES[0].replace("甲", "戊"), *LINES)) == (2, 3, 0)
    assert registered(run) == sorted([*NAMES, "戊"])


def test_two_equal_lines_of_a_file_are_two(run: Any, table: Any) -> None:
    assert taken(run, table(LINES[0], LINES[0])) == (2, 0, 0)
    assert taken(run, table(LINES[0], LINES[1], LINES[0])) == (1, 2, 0)
    assert taken(run, table(LINES[0])) == (0, 1, 0)
    assert taken(run, table(*[LINES[0]] * 3)) == (1, 2, 0)


@pytest.mark.parametrize(
    ("was", "will_be"),
    [
        ("甲", "甲某"),
        ("13800138000", "13800138001"),
        ("13800138000", ""),
        ("等得太久了", "等得太久"),
        ("ordinary", "major"),
        ("service", "product"),
        ("phone", "email"),
        ("09:05", "09:06"),
        (",,等", ",苏A12345,等"),
    ],
)
def test_a_line_that_was_changed_is_another(run: Any, table: Any, was: str, will_be: str) -> None:
    assert taken(run, table(LINES[0])) == (1, 0, 0)
    changed = LINES[0].replace(was, will_be, 1)
    assert changed != LINES[0]
    assert taken(run, table(changed)) == (1, 0, 0)
    assert taken(run, table(LINES[0], changed)) == (0, 2, 0)


def test_another_operation_knows_nothing_of_it(run: Any, table: Any) -> None:
    assert taken(run, table(*LINES)) == (4, 0, 0)
    assert taken(run, table(*LINES), "june") == (4, 0, 0)


def test_a_line_that_is_taken_back_and_in_the_file_again_stays_taken_back(run: Any, table: Any) -> None:
    assert taken(run, table(LINES[0])) == (1, 0, 0)
    run("undo")
    assert taken(run, table(LINES[0])) == (0, 1, 0)


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".json"])
def test_what_was_exported_comes_back_as_it_was(run: Any, table: Any, tmp_path: Path, ending: str) -> None:
    words = ('"=1+1 ""x""\n_x000D_ 第二行"', "'-5", '"  ,;\t"', "#1 号车")
    lines = [GOOD.replace("等得太久了", said) for said in words[:2]] + [GOOD.replace("等得太久了", words[3])]
    assert taken(run, table(*lines)) == (3, 0, 0)
    assert run("complaints", "export", tmp_path / f"out{ending}").code == 0
    before = [(c["words"], c["plate"], c["received_at"], c["nature"], c["drill"]) for c in cases(run)]
    database = tmp_path / "second.db"
    assert run("complaints", "import", tmp_path / f"out{ending}", "--database", database).code == 0
    listed = run("complaints", "list", "--all", "--json", "--database", database).json["complaints"]
    assert sorted((c["words"], c["plate"], c["received_at"], c["nature"], c["drill"]) for c in listed) == sorted(before)
