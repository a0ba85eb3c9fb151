"""A store of an older version, and a newer version beside an old process; in processes of their own."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import version_two
from version_one import NOON

from data import backup, stations
from data import upgrade as upgrading
from data.engine.connection import Connection, connect
from data.engine.transaction import try_to_write
from data.engine.version import SCHEMA_VERSION
from data.older import is_older
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import SystemClock
from frontdesk.domain.values.errors import StoreError
from frontdesk.domain.values.plates import Plate

SUPPORT = Path(__file__).parents[1] / "support"
HOLDER = """
import sys, sqlite3
connection = sqlite3.connect(sys.argv[1])
connection.execute("select count(*) from visits").fetchone()
print("here", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def old(database: Path) -> Path:
    """A store of the second version, in the place of the machine's."""
    version_two.make(database)
    return database


def copies(store: Path) -> list[Path]:
    return sorted(store.parent.glob("desk-before-update-*.db"))


def ask(path: Path, query: str) -> Any:
    connection = connect(path)
    try:
        return connection.execute(query).fetchone()[0]
    finally:
        connection.close()


def test_a_command_that_writes_keeps_a_copy_and_says_where(run: Any, old: Path) -> None:
    cases = ask(old, "select count(*) from complaints")
    ran = run("arrive", "A12345")
    (copy,) = copies(old)
    assert ran.code == 0
    assert f"as it was before, it is kept as {copy}." in ran.err
    assert (ask(copy, "pragma user_version"), ask(old, "pragma user_version")) == (2, SCHEMA_VERSION)
    assert ask(copy, "pragma integrity_check") == "ok"
    assert ask(copy, "select count(*) from complaints") == ask(old, "select count(*) from complaints") == cases
    assert copy.stat().st_mode & 0o777 == 0o600
    assert "kept as" not in run("leave", "A12345", "--reason", "other").err
    assert copies(old) == [copy]


LOOKING = (
    "status", "escalations", "tasks", "tickets", "duty", "duty list", "penalties", "staff list", "policy show",
    "calendar show", "complaints list", "complaints show 1", "complaints templates", "complaints export x.csv",
)  # fmt: skip


@pytest.mark.parametrize("words", LOOKING)
def test_a_command_that_looks_leaves_it_as_it_is(refused: Callable[..., str], old: Path, words: str) -> None:
    before = old.read_bytes()
    said = f"{old} was written by an older Frontdesk (schema 2, this one knows {SCHEMA_VERSION})."
    assert refused(*words.split()).startswith(said)
    assert old.read_bytes() == before
    assert copies(old) == []


def test_doctor_and_backup_leave_it_as_it_is(run: Any, old: Path) -> None:
    assert run("doctor").code == 0
    assert "warning: " + str(old) + " was written by an older Frontdesk" in run("doctor").out
    copy = old.parent / "copy.db"
    assert run("backup", copy).code == 0
    assert is_older(copy)
    assert is_older(old)
    assert run("restore", copy).code == 0
    assert not is_older(old)
    assert is_older(copy)


@pytest.mark.parametrize(
    ("station", "said"),
    [
        ("manager", "manager console 王芳 (process {pid})"),
        ("watch", "watch 王芳 (process {pid})"),
        ("", "process {pid}"),
    ],
)
def test_who_still_has_it_open_is_named(run: Any, old: Path, station: str, said: str) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, old], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "here\n"
    if station:
        connection = connect(old)
        row = ("one", station, "王芳", None, holder.pid, SystemClock().now(), None)
        connection.execute("insert into stations values (?, ?, ?, ?, ?, ?, ?)", row)
        if station != "watch":
            connection.execute("update stations set port = 9")
        connection.close()
    ran = run("arrive", "A12345")
    assert ran.code == 1
    if Path("/proc/locks").exists() or station:
        assert said.format(pid=holder.pid) in ran.err
    assert "is still open" in ran.err
    assert copies(old) == []
    holder.communicate("go\n")
    assert is_older(old)
    assert run("arrive", "A12345").code == 0
    assert len(copies(old)) == 1


def test_many_first_starts_at_once_make_one_copy(old: Path) -> None:
    starts = [
        subprocess.Popen(
            [sys.executable, "-m", "frontdesk", "arrive", f"A1234{number}", "--new", "--place", "lane"],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            encoding="utf-8",
        )
        for number in range(6)
    ]
    said = [process.communicate()[1] for process in starts]
    assert [process.returncode for process in starts] == [0] * 6, said
    assert len(copies(old)) == 1
    assert sum("it is kept as" in each for each in said) == 1
    assert ask(old, "select count(*) from visits where left_at is null") == 6
    assert ask(old, "select count(*) from _sqlite_migrations") == SCHEMA_VERSION
    assert ask(copies(old)[0], "select count(*) from visits") == 0


