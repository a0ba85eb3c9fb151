"""Which version head office's tables have: asked by all that read them, without what makes them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from frontdesk.domain.group.office import OfficeReason
from frontdesk.domain.values.errors import StoreError

if TYPE_CHECKING:
    from psycopg import Connection

SCRIPTS = tuple(sorted(Path(__file__).parent.joinpath("schema").glob("*.sql")))
"""What makes the tables; so many of them make the newest version."""


def check(connection: "Connection[Any]") -> None:
    """Raise `StoreError` if this is no head office, or one of another version: NO_HEAD_OFFICE, NEWER_HEAD_OFFICE."""
    version = version_of(connection)
    if version < len(SCRIPTS):
        raise StoreError(OfficeReason.NO_HEAD_OFFICE)
    refuse_newer(version)


def refuse_newer(version: int) -> None:
    """Raise `StoreError(NEWER_HEAD_OFFICE)` for what a newer program has made."""
    if version > len(SCRIPTS):
        raise StoreError(OfficeReason.NEWER_HEAD_OFFICE)


def version_of(connection: "Connection[Any]") -> int:
    """Return the version; 0 where there are no tables."""
    (found,) = connection.execute("select to_regclass('head_office')").fetchone() or (None,)
    if found is None:
        return 0
    (version,) = connection.execute("select version from head_office").fetchone() or (0,)
    return int(version)
