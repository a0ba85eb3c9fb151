"""What is typed and cannot be taken as it is: refused, never cut and never cleaned without a word."""

import os
import subprocess
import sys
from typing import Any

import pytest

LONG = "A" * 300


@pytest.mark.skipif(os.name == "nt", reason="arguments are text there")
@pytest.mark.parametrize(
    "arguments",
    [
        ["arrive", b"\xff\xfeE123"],
        ["arrive", "E123", "--operation", b"\xff"],
        ["arrive", "E123", "--database", b"\xff.db"],
    ],
)
def test_bytes_that_are_no_text(run: Any, database: Any, arguments: list[Any]) -> None:
    command = [sys.executable, "-m", "frontdesk", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=database.parent, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is not readable as UTF-8. Nothing was done." in done.stderr
    assert "\\xff" in done.stderr
    assert not list(database.parent.glob("*.db"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["plans", "emergency", "bays", "4;5", "--why", "x"], "“4;5” is no whole number; right would be digits only"),
        (["reviews", "year", "今年"], "“今年” is no whole number; right would be digits only, like 12"),
        (["serve", "unpair", "x"], "“x” is no number; right would be 7 or A007"),
        (["customers", "list", "--limit", "0"], "“0” is too few; right would be 1 or more"),
    ],
)
def test_a_number_that_is_none(run: Any, arguments: list[str], said: str) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.parametrize("operation", [" ", "a\x1b[31m", "a\nb"])
def test_what_is_no_operation_id(run: Any, database: Any, operation: str) -> None:
    ran = run("arrive", "E123", "--operation", operation)
    assert ran.code == 2
    assert "is no operation id" in ran.err
    assert "\x1b" not in ran.err
    assert not database.exists()


@pytest.mark.parametrize("sign", ["\x1b]0;x\x07", "\x9b31m", "\u202e", "\u2066"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["explain", "x{}", "other"],
        ["replay", "day.csv", "--speed", "1{}"],
        ["calendar", "show", "2026{}"],
        ["doctor", "--end", "7{}"],
        ["arrive", "A12345", "B{}"],
        ["complaints", "list", "--which", "all{}"],
        ["no{}command"],
    ],
)
def test_a_usage_error_says_what_was_typed_without_signs_a_terminal_obeys(
    run: Any, arguments: list[str], sign: str
) -> None:
    ran = run(*(each.format(sign) for each in arguments))
    assert ran.code == 2
    assert "error:" in ran.err
    assert sign[0] not in ran.err


@pytest.mark.parametrize("arguments", [["arrive", "--", "--"], ["swap", "A12345", "--", "--"], ["--", "status", "--"]])
def test_a_mark_that_is_said_twice_is_refused(run: Any, database: Any, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.err.splitlines()[-1]) == (2, "frontdesk: error: unrecognized arguments: --")
    assert not database.exists()


@pytest.mark.parametrize(
    ("arguments", "right"),
    [
        (["arrive", LONG], 8),
        (["turn-away", LONG], 8),
        (["arrive", "B12345", "--by", LONG], 30),
        (["receive", "A12345", "--advisor", LONG], 30),
        (["staff", "add", LONG, "--post", "guard"], 30),
        (["staff", "remove", LONG], 30),
        (["duty", "set", "manager", LONG, "--until", "23:59"], 30),
        (["complaints", "templates", "remove", LONG], 60),
        (["complaints", "step", "1", "assign", "--note", LONG, "--by", "王芳"], 60),
    ],
)
def test_what_is_too_long_is_not_cut(run: Any, refused: Any, arguments: list[str], right: int) -> None:
    run("arrive", "A12345")
    run("staff", "add", "王芳", "--post", "manager")
    run("complaints", "add", "--words", "久", "--by", "王芳")
    said = refused(*arguments)
    assert f"more than {right}." in said or f"Right would be {right} at most: shorten it." in said