def test_without_room_it_does_not_begin(refused: Any, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upgrading, "_free", lambda path: 5 * 1024 * 1024)
    said = refused("arrive", "A12345")
    assert re.search(r"that takes \d+ MB, and the disk has 5 MB free\. Nothing was changed\. Make room", said)
    assert is_older(old)
    assert copies(old) == []


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.argv = ["frontdesk", *sys.argv[2:]]
from frontdesk.__main__ import start
sys.exit(start())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are a POSIX thing")
def test_a_copy_that_cannot_be_written_leaves_it_as_it_is(old: Path) -> None:
    command = [sys.executable, "-c", LIMITED, str(old.stat().st_size // 2), "arrive", "A12345"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "has to be brought up to this version, after a copy" in done.stderr
    assert "Nothing was changed." in done.stderr
    assert [path.name for path in old.parent.iterdir() if path.name.startswith((".desk", "desk-"))] == []
    assert is_older(old)


def test_a_disk_that_fills_up_in_the_midst_of_it_leaves_it_as_it_is(
    refused: Any, run: Any, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(connection: Connection) -> None:
        connection.execute("PRAGMA max_page_count = 1")
        for number in range(1000):
            connection.execute("insert into phones (number, masked) values (?, ?)", (str(number), "x" * 4000))

    with monkeypatch.context() as patch:
        patch.setattr("data.cases.search_terms.index_all", fill)
        assert "Nothing was changed. Make room, then try again." in refused("arrive", "A12345")
    assert copies(old) == []
    assert is_older(old)
    assert run("arrive", "A12345").code == 0


@pytest.mark.parametrize(
    "spoil",
    ["delete from notes", "PRAGMA user_version = 1", "drop table notes", "insert into phones values (99, '1', '')"],
)
def test_a_copy_that_is_not_the_same_ends_it(
    refused: Any, old: Path, monkeypatch: pytest.MonkeyPatch, spoil: str
) -> None:
    real = backup.copy

    def copy(source: Connection, building: Path, told: Any) -> None:
        real(source, building, told)
        connection = connect(building)
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(spoil)
        connection.close()

    monkeypatch.setattr(backup, "copy", copy)
    assert refused("arrive", "A12345").startswith(f"{old} is damaged. It was left as it is.")
    assert copies(old) == []
    assert is_older(old)


def test_what_is_damaged_is_said_to_be_that(refused: Any, old: Path) -> None:
    whole = old.read_bytes()
    old.write_bytes(whole[:8192] + b"\xa5" * 20_000 + whole[28_192:])
    assert "is damaged. It was left as it is." in refused("arrive", "A12345")
    assert copies(old) == []


def test_three_copies_are_kept_and_what_is_removed_is_told(run: Any, old: Path) -> None:
    for year in (2020, 2021, 2022):
        (old.parent / f"desk-before-update-{year}0101T000000.000000Z.db").touch()
    (old.parent / "desk-before-updates.db").touch()
    oldest = copies(old)[0]
    ran = run("arrive", "A12345")
    assert f"There are newer copies: {oldest} was removed." in ran.err
    assert len(copies(old)) == 3
    assert not oldest.exists()
    assert (old.parent / "desk-before-updates.db").exists()


def newer(path: Path) -> None:
    connection = connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()


def test_a_command_that_meets_a_newer_version_at_its_write_writes_nothing(run: Any, database: Path) -> None:
    run("arrive", "A12345")
    command = [
        sys.executable,
        str(SUPPORT / "halt.py"),
        "data.engine.transaction:begin",
        "leave",
        "A12345",
        "--reason",
        "other",
    ]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "here\n"
    newer(database)
    out, err = process.communicate("go\n")
    assert (process.returncode, out) == (1, "")
    assert "a newer Frontdesk works on the database now. Close this and open it again." in err
    assert ask(database, "select count(*) from events") == 1


def test_no_way_to_write_is_left(run: Any, database: Path) -> None:
    run("arrive", "A12345")
    with Desk.open(database, Actor("guard", "张三")) as desk:
        newer(database)
        changes = desk.connection.total_changes
        ways: list[Callable[[], object]] = [
            lambda: zone.arrive(desk, Plate("苏B12345")),
            lambda: stations.seen(desk.connection, [], NOON),
            lambda: stations.gone(desk.connection, "one", NOON),
            lambda: try_to_write(desk.connection),
        ]
        for way in ways:
            with pytest.raises(StoreError) as refusal:
                way()
            assert refusal.value.reason is StoreReason.OUTDATED
        assert not desk.connection.in_transaction
        assert desk.connection.total_changes == changes
