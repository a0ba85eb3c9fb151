"""Files that are made whole or not at all, on disks and systems that know less than ours."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from like_windows import held, hold_open_files, without_links

from data.backup import back_up
from data.engine.connection import errors_as_sentences
from data.opening import open_store
from data.restore import restore
from frontdesk.domain.files import FileReason
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import StoreError
from frontdesk.files import new_file


@pytest.fixture(params=[False, True], ids=["FAT", "FAT on Windows"])
def fat(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk without hard links: a USB stick, an SD card."""
    without_links(monkeypatch)
    if request.param:
        hold_open_files(monkeypatch)
        monkeypatch.setattr(new_file, "_ON_WINDOWS", True)


def whole(building: str | Path) -> None:
    Path(building).write_text("whole")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.usefixtures("fat")
def test_a_store_is_made_copied_and_put_back(tmp_path: Path) -> None:
    path, copy = tmp_path / "store.db", tmp_path / "copy.db"
    connection = open_store(path)
    back_up(connection, copy)
    connection.close()
    aside = restore(copy, path, stamp="before")
    assert aside == tmp_path / "store-before.db"
    open_store(path).close()
    assert names(tmp_path) == ["copy.db", "store-before.db", "store.db"]


@pytest.mark.usefixtures("fat")
def test_nothing_that_is_there_is_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process makes it while ours is being built."""
    target = tmp_path / "there.csv"

    def write(building: Path) -> None:
        building.write_text("ours")
        target.write_text("theirs")

    with pytest.raises(StoreError) as refused:
        new_file.make(target, write)
    assert refused.value.reason is FileReason.FILE_EXISTS
    assert target.read_text() == "theirs"
    assert names(tmp_path) == ["there.csv"]


@pytest.mark.usefixtures("fat")
def test_of_two_that_create_a_store_the_first_one_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store.db"
    place = new_file.place

    def second(source: Path, target: Path) -> None:
        if not target.exists():
            monkeypatch.setattr(new_file, "place", place)
            open_store(target).execute("insert into policies select 'theirs', 0, '', '{}' where 0").close()
            first.append(target.stat().st_ino)
        place(source, target)

    first: list[int] = []
    monkeypatch.setattr(new_file, "place", second)
    open_store(path).close()
    assert first == [path.stat().st_ino]


@pytest.mark.parametrize(("refusals", "arrives"), [(0, True), (3, True), (1_000, False)])
def test_a_file_somebody_reads_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusals: int, arrives: bool
) -> None:
    target = tmp_path / "settings.toml"
    target.write_text("old")
    left = [refusals]
    replace = os.replace

    def busy(source: Path, to: Path) -> None:
        left[0] -= 1
        if left[0] >= 0:
            raise held(to, 5)
        replace(source, to)

    monkeypatch.setattr(os, "replace", busy)
    monkeypatch.setattr(new_file, "_WAIT_S", 0)
    if arrives:
        new_file.write_over(target, b"new")
    else:
        with pytest.raises(PermissionError):
            new_file.write_over(target, b"new")
    assert target.read_text() == ("new" if arrives else "old")
    assert names(tmp_path) == ["settings.toml"]


def test_a_folder_that_cannot_be_written_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def closed(source: Path, to: Path) -> None:
        asked.append(to)
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "replace", closed)
    with pytest.raises(PermissionError):
        new_file.write_over(tmp_path / "settings.toml", b"new")
    assert len(asked) == 1


@pytest.mark.parametrize("winerror", [32, 33])
def test_a_file_another_program_holds_is_no_read_only_one(winerror: int) -> None:
    with pytest.raises(StoreError) as refused, errors_as_sentences("desk.db"):
        raise held("desk.db", winerror)
    assert refused.value.reason is StoreReason.IN_USE


def test_a_file_that_cannot_be_tidied_away_spoils_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A virus scanner looks at it just then."""

    def scanned(path: Path, **_: object) -> None:
        raise held(path, 32)

    with monkeypatch.context() as scanner:
        scanner.setattr(os, "unlink", scanned)
        new_file.make(tmp_path / "made.csv", whole)
    assert (tmp_path / "made.csv").read_text() == "whole"


@pytest.mark.parametrize("make", [open_store, lambda path: new_file.make(path, Path.touch)])
@pytest.mark.parametrize("name", ["CON.db", "desk 10:05.db"])
def test_a_name_windows_takes_for_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], object], name: str
) -> None:
    monkeypatch.setattr(new_file, "_ON_WINDOWS", True)
    with pytest.raises(StoreError) as refused:
        make(tmp_path / name)
    assert (refused.value.reason, refused.value.facts["name"]) == (FileReason.BAD_FILE_NAME, name)
    assert names(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="there the whole path is limited")
def test_a_long_name_leaves_room_for_what_is_built_beside_it(tmp_path: Path) -> None:
    target = tmp_path / ("京" * 80 + ".csv")
    new_file.make(target, whole)
    assert names(tmp_path) == [target.name]
