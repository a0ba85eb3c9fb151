"""Looking a copy through: against what is on record of it, and in itself (G2)."""

from pathlib import Path
from typing import NamedTuple

from data import copies
from data.engine.parts import Progress
from data.looked_through import look_through
from data.opening import open_store
from data.proof.heads import Head
from data.whose import Whose, whose, whose_file
from frontdesk.desk.copies.known import check_renamed
from frontdesk.desk.copies.known import known as on_record
from frontdesk.desk.copies.opened import is_sealed, opened
from frontdesk.desk.desk import Desk
from frontdesk.domain.copies.copy import Copy, Held
from frontdesk.domain.copies.reasons import CopyReason
from frontdesk.domain.files import FileReason
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import InputError, StoreError
from frontdesk.files.given_file import refuse_special
from frontdesk.files.sent_file import digest_of

_LOOKED_FOR = 100
"""Among how many of the copies that were made last one is looked for that is still there."""


class Verified(NamedTuple):
    """A copy that was looked through."""

    file: Path
    held: Held
    is_known: bool
    """Whether it is on record, and just as it was written."""
    other: Whose | None
    """Which store it is of, where that is another than this."""


def newest(desk: Desk) -> tuple[Path, Copy]:
    """Return the newest good copy that is still in its folder. Raises `InputError(NO_COPY)`."""
    for copy in desk.read(lambda connection: copies.good(connection, _LOOKED_FOR)):
        file = Path(copy.folder) / copy.file
        try:
            if file.is_file():
                return file, copy
        except OSError:
            continue
    raise InputError(CopyReason.NO_COPY)


def verify(desk: Desk, file: Path, key: str, progress: Progress) -> Verified:
    """Look a copy through, to each row of it. Raises `InputError`, `StoreError` where it is not right."""
    _check_is_file(file)
    known = desk.read(lambda connection: on_record(connection, file))
    if not is_sealed(file):
        return _verified(desk, file, file, known, progress)
    with opened(file, desk.path, key) as building:
        return _verified(desk, building, file, known, progress)


def _verified(desk: Desk, content: Path, file: Path, known: Copy | None, progress: Progress) -> Verified:
    held = _checked(content, file, known, progress, rows=True)
    if known is None:
        end = Head(held.event, held.hash, 0, "")
        desk.read(lambda connection: check_renamed(connection, file, end))
    of = whose_file(content)
    return Verified(file, held, known is not None, of if of.is_other(desk.read(whose)) else None)


def _check_is_file(file: Path) -> None:
    if file.is_dir():
        raise InputError(FileReason.IS_FOLDER, path=file)
    refuse_special(file)
    if not file.is_file():
        raise InputError(FileReason.MISSING_FILE, path=file)
    if not file.stat().st_size:
        raise StoreError(StoreReason.EMPTY_FILE, path=file, is_copy=True)


def rehearse(desk: Desk, file: Path, copy: Copy, key: str, progress: Progress) -> Held:
    """Do with a copy all that a restore does, but for putting it in the store's place; return what it holds.

    Raises `InputError`, `StoreError` where it could not be restored, or does not hold what is on record.
    """
    if digest_of(file) != copy.digest:
        raise StoreError(CopyReason.CHANGED, path=file)
    with opened(file, desk.path, key) as building:
        held = _checked(building, file, copy, progress, rows=False)
        open_store(building, create_missing=False, older=True).close()
    return held


def _checked(content: Path, named: Path, known: Copy | None, progress: Progress, *, rows: bool) -> Held:
    held = look_through(content, named, progress, rows=rows)
    if known is not None and known.held is not None:
        if (held.event, held.hash) != (known.held.event, known.held.hash):
            raise StoreError(CopyReason.END_DIFFERS, path=named, number=known.held.event)
        unlike = [name for name in known.held.counts if held.counts.get(name) != known.held.counts[name]]
        if unlike:
            raise StoreError(CopyReason.COUNTS_DIFFER, path=named, table=unlike[0])
    return held
