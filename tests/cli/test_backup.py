"""`frontdesk backup` and `restore`: a round trip, and nothing ever overwritten."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from private import is_private
from stations_record import until

from data import openers
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import SystemClock

Refusal = Callable[..., str]


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_file()}


def test_there_and_back(run: Any, database: Path) -> None:
    backup = database.parent / "copy.db"
    run("arrive", "A12345")
    assert run("backup", backup, "--json").json["done"] == "backup"
    assert is_private(backup)
    run("arrive", "B12345", "--new")
    begins = f"{datetime.now(ZoneInfo('Asia/Shanghai')):desk-%Y%m%dT%H%M%S}"
    kept = Path(run("restore", backup, "--by", "王五", "--json").json["moved_to"])
    ends = f"{datetime.now(ZoneInfo('Asia/Shanghai')):desk-%Y%m%dT%H%M%S}"
    assert begins <= kept.stem[: len(ends)] <= ends
    assert run("status", "--json").json["count"] == 1
    assert run("status", "--json", "--database", kept).json["count"] == 2
    assert run("status", "--json", "--database", backup).json["count"] == 1
    assert _names(database.parent) == {database.name, backup.name, kept.name}
    with Desk.open(database, Actor("guard", "")) as desk:
        assert desk.connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        kind, who, what = desk.connection.execute(
            "select kind, who, detail from events order by seq desc limit 1"
        ).fetchone()
    assert (kind, who, what) == ("restore", "王五", "copy.db")
    assert run("doctor").code == 0


def test_a_backup_is_made_while_others_work(run: Any, database: Path, tmp_path: Path) -> None:
    run("arrive", "A12345")
    with Desk.open(database, Actor("guard", "张三")) as desk:
        desk.snapshot()
        assert run("backup", tmp_path / "copy.db").code == 0
    assert run("status", "--json", "--database", tmp_path / "copy.db").json["count"] == 1


def test_a_backup_never_overwrites(run: Any, refused: Refusal, tmp_path: Path) -> None:
    run("arrive", "A12345")
    there = tmp_path / "there.db"
    there.write_text("dear")
    assert refused("backup", there) == f"{there} exists already. Choose another name."
    assert there.read_text() == "dear"
    said = f"There is no folder {tmp_path / 'no'}. Make it first, or choose another."
    assert refused("backup", tmp_path / "no" / "folder.db") == said


def test_a_restore_waits_until_every_station_is_closed(run: Any, refused: Refusal, database: Path) -> None:
    backup = database.parent / "copy.db"
    run("arrive", "A12345")
    run("backup", backup)
    run("arrive", "B12345", "--new")
    with subprocess.Popen([sys.executable, "-m", "frontdesk", "watch", "--database", database]) as watch:
        until(lambda: bool(openers.stations(database, SystemClock().now())))
        assert refused("restore", backup).startswith(f"{database} is in use. Close every station first")
        assert run("status", "--json").json["count"] == 2
        watch.terminate()
    assert run("restore", backup).code == 0
    assert run("status", "--json").json["count"] == 1


def test_what_is_put_back_through_a_link_shows_under_both_names(run: Any, database: Path, tmp_path: Path) -> None:
    run("arrive", "A12345")
    link, copy = tmp_path / "link.db", tmp_path / "copy.db"
    link.symlink_to(database)
    run("backup", copy, "--database", link)
    run("arrive", "B12345", "--database", link)
    assert run("restore", copy, "--database", link).code == 0
    assert link.is_symlink()
    counts = [run("status", "--json", "--database", path).json["count"] for path in (link, database)]
    assert counts == [1, 1]


def test_a_link_that_leads_nowhere_founds_no_store(run: Any, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "stick" / "desk.db")
    assert run("arrive", "A12345", "--database", link).code == 1
    assert not (tmp_path / "stick").exists()


def _damage(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xa5" * 20_000 + whole[24_096:])


def _newer(path: Path) -> None:
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_damage, "is damaged"),
        (_newer, "was written by a newer Frontdesk"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_bytes(b"no database" * 1000), "is no copy of a Frontdesk database"),
        (Path.unlink, "There is no file "),
    ],
)
def test_a_backup_that_is_not_right_changes_nothing(
    run: Any, refused: Refusal, database: Path, spoil: Callable[[Path], None], said: str
) -> None:
    backup = database.parent / "copy.db"
    run("arrive", "A12345")
    run("backup", backup)
    spoil(backup)
    before, names = database.read_bytes(), _names(database.parent)
    sentence = refused("restore", backup)
    assert str(backup) in sentence
    assert said in sentence
    assert database.read_bytes() == before
    assert _names(database.parent) == names


@pytest.mark.parametrize("spoil", [_damage, lambda path: path.write_bytes(b""), lambda path: path.write_text("hello")])
def test_a_damaged_file_is_moved_aside_as_it_is(run: Any, database: Path, spoil: Callable[[Path], None]) -> None:
    backup = database.parent / "copy.db"
    run("arrive", "A12345")
    run("backup", backup)
    spoil(database)
    Path(f"{database}-wal").write_bytes(b"what is left of a journal")
    before = database.read_bytes()
    kept = Path(run("restore", backup, "--json").json["moved_to"])
    assert kept.read_bytes() == before
    assert run("status", "--json").json["count"] == 1
    assert run("doctor").code == 0


def test_a_restore_where_nothing_is(run: Any, database: Path, tmp_path: Path) -> None:
    run("arrive", "A12345")
    run("backup", tmp_path / "copy.db")
    elsewhere = tmp_path / "new" / "desk.db"
    assert run("restore", tmp_path / "copy.db", "--database", elsewhere, "--json").json["moved_to"] is None
    assert run("status", "--json", "--database", elsewhere).json["count"] == 1
    assert is_private(elsewhere.parent, 0o700)


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_an_operation_id_that_would_do_harm_is_refused(
    run: Any, refused: Refusal, database: Path, command: str
) -> None:
    run("arrive", "A12345")
    run("backup", database.parent / "copy.db")
    before = _names(database.parent)
    said = f"“{command}” takes no --operation: done again it would put aside what came between. Leave it out."
    assert refused(command, database.parent / "copy.db", "--operation", "R1") == said
    assert _names(database.parent) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such steps")
@pytest.mark.parametrize(("command", "steps"), [("backup copy.db", 15), ("doctor --thorough", 15), ("status", 0)])
def test_stations_go_before_what_takes_long(run: Any, database: Path, command: str, steps: int) -> None:
    run("arrive", "A12345")
    asked = "import os, sys; from frontdesk.cli import main; main(); print(os.getpriority(os.PRIO_PROCESS, 0))"
    told = subprocess.run(
        [sys.executable, "-c", asked, "--database", database, *command.split()],
        cwd=database.parent, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert int(told.stdout.split()[-1]) == max(steps, os.getpriority(os.PRIO_PROCESS, 0))
