"""A full disk, a COMMIT that fails: said, nothing half done, and the same operation done again works once."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from store_checks import assert_whole, tables

from data.engine.connection import DatabaseError
from frontdesk.desk import zone
from frontdesk.desk.backup import back_up
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import StoreError
from frontdesk.domain.values.plates import Plate

resource = pytest.importorskip("resource", reason="limits of a process are a POSIX matter")


def fill(desk: Desk, limit: int = 3000) -> tuple[int, StoreError]:
    """Give commands until one cannot be kept; return its number and why."""
    for number in range(limit):
        try:
            zone.arrive(desk, Plate(f"苏A{number:05d}"), operation=f"arrive-{number}")
        except StoreError as error:
            return number, error
    raise AssertionError("never full")


def assert_done_again_once(desk: Desk, number: int) -> None:
    again = [zone.arrive(desk, Plate(f"苏A{number:05d}"), operation=f"arrive-{number}") for _ in range(2)]
    assert again[0] == again[1]
    assert desk.snapshot().floor.car(f"苏A{number:05d}").plate
    assert len(desk.snapshot().floor.cars) == number + 1
    assert_whole(desk.connection)


def test_no_room_for_another_page(desk: Desk) -> None:
    pages = desk.connection.execute("pragma page_count").fetchone()[0]
    desk.connection.execute(f"pragma max_page_count = {pages + 3}")
    number, error = fill(desk)
    assert error.reason is StoreReason.DISK_FULL
    assert len(desk.snapshot().floor.cars) == number
    assert_whole(desk.connection)
    desk.connection.execute("pragma max_page_count = 1000000")
    assert_done_again_once(desk, number)


@pytest.fixture
def limited() -> Iterator[Callable[[int], None]]:
    """Let no file of this process grow beyond a size: a write beyond it fails, as it does where a quota ends."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size if size > 0 else soft, hard))
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("room", [0, 1, 500, 4096, 4120, 5000, 9000, 13_000])
def test_a_commit_that_fails(desk: Desk, store: Path, limited: Callable[[int], None], room: int) -> None:
    zone.arrive(desk, Plate("苏A00000"), operation="arrive-0")
    before = tables(desk.connection)
    limited(Path(f"{store}-wal").stat().st_size + room)
    with pytest.raises(StoreError) as refused:
        zone.arrive(desk, Plate("苏A00001"), operation="arrive-1")
    limited(0)
    assert refused.value.reason in {StoreReason.CANNOT_WRITE, StoreReason.DISK_FULL}
    assert tables(desk.connection) == before
    assert not desk.connection.in_transaction
    assert_done_again_once(desk, 1)


def test_a_commit_that_fails_for_one_station_is_not_seen_by_another(
    open_desk: Callable[..., Desk], store: Path, limited: Callable[[int], None]
) -> None:
    guard, reception = open_desk("guard"), open_desk("reception")
    zone.arrive(guard, Plate("苏A00000"))
    limited(Path(f"{store}-wal").stat().st_size + 4200)
    with pytest.raises(StoreError):
        zone.arrive(guard, Plate("苏A00001"))
    limited(0)
    assert [car.plate for car in reception.snapshot().floor.cars] == ["苏A00000"]
    zone.arrive(reception, Plate("苏A00002"))
    zone.arrive(guard, Plate("苏A00001"))
    assert len(guard.snapshot().floor.cars) == 3
    assert_whole(guard.connection)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    if os.getuid() != 0:
        pytest.skip("only root can mount a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=2180k", "none", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("a small disk cannot be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk(small_disk: Path, clock: ManualClock) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 100_000)
    with Desk.open(small_disk / "store.db", Actor("guard", ""), clock) as desk:
        number, error = fill(desk)
        assert error.reason in {StoreReason.DISK_FULL, StoreReason.CANNOT_WRITE}
        assert number > 5
        assert len(desk.snapshot().floor.cars) == number
        ballast.unlink()
        assert_done_again_once(desk, number)


def test_on_a_full_disk_everything_can_be_looked_at_and_copied(
    small_disk: Path, clock: ManualClock, tmp_path: Path
) -> None:
    store, ballast = small_disk / "store.db", small_disk / "ballast"
    with Desk.open(store, Actor("guard", ""), clock) as desk:
        zone.arrive(desk, Plate("苏A00001"))
    with pytest.raises(OSError, match="No space"), ballast.open("wb") as file:
        while True:
            file.write(b"x" * 4096)
            file.flush()
    with Desk.open(store, Actor("command", ""), clock, only_looks=True) as desk:
        assert [car.plate for car in desk.snapshot().floor.cars] == ["苏A00001"]
        with pytest.raises(StoreError):
            zone.arrive(desk, Plate("苏A00002"))
    back_up(store, tmp_path / "copy.db", lambda done, of: None)
    with pytest.raises(StoreError) as refused:
        Desk.open(store, Actor("guard", ""), clock)
    assert refused.value.reason is StoreReason.DISK_FULL
    ballast.unlink()
    for path, count in ((store, 2), (tmp_path / "copy.db", 2)):
        with Desk.open(path, Actor("guard", ""), clock) as desk:
            zone.arrive(desk, Plate("苏A00002"))
            assert len(desk.snapshot().floor.cars) == count
            assert_whole(desk.connection)


def test_a_disk_too_full_for_a_store(small_disk: Path, clock: ManualClock) -> None:
    (small_disk / "ballast").write_bytes(b"x" * 1_150_000)
    with pytest.raises(StoreError) as refused:
        Desk.open(small_disk / "store.db", Actor("guard", ""), clock)
    assert refused.value.reason in {StoreReason.DISK_FULL, StoreReason.CANNOT_WRITE}
    assert list(small_disk.iterdir()) == [small_disk / "ballast"]


def test_a_station_that_stopped_in_the_middle_holds_nobody_up(
    open_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    guard, reception = open_desk("guard"), open_desk("reception")
    monkeypatch.setattr("data.engine.turns.BUSY_MS", 50)
    guard.connection.execute("begin immediate")
    with pytest.raises(StoreError) as refused:
        zone.arrive(reception, Plate("苏A00001"), operation="one")
    assert refused.value.reason is StoreReason.BUSY
    guard.connection.execute("rollback")
    assert zone.arrive(reception, Plate("苏A00001"), operation="one").plate == "苏A00001"


def test_the_log_of_events_cannot_be_changed(desk: Desk) -> None:
    zone.arrive(desk, Plate("苏A00000"))
    for statement in ("update events set who = 'x'", "delete from events"):
        with pytest.raises(DatabaseError):
            desk.connection.execute(statement)
