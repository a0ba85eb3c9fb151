"""Importing cases: what a file can be, from a workbook to no table at all."""

import io
import random
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from case_tables import GOOD, HEAD, cases
from openpyxl import Workbook, load_workbook

from frontdesk.domain.values.clock import ManualClock


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_as_spreadsheets_write_it(run: Any, table: Any, encoding: str, delimiter: str, end: str) -> None:
    path = table(GOOD.replace(",", delimiter), head=HEAD.replace(",", delimiter), encoding=encoding, end=end)
    assert run("complaints", "import", path).code == 0
    assert cases(run)[0]["words"] == "等得太久了"


def test_a_file_that_says_its_delimiter(run: Any, table: Any) -> None:
    path = table(HEAD.replace(",", ";"), GOOD.replace(",", ";"), head="sep=;")
    assert run("complaints", "import", path, "--json").json["taken"] == 1


def book(path: Path, *rows: Sequence[object]) -> Path:
    made = Workbook()
    for row in (HEAD.split(","), *rows):
        made.active.append(row)
    made.save(path)
    return path


def test_a_workbook(run: Any, machine: ManualClock, tmp_path: Path) -> None:
    came_in = datetime.fromisoformat("2026-05-28T09:05")
    whole = [came_in, "电话", "服务", "一般", "陈先生", 13800138000, "苏A12345", "等得太久了"]
    broken = [None, "电话", "服务", "一般", None, None, None, "x"]
    ran = run("complaints", "import", book(tmp_path / "in.xlsx", whole, [], broken))
    assert ran.code == 1
    assert ran.out.splitlines()[0] == "Complaints registered: 1"
    assert "line 4: “received_at” is empty." in ran.out
    case = cases(run)[0]
    assert (case["phone"], case["received_at"]) == ("138****8000", "2026-05-28T09:05:00+08:00")


def test_a_day_without_a_time_is_refused_as_in_a_text_table(run: Any, machine: ManualClock, tmp_path: Path) -> None:
    midnight = datetime.fromisoformat("2026-05-28T00:00")
    days = (midnight.date(), "2026-05-28", midnight)
    rows = [[day, "电话", "服务", "重大", "", "", "", "等得太久了"] for day in days]
    ran = run("complaints", "import", book(tmp_path / "in.xlsx", *rows))
    assert ran.code == 1
    assert ran.out.count("“received_at” is “2026-05-28”") == 2
    path = book(tmp_path / "chinese.xlsx", rows[2])
    made = load_workbook(path)
    made.active["A2"].number_format = '[$-zh-CN]yyyy"h"/m/d;@'
    made.save(path)
    assert "“received_at” is “2026-05-28”" in run("complaints", "import", path).out
    # Who says midnight means it.
    assert [case["received_at"] for case in cases(run)] == ["2026-05-28T00:00:00+08:00"]


def test_a_row_without_its_empty_cells_at_the_end(run: Any, machine: ManualClock, tmp_path: Path) -> None:
    path = tmp_path / "in.xlsx"
    made = Workbook()
    head = [*HEAD.split(","), "nature", "wants", "drill"]
    row = ["2026-05-28T09:05", "phone", "service", "ordinary", "陈先生", 13800138000.0, "苏A12345", "等得太久了"]
    lines: list[list[Any]] = [head, row, [*row, None, None, True], [*row, None, None, False], row[:4]]
    for at, cells in enumerate(lines, 1):
        for place, cell in enumerate(cells, 1):
            made.active.cell(at, place, cell)
    made.save(path)
    said = run("complaints", "import", path).out.splitlines()
    assert said[:2] == ["Complaints registered: 3", "Lines not taken: 1"]
    assert said[2].startswith("line 5: “words” is empty.")
    assert sorted((case["number"], case["drill"]) for case in cases(run)) == [(1, False), (2, True), (3, False)]


def test_an_export_that_a_spreadsheet_has_saved(run: Any, table: Any, tmp_path: Path) -> None:
    assert run("complaints", "import", table(GOOD)).code == 0
    assert run("complaints", "export", tmp_path / "out.xlsx").code == 0
    saved = load_workbook(tmp_path / "out.xlsx")
    last = saved.active.max_column
    assert saved.active.cell(2, last).value is None
    saved.save(tmp_path / "saved.xlsx")
    assert run("complaints", "import", tmp_path / "saved.xlsx").out == "Complaints registered: 1\n"


def _zip(name: str, content: bytes, times: int = 1) -> Callable[[], bytes]:
    """Made only for its own test: a big one takes seconds, and every process that looks for tests reads this."""

    def make() -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, content * times)
        return made.getvalue()

    return make


NO_TABLES: dict[str, tuple[bytes | Callable[[], bytes], str]] = {
    "empty": (b"", "it is empty."),
    "blank": (b"\n \n", "it is empty."),
    "mark": (b"\xef\xbb\xbf", "it is empty."),
    "one column": (HEAD.replace(",plate", "").encode(), "does not name the column plate."),
    "twice": ((HEAD + ",Kind").encode(), "names the column kind twice."),
    "quote": (b'received_at,"channel\n', "its first line cannot be read as CSV."),
    "binary": (bytes(random.Random(1).randbytes(4096)), "not a table"),
    "nul": (b"\0" * 100, "it is not text."),
    "one huge line": (b"x" * 300_000, "cannot be read as CSV."),
    "old excel": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "it is an old Excel file."),
    "half a workbook": (b"PK\x03\x04" + b"\0" * 100, "it cannot be read as a workbook"),
    "another zip": (_zip("a.txt", b"x"), "it cannot be read as a workbook"),
    "no sheet": (_zip("[Content_Types].xml", b"<Types/>"), "it cannot be read as a workbook"),
    "a bomb": (_zip("xl/workbook.xml", bytes(1024 * 1024), 513), "it is larger than 512 MB."),
}


@pytest.mark.parametrize("kind", NO_TABLES)
def test_a_file_that_is_no_table(refused: Any, tmp_path: Path, database: Path, kind: str) -> None:
    content, said = NO_TABLES[kind]
    path = tmp_path / "in.csv"
    path.write_bytes(content if isinstance(content, bytes) else content())
    sentence = refused("complaints", "import", path)
    assert sentence.startswith(f"{path} is not a table of complaints: ")
    assert said in sentence
    assert not database.exists()


def test_a_file_that_is_not_there(refused: Any, tmp_path: Path) -> None:
    assert refused("complaints", "import", tmp_path / "none.csv") == f"There is no file {tmp_path / 'none.csv'}."
    assert refused("complaints", "import", tmp_path) == f"{tmp_path} is a folder. Name a file in it."


def test_whatever_a_file_holds(run: Any, tmp_path: Path, machine: ManualClock, rounds: Any) -> None:
    chance = random.Random(7)
    whole = book(tmp_path / "whole.xlsx", ["2026-05-28T09:05", "phone", "service", "ordinary", "", "", "", "x"])
    seeds = [(HEAD + "\n" + GOOD + "\n").encode() * 3, whole.read_bytes()]
    path = tmp_path / "in"
    for number in rounds(120, 3000):
        content = bytearray(seeds[number % 2])
        for _spot in range(chance.randint(1, 20)):
            content[chance.randrange(len(content))] = chance.choice([0, 34, 44, 10, 13, 255, chance.randrange(256)])
        path.write_bytes(content[: chance.randrange(len(content))] if chance.random() < 0.3 else content)
        ran = run("complaints", "import", path)
        assert ran.code in {0, 1}
        assert "Something unexpected" not in ran.err, bytes(content)
