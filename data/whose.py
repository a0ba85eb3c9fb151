"""Whose a file is: which store it belongs to, so that a copy of another one is told from a copy of this one."""

import contextlib
from pathlib import Path
from typing import NamedTuple

from data import policy
from data.engine.connection import Connection, DatabaseError, still
from data.proof.heads import mark
from frontdesk.domain.picture.unreadable import SENSELESS
from frontdesk.domain.values.clock import Millis


class Whose(NamedTuple):
    """A store: its mark, which only its copies share, its name, and when its first event was."""

    mark: str
    name: str
    begun: Millis

    def is_other(self, store: "Whose | None") -> bool:
        """Whether this is surely another store; one without events may be any."""
        return store is not None and bool(self.mark and store.mark) and self.mark != store.mark


def whose(connection: Connection) -> Whose:
    """Return which store a database is."""
    first = connection.execute("select at from events order by seq limit 1").fetchone()
    name = "—"
    with contextlib.suppress(DatabaseError, *SENSELESS):
        name = policy.current(connection).store_name or name
    return Whose(mark(connection), name, 0 if first is None else int(first[0]))


def whose_file(path: Path) -> Whose:
    """Return which store is in a file that nobody works on."""
    with contextlib.closing(still(path)) as connection:
        return whose(connection)
