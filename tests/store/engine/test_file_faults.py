"""The disk fails at one change of a file, or from then on: what is refused was not done, and can be done later."""

import errno
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import short_day
import version_two
from fault_sweep import sweep
from file_changes import Fault, WatchedFiles
from log_folded import Table
from rounds import Rounds
from store_checks import assert_whole, tables
from watched_files import watched

from data.backup import back_up
from data.engine.connection import connect
from data.engine.version import SCHEMA_VERSION
from data.older import is_older
from data.opening import create, open_store
from data.restore import restore
from data.upgrade import Upgraded, upgrade
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Reason, StoreError

START = 1_780_020_000_000
WHO = Actor("reception", "王芳0")


def refusal(what: Callable[..., object], *args: object) -> Reason | None:
    """Do something; return why it was refused, or None. Nothing but a `StoreError` may come of a fault."""
    try:
        what(*args)
    except StoreError as error:
        return error.reason
    return None


def done(what: Callable[..., object], *args: object) -> bool:
    return refusal(what, *args) is None


def contents(path: Path) -> dict[str, Table]:
    """What a store that is as it should be says."""
    with closing(open_store(path, create_missing=False)) as connection:
        assert_whole(connection)
        return tables(connection)


def assert_nothing_left(files: WatchedFiles, *names: str) -> None:
    """Nothing else is in the folder; where nothing could be deleted any more, nothing is asked."""
    found = {each.name for each in files.folder.iterdir()}
    stuck = files.fault and (files.fault.stays or "unlink" in files.refused)
    assert stuck or found <= {*names, *(f"{name}{part}" for name in names for part in ("-wal", "-shm"))}, found


@pytest.fixture
def worked(tmp_path: Path) -> Path:
    """A store with a day's work in it, closed."""
    path = tmp_path / "worked.db"
    clock = ManualClock(START)
    with Desk.open(path, WHO, clock) as desk:
        for wait, operation, command in short_day.day(0):
            clock.at += wait
            command(desk, operation)
    return path


def test_work(worked: Path, tmp_path: Path, rounds: Rounds) -> None:
    """A command that is refused is given again: on the same desk, then on another, once the disk is well."""
    expected: list[dict[str, Table]] = []

    def trial(files: WatchedFiles, fault: Fault | None) -> None:
        path, clock = files.folder / "desk.db", ManualClock(START + 86_400_000)
        shutil.copy(worked, path)
        desk = Desk.open(path, WHO, clock)
        files.meet(fault)
        for wait, operation, command in short_day.day(1):
            clock.at += wait
            if not any(done(command, desk, operation) for _ in range(2)):
                files.meet(None)
                done(desk.close)
                desk = Desk.open(path, WHO, clock)
                command(desk, operation)
        done(desk.close)
        count = files.count
        files.meet(None)
        expected.append(contents(path))
        assert expected[0] == expected.pop() if fault else expected
        assert_nothing_left(files, "desk.db")
        files.count = count

    sweep(tmp_path / "disk", trial, rounds, 4)
    rounds.also["commands"] += len(short_day.day(1)) * rounds.done


def test_create(tmp_path: Path, rounds: Rounds) -> None:
    def trial(files: WatchedFiles, fault: Fault | None) -> None:
        path = files.folder / "desk.db"
        files.meet(fault)
        is_done = done(lambda: create(path))
        assert is_done == path.exists()
        assert_nothing_left(files, "desk.db")
        assert is_done or fault
        count = files.count
        files.meet(None)
        with closing(open_store(path)) as connection:
            assert_whole(connection)
        files.count = count

    sweep(tmp_path / "disk", trial, rounds, 8)


def test_backup(worked: Path, tmp_path: Path, rounds: Rounds) -> None:
    before = contents(worked)

    def trial(files: WatchedFiles, fault: Fault | None) -> None:
        path, copy = files.folder / "desk.db", files.folder / "copy.db"
        shutil.copy(worked, path)
        with closing(connect(path)) as source:
            files.meet(fault)
            is_done = done(lambda: back_up(source, copy))
            count = files.count
            assert_nothing_left(files, "desk.db", *["copy.db"] * is_done)
        files.meet(None)
        assert is_done == copy.exists()
        assert is_done or fault
        assert contents(path) == before
        assert not is_done or contents(copy) == before
        files.count = count

    sweep(tmp_path / "disk", trial, rounds, 8)


