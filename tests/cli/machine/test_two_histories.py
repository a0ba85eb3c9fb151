"""Where a copy was worked on by itself, `frontdesk doctor` says so on both sides, and at which event they part."""

from pathlib import Path
from typing import Any

import pytest

SAME = "are the same up to event 2; from event 3 on each has a history of its own"


@pytest.fixture
def two(run: Any, database: Path, tmp_path: Path) -> Path:
    """A copy of a store, restored on the same account, that went on by itself, as the store did."""
    copy = tmp_path / "rehearsal.db"
    for number in range(2):
        assert run("turn-away", f"A100{number:02d}").code == 0
    run("backup", tmp_path / "backup.db")
    run("restore", tmp_path / "backup.db", "--database", copy)
    for number in range(12):
        run("turn-away", f"A200{number:02d}")
        run("turn-away", f"A300{number:02d}", "--database", copy)
    return copy


def test_both_say_at_which_event_they_part(run: Any, database: Path, two: Path) -> None:
    for here, there in ((database, two), (two, database)):
        ran = run("doctor", "--database", here)
        assert ran.code == 1
        assert f"problem: {there} and this database {SAME}" in ran.out
        assert "rewritten" not in ran.out


def test_of_one_that_is_gone_both_is_said_that_can_be(run: Any, database: Path, two: Path) -> None:
    two.unlink()
    said = run("doctor").out
    assert f"problem: {two} knows another event 10 than stands here: the events were rewritten, or this or that" in said


def test_a_backup_of_it_says_from_where_on(run: Any, two: Path, tmp_path: Path) -> None:
    kept = tmp_path / "of_the_copy.db"
    run("backup", kept, "--database", two)
    said = run("doctor").out
    assert f"problem: The backup {kept} agrees up to event 2 and differs from event 3 on" in said
