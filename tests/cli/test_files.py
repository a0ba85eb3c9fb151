"""Databases that are not what they should be: said in a sentence, left as they are."""

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.engine.version import SCHEMA_VERSION

Refusal = Callable[..., str]


def _damaged(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xa5" * 20_000 + whole[24_096:])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_bytes(b"not a database at all\n" * 400)


def _foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("create table bookmarks (url text)")
    other.close()


def _newer(path: Path) -> None:
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()


WRONG = [
    (_damaged, "is damaged. It was left as it is."),
    (_empty, "is empty, though there should be records in it."),
    (_text, "is not a Frontdesk database."),
    (_foreign, "is not a Frontdesk database."),
    (_newer, f"was written by a newer Frontdesk (schema 99, this one knows {SCHEMA_VERSION})."),
]


@pytest.fixture(params=WRONG, ids=lambda wrong: wrong[0].__name__)
def wrong(request: pytest.FixtureRequest, store: Path) -> tuple[Path, str]:
    spoil, said = request.param
    spoil(store)
    return store, said


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    "command", [["status"], ["arrive", "A1", "--unusual"], ["undo"], ["backup", "copy.db"]], ids=" ".join
)
def test_a_wrong_file_is_refused_and_left_as_it_is(
    refused: Refusal, wrong: tuple[Path, str], command: list[str]
) -> None:
    path, said = wrong
    before = _digest(path)
    assert said in refused(*command, "--database", path)
    assert _digest(path) == before
    assert not Path("copy.db").exists()


def test_the_doctor_names_a_wrong_file(run: Any, wrong: tuple[Path, str]) -> None:
    path, said = wrong
    before = _digest(path)
    ran = run("doctor", "--database", path)
    assert ran.code == 1
    assert said in ran.out
    assert ran.err == "There is a problem.\n"
    assert _digest(path) == before


@pytest.mark.parametrize(
    "command", [["status"], ["leave", "A1"], ["backup", "copy.db"], ["policy", "show"]], ids=" ".join
)
def test_looking_creates_nothing(refused: Refusal, database: Path, command: list[str]) -> None:
    assert refused(*command) == f"There is no file {database}."
    assert not database.exists()


def test_a_journal_without_its_database(refused: Refusal, database: Path) -> None:
    Path(f"{database}-wal").write_bytes(b"x")
    assert "is missing, but its journal" in refused("status")
    assert "is missing, but its journal" in refused("arrive", "A1", "--unusual")
    assert not database.exists()


def test_a_folder_is_no_database(refused: Refusal, tmp_path: Path) -> None:
    said = f"{tmp_path} is a folder. Name a file in it."
    assert refused("status", "--database", tmp_path) == said
    assert refused("doctor", "--database", tmp_path) == said


def test_no_path_is_no_database(run: Any) -> None:
    ran = run("status", "--database", "")
    assert (ran.code, ran.out) == (2, "")
    assert "argument --database: the path of the database is missing" in ran.err


def test_a_new_database_is_announced(run: Any, database: Path) -> None:
    assert run("arrive", "A12345").err == f"A new database was made: {database}.\n"
    assert run("arrive", "B12345", "--new").err == ""


