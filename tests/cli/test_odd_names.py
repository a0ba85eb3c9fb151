"""Names, numbers and times that no system takes end in one sentence, in no "something unexpected" and no traceback."""

from pathlib import Path
from typing import Any

import pytest

LONG = "名" * 100
DIGITS = "9" * 5000


@pytest.mark.parametrize(
    "command",
    [
        ("backup", LONG),
        ("restore", LONG),
        ("complaints", "export", f"{LONG}.csv"),
        ("complaints", "import", f"{LONG}.csv"),
        ("complaints", "print", "1", "form", f"{LONG}.html"),
        ("policy", "load", LONG),
        ("settings", "check", LONG),
        ("replay", LONG),
        ("status", "--database", LONG),
        ("status", "--database", "~nosuch/x"),
        ("complaints", "export", "x.csv", "--since", "0001-01-01"),
        ("complaints", "add", "--words", "x", "--received", "0001-01-01"),
        ("complaints", "add", "--words", "x", "--received", "9999-12-31T23:59"),
        ("complaints", "show", DIGITS),
        ("penalties", "list", "--month", "0001-01"),
    ],
    ids=lambda command: " ".join(word[:9] for word in command),
)
def test_one_sentence(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    monkeypatch.chdir(tmp_path)
    if command[0] == "complaints":
        run("complaints", "add", "--words", "x")
    ran = run(*command)
    assert ran.code in ({0} if "--since" in command else {1, 2})
    assert "unexpected" not in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    "line",
    [
        f"by = {DIGITS}",
        "by = 2026-01-01",
        f"undo_s = {DIGITS}",
        "by = 0x" + "f" * 5000,
        'database = "~nosuch/x"',
        f'database = "{LONG}"',
    ],
    ids=lambda line: line[:12],
)
def test_settings_of_that_kind(run: Any, config: Path, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FRONTDESK_DATABASE")
    config.write_text(f"# 1\n{line}\n")
    for command in (("status",), ("settings", "check"), ("settings", "show"), ("policy", "load", config)):
        ran = run(*command)
        assert "unexpected" not in ran.err, command
        assert ran.code in ({0, 1, 2} if command[0] == "settings" else {1, 2})


def test_a_number_without_end_names_its_line(refused: Any, config: Path) -> None:
    config.write_text(f"# 1\nby = {DIGITS}\n")
    assert "line 2" in refused("status", code=2)


@pytest.mark.parametrize("command", [("settings", "show"), ("settings", "check"), ("status",)])
def test_a_settings_file_of_that_kind(run: Any, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRONTDESK_CONFIG", LONG)
    ran = run(*command)
    assert ran.code in {1, 2}
    assert len(ran.err.splitlines()) == 1
    assert "unexpected" not in ran.err
