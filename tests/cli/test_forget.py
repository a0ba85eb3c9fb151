"""`frontdesk forget`: shows what would go, asks, takes it out, and says what stays."""

from pathlib import Path
from typing import Any

import pytest

PHONE = "13811110001"


@pytest.fixture
def closed(run: Any, machine: Any) -> Any:
    """A store with one closed case of a customer."""
    run("staff", "add", "王芳", "--post", "manager")
    run("staff", "add", "赵敏", "--post", "advisor")
    run(
        "complaints",
        "add",
        "--words",
        "等太久",
        "--customer",
        "曾小明",
        "--phone",
        PHONE,
        "--plate",
        "A88888",
        "--unusual",
    )
    ran = run("complaints", "step", "1", "close_anyway", "--note", "不再追究", "--by", "王芳")
    assert ran.code == 0, ran.err
    return run


def test_it_shows_what_would_go(closed: Any, database: Path) -> None:
    ran = closed("forget", "--phone", PHONE, "--dry-run", "--by", "赵敏")
    assert ran.code == 0, ran.err
    assert "No. 1 · " in ran.out
    assert closed("forget", "--plate", "A88888", "--dry-run", "--json").json["numbers"] == 1
    assert PHONE.encode() in database.read_bytes()


def test_it_is_done_only_when_it_is_meant(closed: Any, refused: Any, database: Path) -> None:
    assert "say --yes" in refused("forget", "--phone", PHONE, "--by", "王芳")
    assert "for a manager" in refused("forget", "--phone", PHONE, "--yes", "--by", "赵敏")
    assert "a name alone" in refused("forget", "--name", "曾小明", "--yes", "--by", "王芳")
    ran = closed("forget", "--phone", PHONE, "--yes", "--by", "王芳")
    assert ran.code == 0, ran.err
    assert "customer forgotten · cases: 1, phone numbers: 1, half-filled forms: 0" in ran.out
    assert "Backups, exports and papers made before still hold everything" in ran.err
    content = b"".join(each.read_bytes() for each in database.parent.glob("desk.db*"))
    assert PHONE.encode() not in content
    assert "曾小明".encode() not in content
    said = closed("doctor", "--json").out
    assert "Events that a customer was taken out of" in said
    assert '"level": "problem"' not in said


def test_the_same_operation_again(closed: Any) -> None:
    first = closed("forget", "--phone", PHONE, "--yes", "--by", "王芳", "--operation", "o1", "--json").json
    assert closed("forget", "--phone", PHONE, "--yes", "--by", "王芳", "--operation", "o1", "--json").json == first


def test_an_open_case_is_not_forgotten(run: Any, refused: Any) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    run("complaints", "add", "--words", "等太久", "--phone", PHONE)
    assert "No. 1 is open, its deadlines run" in refused("forget", "--phone", PHONE, "--yes", "--by", "王芳")
