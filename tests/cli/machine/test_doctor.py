"""What `frontdesk doctor` compares with what was kept outside the store, and what it says of who can be called."""

import os
import re
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from frontdesk.machine import accounts, log


def cut(database: Path, count: int) -> None:
    """Take the last events and their rows off, as somebody would who knows how."""
    with closing(sqlite3.connect(database, isolation_level=None)) as forger:
        (guard,) = forger.execute("select sql from sqlite_master where name = 'events_kept'").fetchone()
        forger.execute("drop trigger events_kept")
        (last,) = forger.execute("select max(seq) from events").fetchone()
        forger.execute("delete from events where seq > ?", (last - count,))
        forger.execute("update sqlite_sequence set seq = ? where name = 'events'", (last - count,))
        forger.execute(guard)


def test_ten_events_cut_off_show_in_the_log(run: Any, database: Path) -> None:
    for number in range(13):
        run("turn-away", f"A100{number:02d}")
    assert len(list(log.lines("frontdesk.chain"))) == 1
    assert "Ends of the chain noted in the log and in backups: 1. All agree." in run("doctor").out
    cut(database, 10)
    ran = run("doctor")
    assert ran.code == 1
    assert f"problem: {database} knows event 10, but the chain ends at 3" in ran.out


def test_an_end_on_paper(run: Any, database: Path, tmp_path: Path) -> None:
    run("arrive", "A10001")
    run("arrive", "A10002", "--new")
    told = run("backup", tmp_path / "elsewhere.db").out.splitlines()[1]
    end = told.removeprefix("Its chain of events ends at ").partition(".")[0]
    assert end.startswith("2-")
    assert run("doctor", "--end", end).code == 0
    (tmp_path / "elsewhere.db").unlink()
    log.path().unlink()
    assert run("doctor").code == 0
    cut(database, 1)
    ran = run("doctor", "--end", end)
    assert f"problem: {end} knows event 2, but the chain ends at 1" in ran.out
    assert run("doctor", "--end", "nonsense").code == 2


SET_ASIDE = r"ok: Ends noted before a restore that is on record: [12]\. They were set aside with it\."


@pytest.mark.parametrize("kept_by", ["file", "log", ""])
def test_an_end_on_paper_that_a_restore_set_aside(run: Any, database: Path, tmp_path: Path, kept_by: str) -> None:
    """It is called so where something that is left of that record knows it, and by nothing but a restore."""
    copy, later = tmp_path / "copies" / "1.db", tmp_path / "copies" / "2.db"
    copy.parent.mkdir()
    run("arrive", "A10001")
    run("backup", copy)
    for number in range(2, 5):
        run("arrive", f"A1000{number}", "--new")
    end = run("backup", later).out.splitlines()[1].removeprefix("Its chain of events ends at ").partition(".")[0]
    later.unlink()
    run("restore", copy)
    (aside,) = database.parent.glob(f"{database.stem}-*{database.suffix}")
    if kept_by != "file":
        aside.unlink()
    if kept_by != "log":
        log.path().unlink()
    ran = run("doctor", "--end", end)
    assert (bool(re.search(SET_ASIDE, ran.out)), ran.code) == (bool(kept_by), not kept_by)
    assert (f"problem: {end} is unknown to this record" in ran.out) == (not kept_by)
    made_up = f"{end.partition('-')[0]}-{'0' * 16}"
    ran = run("doctor", "--end", made_up)
    assert f"problem: {made_up} is unknown to this record" in ran.out


def test_the_last_backup_is_looked_into(run: Any, tmp_path: Path) -> None:
    run("arrive", "A10001")
    assert "warning: No backup was found" in run("doctor").out
    copy = tmp_path / "copy.db"
    run("backup", copy)
    said = run("doctor").out
    # By the store's clock, whatever the machine's own is.
    made = datetime.fromtimestamp(copy.stat().st_mtime, ZoneInfo("Asia/Shanghai"))
    assert f"ok: The last backup is {copy}, of {made:%Y-%m-%d %H:%M}." in said
    assert "It was not looked into" in run("doctor").out
    assert "It is whole." in run("doctor", "--thorough").out


def test_who_would_be_called(run: Any) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    said = run("doctor").out
    assert "warning: 王芳 would be called, but no phone number is on the staff list." in said
    assert "warning: Nobody stands in as deputy" in said
    assert "warning: The store has no name" in said
    for name, post in (("王芳", "manager"), ("李强", "supervisor"), ("赵六", "director")):
        run("staff", "remove", name)
        run("staff", "add", name, "--post", post, "--phone", "13812345678")
    assert "ok: Manager, deputy and director are named, each with a phone." in run("doctor").out


def test_what_a_crash_left_behind(run: Any, database: Path) -> None:
    run("arrive", "A10001")
    left, fresh = (database.with_name(f".desk.db.{digits * 12}") for digits in "0a")
    for file in (left, fresh):
        file.write_bytes(b"x")
    os.utime(left, (1, 1))
    said = run("doctor").out
    assert f"A half-made file was left behind: {left} (1 MB)" in said
    assert str(fresh) not in said


def test_another_account_has_a_database(run: Any, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "other"
    monkeypatch.setattr(accounts, "_homes", lambda own: {home, other})
    theirs = other / "data" / "frontdesk" / "frontdesk.db"
    theirs.parent.mkdir(parents=True)
    assert "Another account" not in run("doctor").out
    theirs.write_bytes(b"x")
    assert f"warning: Another account of this machine has a database too: {theirs}." in run("doctor").out


def test_a_large_database_is_looked_at_in_part(run: Any, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        run("arrive", f"A1000{number}", "--new")
    monkeypatch.setattr("frontdesk.desk.doctor.examination.IN_FULL_UP_TO", 0)
    monkeypatch.setattr("frontdesk.desk.doctor.proof._LAST", 3)
    with closing(sqlite3.connect(database)) as forger, forger:
        forger.execute("update vehicles set visits = 7 where id = 1")
    ran = run("doctor")
    assert "Not looked at: the 1 events before" in ran.out
    assert ran.code == 0
    ran = run("doctor", "--thorough")
    assert ran.code == 1
    assert "problem: vehicles 1 is not as event 1, the last one about it, left it (visits): it was" in ran.out
