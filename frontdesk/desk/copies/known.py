"""Whether a copy is just as it was written: by what is on record of it, whatever the file is called now (G2)."""

from pathlib import Path

from data import copies
from data.engine.connection import Connection
from data.proof.heads import Head
from frontdesk.desk.copies.opened import is_sealed
from frontdesk.domain.copies.copy import Copy
from frontdesk.domain.copies.reasons import CopyReason
from frontdesk.domain.values.errors import StoreError
from frontdesk.files.sent_file import digest_of


def known(connection: Connection, file: Path) -> Copy | None:
    """Return what is on record of a copy, which each bit of it agrees with; None where nothing is.

    Raises `StoreError(CHANGED)` where a copy of this name was written otherwise.
    """
    if not copies.any_good(connection):
        return None
    found = copies.by_digest(connection, digest_of(file))
    if found is None and copies.by_name(connection, file.name) is not None:
        raise StoreError(CopyReason.CHANGED, path=file)
    return found


def check_renamed(connection: Connection, file: Path, end: Head | None) -> None:
    """Raise `StoreError(CHANGED)` for an unknown file that ends where a copy on record does, and is not that copy.

    Each sealing is another: what is sealed proves itself.
    """
    if end is not None and not is_sealed(file) and copies.ends_at(connection, end.seq, end.hash):
        raise StoreError(CopyReason.CHANGED, path=file)
