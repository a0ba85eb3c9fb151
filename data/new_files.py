"""A new file, whole or not at all, readable by its owner only, in nobody's place."""

import contextlib
import os
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

from data.connection import errors_as_sentences
from frontdesk.domain.errors import Reason, StoreError
from frontdesk.stopping import held_back


def make(target: Path, write: Callable[[Path], None]) -> None:
    """Make a file from what `write` writes to the path it is given. Raises `StoreError`: FILE_EXISTS, NO_FOLDER …"""
    refuse_taken(target)
    with building_beside(target) as building:
        with errors_as_sentences(target):
            write(building)
        keep_on_disk(building)
        with held_back():
            place(building, target)


def refuse_taken(target: Path) -> None:
    """See that a file can be made: there is none of the name, and a folder for it. Raises `StoreError`."""
    if os.path.lexists(target):
        raise StoreError(Reason.FILE_EXISTS, path=target)
    if not target.absolute().parent.is_dir():
        raise StoreError(Reason.NO_FOLDER, path=target.absolute().parent)


def place(source: Path, target: Path, *, keep: bool = False) -> None:
    """Give a file its name, if nothing has it; `keep`: the old name stays where the disk knows hard links."""
    with errors_as_sentences(target):
        try:
            os.link(source, target)
        except FileExistsError as error:
            raise StoreError(Reason.FILE_EXISTS, path=target) from error
        except OSError as error:
            if os.path.lexists(target):
                raise StoreError(Reason.FILE_EXISTS, path=target) from error
            source.rename(target)
        else:
            if not keep:
                source.unlink()


def keep_on_disk(file: Path) -> None:
    """See that a closed file is on the disk."""
    with errors_as_sentences(file):
        handle = os.open(file, os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def building_beside(target: Path, companions: tuple[str, ...] = ()) -> Iterator[Path]:
    """A private name beside `target`; whatever is left of it and its companions afterwards is removed."""
    building = target.with_name(f".{target.name}.{uuid.uuid4().hex}")
    before = os.umask(0o077)
    try:
        yield building
    finally:
        os.umask(before)
        for suffix in ("", *companions):
            Path(f"{building}{suffix}").unlink(missing_ok=True)
