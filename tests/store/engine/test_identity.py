"""The files of an open store: whoever takes one away is told of it by every station and command that has it open."""

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
