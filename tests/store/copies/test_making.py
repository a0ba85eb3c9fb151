"""Copies into folders: each whole or not there, what is wrong with a folder is said, others have theirs (G2, G5)."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from planned import EVENING, evening, planned, runs
from store_checks import assert_whole

from data.engine.connection import connect
from frontdesk.desk import zone
from frontdesk.desk.copies import drill, making, verifying
from frontdesk.desk.copies.folders import Destination, check
from frontdesk.desk.desk import Desk
from frontdesk.domain.copies.copying import LATE_AFTER
from frontdesk.domain.copies.reasons import CopyReason
from frontdesk.domain.values.clock import DAY, HOUR
from frontdesk.domain.values.errors import FrontdeskError, InputError
from frontdesk.domain.values.plates import Plate
from frontdesk.files import sent_file
from frontdesk.files.new_file import keep_on_disk

IN_A_NAMESPACE = ("unshare", "--user", "--map-root-user", "--mount")


@pytest.fixture
def to(desk: Desk, tmp_path: Path) -> Destination:
    zone.arrive(desk, Plate("苏A12345"))
    return planned(desk, tmp_path)


def faults(desk: Desk, to: Destination, at: int = EVENING) -> list[str]:
    return [copy.fault for copy in evening(desk, to, at)]


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def why(work: Callable[[], object]) -> str:
    with pytest.raises(FrontdeskError) as refused:
        work()
    return refused.value.reason.value


def test_each_folder_has_a_whole_copy_and_its_row(desk: Desk, to: Destination) -> None:
    made = evening(desk, to)
    (came,) = desk.connection.execute("select seq from events where kind = 'agenda'").fetchone()
    assert [copy.folder for copy in made] == [str(folder) for folder in to.folders]
    for copy in made:
        file = Path(copy.folder) / copy.file
        assert copy.held is not None
        assert copy.held.event == came
        assert (copy.size, copy.digest) == (file.stat().st_size, sent_file.digest_of(file))
        assert copy.held.counts["visits"] == 1
        with closing(connect(file, read_only=True)) as inside:
            assert inside.execute("select plate from visits").fetchall() == [("苏A12345",)]
        assert names(Path(copy.folder)) == [copy.file]
    assert names(desk.path.parent) == ["disk1", "disk2", "store.db", "store.db-shm", "store.db-wal"]
    assert runs(desk) == [(EVENING, "done")]
    assert_whole(desk.connection)
    assert making.make_due(desk, to) == ()


def test_a_machine_without_folders_leaves_it_to_others(desk: Desk, to: Destination) -> None:
    assert evening(desk, Destination()) == ()
    assert runs(desk) == [(EVENING, "due")]
    assert len(making.make_due(desk, to)) == 2


def test_a_missing_folder_is_on_record_and_the_other_is_written(desk: Desk, to: Destination) -> None:
    to.folders[0].rmdir()
    assert faults(desk, to) == ["folder_missing", ""]
    assert runs(desk) == [(EVENING, "done")]
    shutil.rmtree(to.folders[1])
    assert faults(desk, to, EVENING + DAY) == ["folder_missing"] * 2
    assert runs(desk)[-1] == (EVENING + DAY, "failed")
    # Nobody makes the folder of a share that is not connected: it would be one of this disk.
    assert not any(folder.exists() for folder in to.folders)
    assert_whole(desk.connection)


@pytest.mark.skipif(not hasattr(os, "geteuid") or not os.geteuid(), reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(desk: Desk, to: Destination) -> None:
    to.folders[0].chmod(0o500)
    assert faults(desk, to) == ["folder_read_only", ""]


@pytest.mark.parametrize("after", ["the first piece", "all of it"])
def test_a_share_that_vanishes_in_between(
    desk: Desk, to: Destination, monkeypatch: pytest.MonkeyPatch, after: str
) -> None:
    lost = to.folders[0]

    def vanish(building: Path) -> None:
        if building.parent == lost:
            shutil.rmtree(lost)
        keep_on_disk(building)

    def vanish_after(building: Path) -> None:
        if building.parent == lost:
            shutil.rmtree(lost)

    monkeypatch.setattr(sent_file, "keep_on_disk" if after == "the first piece" else "_forget_cached", {
        "the first piece": vanish, "all of it": vanish_after,
    }[after])  # fmt: skip
    assert faults(desk, to) == ["folder_missing", ""]
    assert runs(desk) == [(EVENING, "done")]


def test_a_disk_that_gives_back_something_else(desk: Desk, to: Destination, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(building: Path) -> None:
        if building.parent == to.folders[0]:
            content = bytearray(building.read_bytes())
            content[5000] ^= 1
            building.write_bytes(content)

    monkeypatch.setattr(sent_file, "_forget_cached", spoil)
    assert faults(desk, to) == ["not_as_written", ""]
    assert names(to.folders[0]) == []


def test_what_stands_in_the_way_is_not_overwritten(desk: Desk, to: Destination) -> None:
    (made, _) = evening(desk, to)
    for folder in to.folders:
        (folder / made.file).write_bytes(b"dear")
    making.begin_now(desk)
    again = making.make_due(desk, to)
    assert [copy.file for copy in again] == [made.file.replace(".db", "-1.db")] * 2
    assert all((folder / made.file).read_bytes() == b"dear" for folder in to.folders)


@pytest.mark.forged
def test_a_store_that_is_not_right_makes_no_copy(desk: Desk, to: Destination) -> None:
    """Else the last good one would be thinned away for it."""
    evening(desk, to)
    triggers = desk.connection.execute("select name from sqlite_master where type = 'trigger' and tbl_name = 'events'")
    for (name,) in triggers.fetchall():
        desk.connection.execute(f"drop trigger {name}")
    desk.connection.execute("update events set who = 'somebody' where seq = 1")
    assert faults(desk, to, EVENING + DAY) == ["store_damaged"] * 2
    assert all(len(names(folder)) == 1 for folder in to.folders)


@pytest.mark.parametrize("free", [0, 16 * 1024 * 1024])
def test_the_stations_keep_the_room_they_write_in(
    desk: Desk, to: Destination, monkeypatch: pytest.MonkeyPatch, free: int
) -> None:
    usage = shutil.disk_usage(desk.path.parent)._replace(free=free)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage)
    (first, _) = evening(desk, to)
    assert (first.fault, first.detail) == ("no_room_here", "18 MB")
    assert names(to.folders[0]) == []


def test_older_copies_are_thinned(desk: Desk, to: Destination) -> None:
    strangers = ["frontdesk-ffffffff-20200101T210000.db", "mine.db"]
    for name in strangers:
        (to.folders[0] / name).write_bytes(b"dear")
    for day in range(9):
        evening(desk, to, EVENING + day * DAY)
    there = [name for name in names(to.folders[0]) if name not in strangers]
    # 29 and 30 May are the last of no week; 31 May is the last of its week and of its month.
    assert [name[19:27] for name in there] == ["20260531", *(f"2026060{day}" for day in range(1, 7))]
    assert set(strangers) < set(names(to.folders[0]))


@pytest.mark.parametrize(("off", "late"), [(0, False), (LATE_AFTER, False), (LATE_AFTER + 1, True), (-DAY, False)])
def test_a_copy_that_is_too_old(desk: Desk, to: Destination, off: int, late: bool) -> None:
    evening(desk, to)
    copying = desk.snapshot().copying
    assert copying is not None
    assert copying.is_late(EVENING + off) is late


def test_before_the_first_copy_it_is_late_two_hours_after_it_was_due(desk: Desk, to: Destination) -> None:
    evening(desk, Destination())
    copying = desk.snapshot().copying
    assert copying is not None
    assert [copying.is_late(EVENING + off) for off in (0, 2 * HOUR, 2 * HOUR + 1)] == [False, False, True]


def flip(file: Path, at: int) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)


@pytest.mark.parametrize("where", [0.0, 0.1, 0.33, 0.5, 0.77, 0.999])
def test_one_flipped_bit_is_found(desk: Desk, to: Destination, where: float) -> None:
    made, _ = evening(desk, to)
    file = Path(made.folder) / made.file
    assert verifying.verify(desk, file, "", lambda done, of: None).is_known
    flip(file, int(where * made.size))
    assert why(lambda: verifying.verify(desk, file, "", lambda done, of: None)) == "copy_changed"
    assert why(lambda: verifying.rehearse(desk, file, made, "", lambda done, of: None)) == "copy_changed"


def test_a_copy_is_known_under_any_name(desk: Desk, to: Destination) -> None:
    made, _ = evening(desk, to)
    file = (Path(made.folder) / made.file).rename(Path(made.folder) / "found.db")
    assert verifying.verify(desk, file, "", lambda done, of: None).is_known
    # In a page that nothing is in: what is in the file does not tell it.
    flip(file, made.size - 1)
    assert why(lambda: verifying.verify(desk, file, "", lambda done, of: None)) == "copy_changed"


@pytest.mark.forged
def test_a_row_that_was_changed_in_a_copy_of_which_nothing_is_known(desk: Desk, to: Destination) -> None:
    made, _ = evening(desk, to)
    file = (Path(made.folder) / made.file).rename(Path(made.folder) / "found.db")
    desk.connection.execute("delete from copies")
    assert not verifying.verify(desk, file, "", lambda done, of: None).is_known
    with closing(sqlite3.connect(file)) as forger, forger:
        forger.execute("update visits set arrived_at = arrived_at - 1000")
    assert why(lambda: verifying.verify(desk, file, "", lambda done, of: None)) == "copy_damaged"


def test_a_drill_is_done_with_the_newest_copy_that_is_there(desk: Desk, to: Destination) -> None:
    first, _ = evening(desk, to)
    _, second = evening(desk, to, EVENING + DAY)
    done = drill.drill(desk)
    assert (done.error, done.file) == (None, str(to.folders[1] / second.file))
    shutil.rmtree(to.folders[1])
    (to.folders[0] / second.file).unlink()
    assert drill.drill(desk).file == str(to.folders[0] / first.file)
    flip(to.folders[0] / first.file, 4000)
    failed = drill.drill(desk)
    assert failed.error is not None
    assert failed.error.reason is CopyReason.CHANGED
    copying = desk.snapshot().copying
    assert copying is not None
    assert copying.lacks_drill(desk.now())
    assert [state for _, state in runs(desk, "drill")] == ["done", "done", "failed"]
    assert_whole(desk.connection)


def test_where_there_is_no_copy_the_drill_failed(desk: Desk, to: Destination) -> None:
    done = drill.drill(desk)
    assert done.error is not None
    assert done.error.reason is CopyReason.NO_COPY


@pytest.mark.parametrize(
    ("folders", "reason"),
    [
        ([".."], "not_whole_path"), (["{home}/no"], "folder_missing"), (["{home}"], "folder_of_store"),
        (["{home}/1", "{home}/2", "{home}/3", "{home}/4"], "too_many_folders"), (["/tmp;x"], "not_whole_path"),
    ],
)  # fmt: skip
def test_folders_that_copies_cannot_go_to(desk: Desk, folders: list[str], reason: str) -> None:
    home = desk.path.parent
    with pytest.raises(InputError) as refused:
        check([Path(each.format(home=home)) for each in folders], desk.path)
    assert refused.value.reason == reason


ON_A_SMALL_DISK = """
import subprocess, sys
from pathlib import Path
from planned import EVENING, evening, planned, runs
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock
home = Path(sys.argv[1])
with Desk.open(home / "store.db", Actor("guard", ""), ManualClock(EVENING - 1)) as desk:
    to = planned(desk, home)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "none", str(to.folders[0])], check=True)
    print(*(copy.fault or "good" for copy in evening(desk, to)), *to.folders[0].iterdir())
    subprocess.run(["mount", "-o", "remount,ro", str(to.folders[0])], check=True)
    print(*(copy.fault or "good" for copy in evening(desk, to, EVENING + 86_400_000)), runs(desk)[-1][1])
"""


def test_a_full_disk_and_one_that_is_read_only(store: Path) -> None:
    support = Path(__file__).parents[2] / "support"
    command = [*IN_A_NAMESPACE, sys.executable, "-c", ON_A_SMALL_DISK, str(store.parent)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": f"{support}:."}
        )
    except FileNotFoundError:
        pytest.skip("no small disk can be made here")
    if done.returncode and "unshare" in done.stderr:
        pytest.skip("no small disk can be made here")
    assert done.stdout.splitlines() == ["folder_full good", "folder_read_only good done"], done.stderr