def test_restore(worked: Path, tmp_path: Path, rounds: Rounds) -> None:
    """It is done, and what was there before is kept; or refused, and nothing changed; or nobody knows, and is told."""
    with closing(connect(worked)) as source:
        back_up(source, tmp_path / "good.db")
    clock = ManualClock(START + 86_400_000)
    with Desk.open(worked, WHO, clock) as desk:
        for _, operation, command in short_day.day(1)[:8]:
            command(desk, operation)
    before, good = contents(worked), contents(tmp_path / "good.db")

    def trial(files: WatchedFiles, fault: Fault | None) -> None:
        path, aside = files.folder / "desk.db", files.folder / "desk-x.db"
        shutil.copy(worked, path)
        files.meet(fault)
        reason = refusal(lambda: restore(tmp_path / "good.db", path, stamp="x"))
        assert_nothing_left(files, "desk.db", "desk-x.db")
        count = files.count
        files.meet(None)
        assert fault or not reason
        if reason is StoreReason.RESTORE_UNKNOWN:
            assert contents(path) in (good, before)
        else:
            assert contents(path) == (before if reason else good)
        assert reason not in {None, StoreReason.RESTORE_UNKNOWN} or contents(aside) == before
        files.count = count

    sweep(tmp_path / "disk", trial, rounds, 8)


def test_an_update_that_may_have_been_stored_is_not_called_undone(tmp_path: Path) -> None:
    """From one of the last syncs on the disk fails for good: what was written stands in the journal, or does not."""
    old, folder = tmp_path / "old.db", tmp_path / "disk"
    version_two.make(old)
    found: set[Reason | None] = set()
    syncs = [0]
    while syncs:
        folder.mkdir()
        with watched(folder) as files:
            path = files.folder / "desk.db"
            shutil.copy(old, path)
            files.meet(Fault(syncs.pop(), stays=True, error=errno.EIO) if found else None)
            reason = refusal(lambda path=path: upgrade(path, START))
            syncs = syncs if found else [at for at, kind in enumerate(files.begun, 1) if kind == "sync"][-5:]
            files.meet(None)
            copies = [is_older(copy) for copy in files.folder.glob("desk-before-update-*.db")]
            assert is_older(path) if reason is StoreReason.UPDATE_NO_COPY else copies == [True]
        found.add(reason)
        shutil.rmtree(folder)
    assert StoreReason.UPDATE_UNKNOWN in found


def test_migrate(tmp_path: Path, rounds: Rounds) -> None:
    """The store is of this version, and of the one before there is a copy; or it is as it was; or that is not known."""
    old = tmp_path / "old.db"
    version_two.make(old)
    is_known: list[dict[str, Table]] = []

    def trial(files: WatchedFiles, fault: Fault | None) -> None:
        path = files.folder / "desk.db"
        shutil.copy(old, path)
        files.meet(fault)
        made: list[Upgraded | None] = []
        reason = refusal(lambda: made.append(upgrade(path, START)))
        is_done = any(made)  # of a file that cannot even be read no version is known: whoever opens it is told
        count = files.count
        copies = list(files.folder.glob("desk-before-update-*.db"))
        assert_nothing_left(files, "desk.db", *(copy.name for copy in copies))
        files.meet(None)
        assert is_done or fault
        is_unknown = reason is StoreReason.UPDATE_UNKNOWN
        assert is_unknown or is_done != is_older(path)
        assert not (is_done or is_unknown) or [is_older(copy) for copy in copies] == [True]
        upgrade(path, START + 1)
        with closing(open_store(path)) as connection:
            assert connection.execute("pragma user_version").fetchone() == (SCHEMA_VERSION,)
            is_known.append(tables(connection))
        assert is_known[0] == is_known.pop() if fault else is_known
        files.count = count

    sweep(tmp_path / "disk", trial, rounds, 8)
