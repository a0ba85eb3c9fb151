"""The power fails at any instant: what was acknowledged is there, and the store is one that it was before."""

import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import short_day
from file_changes import Change
from log_folded import Table
from power_cut import cut
from rounds import Rounds
from store_checks import assert_whole, tables
from watched_files import watched

from data.backup import back_up
from data.engine.connection import DatabaseError
from data.opening import open_store
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import HOUR, ManualClock
from frontdesk.domain.values.errors import StoreError

START = 1_780_020_000_000


@dataclass
class Days:
    """What two desks did on some days: every change of a file, and the store after each command."""

    changes: list[Change] = field(default_factory=list)
    acknowledged: list[tuple[int, dict[str, Table]]] = field(default_factory=list)
    """After how many changes, and the store then."""
    backup_at: int = 0


def worked(folder: Path, synchronous: str = "") -> Days:
    """Two desks at work: with checkpoints, a backup, and the store closed and opened again."""
    days, clock, path = Days(), ManualClock(START), folder / "desk.db"
    with watched(folder) as files:
        for number in range(3):
            desks = [Desk.open(path, Actor(name, name), clock) for name in ("reception", "guard")]
            for desk in desks:
                desk.connection.execute("pragma wal_autocheckpoint = 30")
                if synchronous:
                    desk.connection.execute(f"pragma synchronous = {synchronous}")
            for turn, (wait, operation, command) in enumerate(short_day.day(number)):
                clock.at += wait
                command(desks[0 if turn in {10, 11} else turn % 2], operation)
                days.acknowledged.append((len(files.changes), tables(desks[0].connection)))
            if number == 1:
                back_up(desks[0].connection, folder / "copy.db")
                days.backup_at = len(files.changes)
            clock.at += HOUR
            for desk in desks:
                desk.close()
        days.changes = files.changes
    return days


def found_after_a_cut(days: Days, at: int, chance: random.Random, folder: Path) -> str:
    """Return "" if the store is one that it was, with all that was acknowledged; else what is wrong."""
    cut(days.changes[:at], chance, folder)
    path, copy = folder / "desk.db", folder / "copy.db"
    known = sum(after <= at for after, _ in days.acknowledged)
    if not path.exists():
        return "gone" if known else ""
    try:
        if copy.exists() or at >= days.backup_at > 0:
            with closing(open_store(copy, create_missing=False)) as connection:
                assert_whole(connection)
        with closing(open_store(path, create_missing=False)) as connection:
            assert_whole(connection)
            here, count = tables(connection), connection.execute("select count(*) from events").fetchone()[0]
    except (StoreError, DatabaseError, AssertionError) as error:
        return f"damaged: {error!r}"
    if count < known:
        return f"{known - count} acknowledged commands are lost"
    return "" if not count or here == days.acknowledged[count - 1][1] else "a store that never was"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


def cuts(days: Days, rounds: Iterator[int], after: Path) -> Iterator[str]:
    """Cut the power at random instants, every fourth while the store is made."""
    first = days.acknowledged[0][0]
    for number in rounds:
        chance = random.Random(number)
        at = chance.randrange(first) if number % 4 == 0 else chance.randrange(first, len(days.changes) + 1)
        after.mkdir()
        yield found_after_a_cut(days, at, chance, after)
        shutil.rmtree(after)


def test_nothing_acknowledged_is_lost(disk: Path, tmp_path: Path, rounds: Rounds) -> None:
    days = worked(disk)
    for number, wrong in enumerate(cuts(days, rounds(40, 20_000), tmp_path / "after")):
        assert not wrong, number
    rounds.also["changes of files"] += len(days.changes)


@pytest.mark.parametrize("synchronous", ["off", "normal"])
def test_a_store_that_does_not_wait_for_the_disk_is_seen_to_lose(disk: Path, tmp_path: Path, synchronous: str) -> None:
    """The canary: if this finds nothing, the test above sees nothing."""
    days = worked(disk, synchronous)
    assert any(cuts(days, iter(range(1, 40)), tmp_path / "after"))
