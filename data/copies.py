"""What became of each folder's copies."""

import json
from collections.abc import Iterable
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Transaction
from frontdesk.domain.copies.copy import Copy, Held

_COPY = "select id, run_id, folder, file, at, fault, detail, size, digest, event, hash, counts from copies"


def add(transaction: Transaction, copy: Copy) -> int:
    """Put on record what became of a folder's copy."""
    good = {}
    if copy.held is not None:
        counts = json.dumps(dict(sorted(copy.held.counts.items())), separators=(",", ":"))
        good = {
            "size": copy.size, "digest": copy.digest, "event": copy.held.event, "hash": copy.held.hash,
            "counts": counts,
        }  # fmt: skip
    return transaction.insert(
        "copies",
        {"run_id": copy.run, "folder": copy.folder, "file": copy.file, "at": copy.at, "fault": copy.fault,
         "detail": copy.detail, **good},
    )  # fmt: skip


def of_run(connection: Connection, run: int) -> tuple[Copy, ...]:
    """Return what became of the copies of one evening so far."""
    return _read(connection.execute(f"{_COPY} where run_id = ? order by id", (run,)))


def good(connection: Connection, most: int) -> tuple[Copy, ...]:
    """Return the good copies that were made last, the newest first."""
    return _read(connection.execute(f"{_COPY} where fault = '' order by id desc limit ?", (most,)))


def latest(connection: Connection, most: int) -> tuple[Copy, ...]:
    """Return what became of the copies lately, the newest first."""
    return _read(connection.execute(f"{_COPY} order by id desc limit ?", (most,)))


def by_name(connection: Connection, file: str) -> Copy | None:
    """Return the good copy on record under a file's name; the folder may be called otherwise elsewhere."""
    found = _read(connection.execute(f"{_COPY} where fault = '' and file = ? order by id desc limit 1", (file,)))
    return found[0] if found else None


def by_digest(connection: Connection, digest: str) -> Copy | None:
    """Return the good copy on record that holds just the same, bit for bit."""
    found = _read(connection.execute(f"{_COPY} where fault = '' and digest = ? order by id desc limit 1", (digest,)))
    return found[0] if found else None


def ends_at(connection: Connection, event: int, end: str) -> bool:
    """Whether there is an open copy on record whose events end with this one."""
    row = connection.execute(
        "select exists (select 1 from copies where fault = '' and event = ? and hash = ? and file not like '%.age')",
        (event, end),
    ).fetchone()
    return bool(row[0])


def any_good(connection: Connection) -> bool:
    """Whether any good copy is on record."""
    return bool(connection.execute("select exists (select 1 from copies where fault = '')").fetchone()[0])


def _read(rows: Iterable[tuple[Any, ...]]) -> tuple[Copy, ...]:
    return tuple(map(_copy, rows))


def _copy(row: tuple[Any, ...]) -> Copy:
    size, digest, event, end, counts = row[7:]
    if digest is None:
        return Copy(*row[:7])
    return Copy(*row[:7])._replace(size=size, digest=digest, held=Held(event, end, json.loads(counts)))
