"""A number that was written into a name or into words leaves the program masked, wherever it leaves it (C10)."""

import zipfile
from pathlib import Path
from typing import Any

import pytest

SAID = ("13811110006", "13811110007", "13811110008", "13811110009", "138 1111 0005")


@pytest.fixture
def team(run: Any) -> Any:
    """A case with numbers in all its texts."""
    run("staff", "add", "王芳", "--post", "manager")
    run(
        "complaints", "add", "--words", f"打我 {SAID[0]}", "--customer", f"张三{SAID[1]}", "--phone", SAID[2],
        "--wants", f"回电wx{SAID[3]}", "--plate", "A12345",
    )  # fmt: skip
    run("complaints", "step", "1", "note", "--note", f"已打 {SAID[4]}", "--by", "王芳")
    return run


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_in_an_export(team: Any, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"cases.{ending}"
    assert team("complaints", "export", file).code == 0
    if ending == "xlsx":
        with zipfile.ZipFile(file) as book:
            text = "".join(book.read(name).decode() for name in book.namelist())
    else:
        text = file.read_text(encoding="utf-8")
    assert [said for said in SAID if said in text] == []
    assert "打我 138****0006" in text
    assert "张三138****0007" in text


@pytest.mark.parametrize("kind", ["form", "report"])
def test_on_paper(team: Any, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "paper.html"
    assert team("complaints", "print", "1", kind, file).code == 0
    text = file.read_text(encoding="utf-8")
    assert [said for said in SAID if said in text] == []
    assert "打我 138****0006" in text


@pytest.mark.parametrize("command", [("complaints", "show", "1"), ("complaints", "list"), ("status",)])
@pytest.mark.parametrize("more", [(), ("--json",)])
def test_in_an_answer(team: Any, command: tuple[str, ...], more: tuple[str, ...]) -> None:
    ran = team(*command, *more)
    assert ran.code == 0
    assert [said for said in SAID if said in ran.out] == []