def test_a_script_is_told_why_as_json(run: Any, database: Path, config: Path) -> None:
    def error(code: int, *arguments: object) -> str:
        ran = run(*arguments, "--json")
        assert ran.code == code
        told = json.loads(ran.out)
        assert ran.err.splitlines()[-1] == told.pop("message")
        return str(told.pop("error"))

    assert error(1, "status") == "missing_file"
    run("arrive", "A12345")
    assert error(1, "arrive", "A12345") == "already_here"
    assert error(1, "replay", config.parent / "none.csv") == "missing_file"
    assert error(2, "replay", config.parent / "none.csv", "--date", "soon") == "bad_date"
    assert error(2, "guard") == "no_station"
    config.write_text("statoin = 'guard'")
    assert error(2, "status") == "unknown_setting"
    assert run("status", "--json", "--language", "fr").out == ""


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_only_the_owner_can_read_it(run: Any, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FRONTDESK_DATABASE")
    before = os.umask(0)
    try:
        run("arrive", "A1", "--unusual")
    finally:
        os.umask(before)
    path = home / "data" / "frontdesk" / "frontdesk.db"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_cannot_be_written(refused: Refusal, store: Path) -> None:
    store.chmod(0o400)
    store.parent.chmod(0o500)
    try:
        assert "read-only" in refused("arrive", "A1", "--unusual", "--database", store)
    finally:
        store.parent.chmod(0o700)


def test_a_disk_that_takes_no_more(start: Any, run: Any, database: Path) -> None:
    resource = pytest.importorskip("resource")
    run("arrive", "A1", "--unusual")

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    ran = start("arrive", "A2", "--unusual", preexec_fn=full)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("Not saved: ")
    assert ran.err.count("\n") == 1
    assert run("status", "--json").json["count"] == 1


def test_the_doctor_on_a_good_day(run: Any) -> None:
    run("arrive", "A1", "--unusual")
    checks = run("doctor", "--json").json
    assert checks["ok"]
    levels = {check["topic"]: check["level"] for check in checks["checks"]}
    assert {"database", "integrity", "events", "sqlite", "disk", "clock", "hours", "due", "calendar"} <= set(levels)
    assert "problem" not in levels.values()


def test_the_doctor_before_the_first_day(run: Any, database: Path) -> None:
    ran = run("doctor")
    assert ran.code == 0
    assert f"warning: There is no database at {database} yet" in ran.out
    assert not database.exists()


def test_the_doctor_finds_an_event_that_was_changed(run: Any, database: Path) -> None:
    run("arrive", "A1", "--unusual")
    run("arrive", "A2", "--unusual")
    with sqlite3.connect(database) as forger:
        forger.execute("drop trigger events_stay")
        forger.execute("update events set who = 'nobody' where seq = 1")
    forger.close()
    ran = run("doctor")
    assert ran.code == 1
    assert "problem: The chain of events is broken at event 1" in ran.out


def test_the_doctor_finds_a_clock_that_stepped_back(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    run("arrive", "A1", "--unusual")
    monkeypatch.setattr("frontdesk.domain.values.clock.SystemClock.now", lambda clock: 1_780_020_000_000)
    assert "problem: The clock says 2026-05-29 10:00:00, but the last record is of " in run("doctor").out


def test_the_doctor_finds_what_cannot_be_written(run: Any, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("arrive", "A1", "--unusual")
    assert "ok: The database can be written." in run("doctor").out
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    ran = run("doctor")
    assert ran.code == 1
    assert f"problem: The database {database} cannot be written (Permission denied): nothing can be saved." in ran.out
    assert f"problem: The folder {database.parent} cannot be written" in ran.out


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_the_doctor_finds_a_read_only_file(run: Any, database: Path) -> None:
    run("arrive", "A1", "--unusual")
    database.chmod(0o400)
    assert f"problem: The database {database} cannot be written (" in run("doctor").out


def test_the_doctor_finds_a_file_others_can_read(run: Any, database: Path) -> None:
    run("arrive", "A1", "--unusual")
    database.chmod(0o644)
    ran = run("doctor")
    assert ran.code == 0
    assert f"warning: Others on this machine can read {database} (mode 644)." in ran.out


@pytest.mark.parametrize(("private", "said"), [(True, "only you can read it"), (False, "may be able to read it")])
def test_on_windows_a_mode_says_nothing(
    run: Any, database: Path, monkeypatch: pytest.MonkeyPatch, private: bool, said: str
) -> None:
    """Every file has mode 666 there: who can read it depends on its folder."""
    monkeypatch.setattr("frontdesk.desk.doctor.file._MODES_MEAN_SOMETHING", False)
    monkeypatch.setattr(Path, "home", lambda: database.parent if private else database.parent / "elsewhere")
    run("arrive", "A1", "--unusual")
    database.chmod(0o666)
    found = {check["topic"]: check for check in run("doctor", "--json").json["checks"]}
    assert found["database"]["level"] == "ok"
    assert said in found["database"]["message"]
