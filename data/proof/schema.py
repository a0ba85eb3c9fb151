"""Whether the tables, indexes and triggers are the ones this program makes, word for word."""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass

from data.engine.connection import Connection, still

_NOT_OURS = "_sqlite_migrations"
"""The tables in which sqlite-utils keeps its own notes, because each of its versions words them differently."""


@dataclass(frozen=True, slots=True)
class Differences:
    """What differs, each as "trigger events_stay"."""

    missing: tuple[str, ...]
    added: tuple[str, ...]
    changed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.added or self.changed)


def differences(connection: Connection) -> Differences:
    """Compare a store of this version with one that is made anew."""
    found, right = _parts(connection), _expected()
    return Differences(
        tuple(sorted(right.keys() - found.keys())),
        tuple(sorted(found.keys() - right.keys())),
        tuple(sorted(name for name in right.keys() & found.keys() if right[name] != found[name])),
    )


def _expected() -> Mapping[str, str]:
    from data.schema.migrations import migrate  # noqa: PLC0415 - sqlite-utils is loaded only where a schema is written

    with contextlib.closing(still(None)) as connection:
        migrate(connection)
        return _parts(connection)


def _parts(connection: Connection) -> Mapping[str, str]:
    rows = connection.execute(
        "select type || ' ' || name, coalesce(sql, '') from sqlite_schema"
        " where name not like 'sqlite\\_%' escape '\\' and not (tbl_name = ? and type <> 'trigger')",
        (_NOT_OURS,),
    )
    return {str(name): str(text) for name, text in rows}
