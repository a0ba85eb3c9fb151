"""Whoever writes waits for a turn: at most one connection writes at a time, whichever processes there are."""

import contextlib
import random
import time
from collections.abc import Iterator

from data.engine.connection import BUSY_MS, Connection, DatabaseError, check_schema, data_version, is_busy, path_of
from data.engine.holder import holder
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import StoreError

_ASKED_EVERY_S, _LONG_S = 0.001, 0.001
"""How often a turn is asked for at least; twice as often by whoever has waited long, three times by twice as long."""
_CROWDED_FOR_S = 0.05
"""For how long others that wrote are expected to write again; none of them takes as long."""


class _Last:
    """The last time this process had its turn, and the number of the store's state before it."""

    at = float("-inf")
    version = 0


def begin(connection: Connection) -> None:
    """Begin a transaction that may write; wait for its turn.

    This asks again at once, because SQLite's own waiting grows to 100 ms, and busy stations kept the others waiting
    for seconds. Whoever has waited longer asks more often; who wrote a moment ago lets the others go first, if there
    are any.
    """
    began, version = time.monotonic(), data_version(connection)
    if began - _Last.at < _CROWDED_FOR_S and version != _Last.version:
        time.sleep(_ASKED_EVERY_S)
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
                break
            except DatabaseError as error:
                if not is_busy(error):
                    raise
                waited = time.monotonic() - began
                if waited > BUSY_MS / 1000:
                    raise _held(connection, error) from error
            time.sleep(_until_next(waited))
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    _Last.at, _Last.version = time.monotonic(), version


def _until_next(waited: float) -> float:
    """Return when to ask again: the sooner the longer the wait, but where somebody writes for long, as at first."""
    haste = 1 + waited / _LONG_S if waited < _CROWDED_FOR_S else 1
    return random.uniform(0.2, 1.0) * _ASKED_EVERY_S / haste


def _held(connection: Connection, error: Exception) -> Exception:
    """Return an error that names the process that holds the store, or the error itself if nobody can tell."""
    path = path_of(connection)
    found = holder(path)
    return error if found is None else StoreError(StoreReason.HELD, path=path, holder=found)


@contextlib.contextmanager
def writing(connection: Connection) -> Iterator[Connection]:
    """A write transaction of its own, outside the event log; everything in it is saved, or nothing."""
    begin(connection)
    try:
        check_schema(connection)
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
