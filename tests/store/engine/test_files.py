"""Files that are not a store of ours: refused with the reason, and left byte for byte as they were."""

import os
import shutil
import sqlite3 as stock
from collections.abc import Callable
from pathlib import Path

import pytest
from private import is_private
from store_checks import assert_whole

from data.engine.connection import connect
from data.engine.version import SCHEMA_VERSION
from data.opening import APPLICATION_ID, open_store
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Reason, StoreError
from frontdesk.domain.values.plates import Plate

PAGE = 4096


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def foreign(path: Path) -> None:
    with stock.connect(path) as connection:
        connection.execute("create table notes (text)")
    connection.close()


def foreign_in_wal_mode(path: Path) -> None:
    connection = stock.connect(path)
    connection.execute("pragma journal_mode = wal")
    connection.execute("create table notes (text)")
    connection.commit()
    connection.close()


def newer(path: Path) -> None:
    connection = connect(path)
    connection.execute(f"pragma user_version = {SCHEMA_VERSION + 1}")
    connection.close()


def overwritten(path: Path, first: int, last: int) -> None:
    content = bytearray(path.read_bytes())
    content[first:last] = b"\xa5" * (min(last, len(content)) - first)
    path.write_bytes(content)


CASES: dict[str, tuple[Callable[[Path], object], set[Reason]]] = {
    "0 bytes": (lambda path: path.write_bytes(b""), {StoreReason.EMPTY_FILE}),
    "text": (lambda path: path.write_text("plate,arrived\n" * 500), {StoreReason.NOT_OURS}),
    "short text": (lambda path: path.write_text("hello"), {StoreReason.NOT_OURS}),
    "foreign": (foreign, {StoreReason.NOT_OURS}),
    "foreign, write-ahead log": (foreign_in_wal_mode, {StoreReason.NOT_OURS}),
    "newer": (newer, {StoreReason.NEWER}),
    "half": (lambda path: os.truncate(path, path.stat().st_size // 2), {StoreReason.DAMAGED}),
    "header only": (lambda path: os.truncate(path, 100), {StoreReason.DAMAGED, StoreReason.NOT_OURS}),
    "first page overwritten": (lambda path: overwritten(path, 0, PAGE), {StoreReason.NOT_OURS}),
    "schema overwritten": (lambda path: overwritten(path, 100, PAGE), {StoreReason.DAMAGED}),
    "pages overwritten": (lambda path: overwritten(path, 3 * PAGE, 12 * PAGE), {StoreReason.DAMAGED}),
    "to the end overwritten": (lambda path: overwritten(path, 2 * PAGE, 1 << 30), {StoreReason.DAMAGED}),
}


@pytest.mark.forged
@pytest.mark.parametrize("case", CASES)
def test_refused_and_left_as_it_was(case: str, store: Path) -> None:
    spoil, reasons = CASES[case]
    if "foreign" in case:
        store.unlink()
    spoil(store)
    before = store.read_bytes()
    with pytest.raises(StoreError) as refused:
        open_store(store)
    assert refused.value.reason in reasons
    assert refused.value.facts["path"] == store
    assert store.read_bytes() == before
    assert names(store.parent) == [store.name]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is forked, which this system cannot do")
@pytest.mark.parametrize("ours", [False, True])
def test_a_file_whose_journal_was_left_behind(store: Path, ours: bool) -> None:
    """As its program left it when it was killed: what it wrote last is in the journal only."""
    child = os.fork()
    if child == 0:
        connection = connect(store) if ours else stock.connect(store.with_name("other.db"))
        connection.execute("pragma journal_mode = wal")
        connection.execute("create table others (text)")
        connection.execute(f"pragma user_version = {SCHEMA_VERSION + 1}")
        connection.commit()
        os._exit(0)
    os.waitpid(child, 0)
    path = store if ours else store.with_name("other.db")
    files = [path, Path(f"{path}-wal")]
    before = [file.read_bytes() for file in files]
    with pytest.raises(StoreError) as refused:
        open_store(path)
    assert refused.value.reason is (StoreReason.NEWER if ours else StoreReason.NOT_OURS)
    assert [file.read_bytes() for file in files] == before


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        open_store(tmp_path)
    assert refused.value.reason is StoreReason.CANNOT_OPEN


def test_a_journal_without_its_store(store: Path, desk: Desk) -> None:
    zone.arrive(desk, Plate("苏A12345"))
    journal = Path(f"{store}-wal")
    kept = store.parent / "copy"
    kept.mkdir()
    shutil.copy(journal, kept / journal.name)
    with pytest.raises(StoreError) as refused:
        open_store(kept / store.name)
    assert refused.value.reason is StoreReason.ORPHAN_JOURNAL
    assert names(kept) == [journal.name]


def test_a_new_store_is_private_and_ours(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "store.db"
    connection = open_store(path)
    try:
        assert connection.execute("pragma application_id").fetchone()[0] == APPLICATION_ID
        assert connection.execute("pragma journal_mode").fetchone()[0] == "wal"
        assert connection.execute("pragma synchronous").fetchone()[0] == 2
        assert connection.execute("pragma foreign_keys").fetchone()[0] == 1
        assert_whole(connection)
    finally:
        connection.close()
    assert names(path.parent) == [path.name]
    if os.name == "posix":
        assert is_private(path)
        assert is_private(path.parent, 0o700)


def test_opening_again_changes_nothing(store: Path) -> None:
    before = store.read_bytes()
    open_store(store).close()
    assert store.read_bytes() == before


@pytest.fixture
def unprivileged(store: Path) -> Callable[[Callable[[], str]], str]:
    """Do something in a process that is not root, and so is bound by permissions; return the text it returns."""
    if not hasattr(os, "fork"):
        pytest.skip("needs a forked process")

    def do(question: Callable[[], str]) -> str:
        heard, said = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                if os.getuid() == 0:
                    os.setgid(65534)
                    os.setuid(65534)
                os.write(said, question().encode())
            except BaseException as error:
                os.write(said, repr(error).encode())
            os._exit(0)
        os.close(said)
        os.waitpid(child, 0)
        with os.fdopen(heard) as answer:
            return answer.read()

    return do


def try_to_write(path: Path) -> str:
    try:
        with Desk.open(path, Actor("guard", ""), ManualClock(1_780_020_000_000)) as desk:
            count = desk.snapshot().floor.count
            zone.arrive(desk, Plate("苏A12345"))
            return "written"
    except StoreError as error:
        return f"{error.reason} {locals().get('count', 'not read')}"


def open_up(path: Path) -> None:
    """Let a process that is not root come as far as this folder."""
    for folder in path.parents:
        if folder == Path("/tmp") or folder.stat().st_uid != os.getuid() or folder.parent == folder:
            break
        folder.chmod(0o755)


def test_a_read_only_file_can_be_read(store: Path, unprivileged: Callable[[Callable[[], str]], str]) -> None:
    open_up(store)
    store.chmod(0o444)
    store.parent.chmod(0o777)
    assert unprivileged(lambda: try_to_write(store)) == "read_only 0"


def test_a_read_only_folder(store: Path, unprivileged: Callable[[Callable[[], str]], str]) -> None:
    open_up(store)
    store.chmod(0o444)
    store.parent.chmod(0o555)
    for path in (store, store.parent / "new.db"):
        said = unprivileged(lambda path=path: try_to_write(path))
        assert StoreReason(said.split()[0]) in {StoreReason.READ_ONLY, StoreReason.CANNOT_OPEN}
    store.parent.chmod(0o755)
