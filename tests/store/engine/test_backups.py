"""Backups and restores tell how far they are, leave nothing half made, and do not stumble over a damaged store."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count, pairwise
from pathlib import Path

import pytest

from data import opening
from data.backup import back_up
from data.engine import connection as connections
from data.engine.connection import connect
from data.engine.full_check import problems_in_full
from data.engine.parts import Progress
from data.restore import restore
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import StoreError
from frontdesk.domain.values.plates import Plate


@pytest.fixture
def store(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Path:
    zone.arrive(desk, Plate("苏A12345"))
    desk.close()
    monkeypatch.setattr(connections, "_STEPS_BETWEEN_LOOKS", 100)
    return desk.path


def copied(store: Path, name: str, progress: Progress) -> Path:
    target = store.with_name(name)
    with closing(connect(store)) as source:
        back_up(source, target, progress)
    return target


def put_back(store: Path, progress: Progress) -> None:
    restore(store.with_name("copy.db"), store, stamp="before", progress=progress)


@pytest.mark.parametrize("work", [lambda store, told: copied(store, "second.db", told), put_back])
def test_one_bar_goes_from_nothing_to_the_end(store: Path, work: Callable[[Path, Progress], object]) -> None:
    copied(store, "copy.db", lambda done, of: None)
    told: list[tuple[int, int]] = []
    work(store, lambda done, of: told.append((done, of)))
    assert len({of for _, of in told}) == 1
    assert all(before <= after for (before, _), (after, _) in pairwise(told))
    assert told[0][0] == 0
    # Checking is told step by step, as copying is.
    assert len(set(told)) > 5


@pytest.mark.parametrize("calls", [1, 2, 3, 5, 9])
@pytest.mark.parametrize("work", [lambda store, told: copied(store, "second.db", told), put_back])
def test_stopped_anywhere_it_leaves_nothing_half_made(
    store: Path, work: Callable[[Path, Progress], object], calls: int
) -> None:
    copied(store, "copy.db", lambda done, of: None)

    def files() -> dict[str, int]:
        return {each.name: each.stat().st_size for each in store.parent.iterdir() if not each.name.endswith("-shm")}

    before, told = files(), count(1)

    def stop(_done: int, _of: int) -> None:
        if next(told) >= calls:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work(store, stop)
    assert files() == before


def damage(store: Path) -> None:
    """Spoil an index of a closed store, so that it is opened and copied all the same."""
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
        (page,) = connection.execute("select rootpage from sqlite_schema where name = 'visits_by_plate'").fetchone()
        (size,) = connection.execute("pragma page_size").fetchone()
    with store.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * 8)


@pytest.mark.forged
def test_a_damaged_store_is_not_backed_up_and_is_replaced_however_large(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = copied(store, "copy.db", lambda done, of: None)
    damage(store)
    monkeypatch.setattr(opening, "_CHECKED_UP_TO", 0)
    with pytest.raises(StoreError) as refused:
        copied(store, "second.db", lambda done, of: None)
    assert refused.value.reason is StoreReason.DAMAGED
    aside = restore(copy, store, stamp="before")
    assert aside is not None
    with closing(connect(aside)) as kept, closing(connect(store)) as now:
        assert problems_in_full(kept)
        assert not problems_in_full(now)


@pytest.mark.forged
def test_what_is_backed_up_is_put_back(store: Path) -> None:
    """An index that does not say what its rows say is copied with them: doctor finds it, in the copy too."""
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        connection.execute("pragma writable_schema = on")
        other = "create index visits_by_plate on visits (purpose, arrived_at)"
        connection.execute("update sqlite_schema set sql = ? where name = 'visits_by_plate'", (other,))
    copy = copied(store, "copy.db", lambda done, of: None)
    with closing(connect(copy)) as kept:
        assert problems_in_full(kept, is_copy=True)
    put_back(store, lambda done, of: None)
    with closing(connect(store)) as now:
        assert problems_in_full(now)
