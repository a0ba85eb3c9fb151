"""The files of an open store: whoever takes one away is told of it by every station and command that has it open."""

import subprocess
import sys
from pathlib import Path

import pytest

from data import opening
from data.engine import identity
from data.engine.connection import is_repaired
from data.opening import open_store
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import StoreError
from frontdesk.domain.values.plates import Plate

GATE = Path(__file__).parents[2] / "support" / "busy_gate.py"
CAR, OTHER = Plate("苏A00001"), Plate("苏A00002")


@pytest.mark.parametrize("suffix", ["-wal", "-shm"])
@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_beside_it_is_taken_away(desk: Desk, store: Path, suffix: str, replaced: bool) -> None:
    zone.arrive(desk, CAR)
    part = Path(f"{store}{suffix}")
    kept = part.rename(part.with_name("kept"))
    if replaced:
        part.write_bytes(kept.read_bytes())
    with pytest.raises(StoreError) as refused:
        zone.arrive(desk, OTHER)
    assert refused.value.reason is StoreReason.JOURNAL_TAKEN
    assert refused.value.facts["part"] == part.name
    part.unlink(missing_ok=True)
    kept.rename(part)
    zone.arrive(desk, OTHER)
    assert len(desk.snapshot().floor.cars) == 2


def test_what_others_open_and_close_meanwhile_changes_nothing(desk: Desk, store: Path) -> None:
    before = identity.identity(store)
    open_store(store).close()
    zone.arrive(desk, CAR)
    assert identity.identity(store) == before


@pytest.mark.parametrize(
    ("version", "repaired"),
    [
        ((3, 40, 1), False), ((3, 44, 5), False), ((3, 44, 6), True), ((3, 45, 1), False), ((3, 50, 6), False),
        ((3, 50, 7), True), ((3, 51, 2), False), ((3, 51, 3), True), ((3, 52, 0), True), ((4, 0, 0), True),
    ],
)  # fmt: skip
def test_which_sqlite_is_safe(version: tuple[int, ...], repaired: bool) -> None:
    assert is_repaired(version) is repaired


def test_an_unsafe_sqlite_opens_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "is_repaired", lambda: False)
    with pytest.raises(StoreError) as refused:
        open_store(tmp_path / "new.db")
    assert refused.value.reason is StoreReason.OLD_SQLITE
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="nobody tells who has a file open")
@pytest.mark.forged
def test_nobody_begins_a_second_journal(desk: Desk, store: Path) -> None:
    """A command that comes while a station goes on writing to a journal that was deleted would damage the store."""
    desk.close()
    words = [sys.executable, str(GATE), str(store), "A", "waits"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as gate:
        assert gate.stdout is not None
        assert gate.stdout.readline() == "苏A00001\n"
        Path(f"{store}-wal").unlink()
        with pytest.raises(StoreError) as refused:
            open_store(store)
        assert refused.value.reason is StoreReason.JOURNAL_TAKEN
        gate.communicate("\n")
    # The last to close it has still written all of it into the file.
    connection = open_store(store)
    assert connection.execute("select count(*) from events where kind = 'turn_away'").fetchone() == (1,)
    connection.close()
