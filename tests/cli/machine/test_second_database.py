"""A second account does not begin a second database unasked, and a station none where the settings name one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from frontdesk.machine import accounts
from frontdesk.machine.accounts import _is_at_work

Refusal = Callable[..., str]


@pytest.fixture
def usual(home: Path, config: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The usual place of this account's database, which is not there yet."""
    monkeypatch.delenv("FRONTDESK_DATABASE", raising=False)
    return home / "data" / "frontdesk" / "frontdesk.db"


@pytest.fixture
def theirs(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The database of another account."""
    other = tmp_path / "other"
    monkeypatch.setattr(accounts, "_homes", lambda own: {home, other})
    path = other / "data" / "frontdesk" / "frontdesk.db"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x")
    return path


@pytest.mark.parametrize("command", [("arrive", "A12345"), ("guard",), ("staff", "add", "王芳", "--post", "manager")])
def test_another_account_has_one(run: Any, database: Path, usual: Path, theirs: Path, command: tuple[str, ...]) -> None:
    ran = run(*command)
    assert ran.code == 1
    assert f"another account of this machine works with one ({theirs})" in ran.err
    assert not usual.exists()


def test_a_path_that_was_typed_is_asked_for(
    run: Any, database: Path, usual: Path, theirs: Path, tmp_path: Path
) -> None:
    assert run("arrive", "A12345", "--database", tmp_path / "mine.db").code == 0
    assert run("--database", usual, "arrive", "A12345").code == 0
    assert run("arrive", "A22222").code == 0


def test_a_station_begins_none_that_the_settings_name(
    run: Any, database: Path, usual: Path, config: Path, tmp_path: Path
) -> None:
    named = tmp_path / "shared.db"
    config.write_text(f"database = {str(named)!r}\n")
    assert f"The settings name the database {named}, and it is not there" in run("guard").err
    assert not named.exists()
    assert run("arrive", "A12345").code == 0
    assert "needs a terminal" in run("guard").err


@pytest.mark.parametrize(
    ("command", "at_work"),
    [
        (b"/usr/bin/python3\0/home/b/.local/bin/frontdesk\0guard\0", True),
        (b"python\0-P\0-m\0frontdesk\0watch\0", True),
        (b"/usr/bin/python3\0/usr/bin/frontdesk\0", True),
        (b"python\0/usr/bin/frontdesk\0status\0", False),
        (b"python\0/usr/bin/frontdesk\0demo\0", False),
        (b"python\0/usr/bin/frontdesk\0--database\0/srv/x.db\0guard\0", False),
        (b"vim\0frontdesk.md\0", False),
        (b"", False),
    ],
)
def test_who_is_at_work(command: bytes, at_work: bool) -> None:
    assert _is_at_work(command) is at_work
