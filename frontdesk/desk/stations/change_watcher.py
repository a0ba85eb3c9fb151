"""Noticing every change in one way: a poke wakes, `PRAGMA data_version` tells, a snapshot is read."""

import os
import socket
import threading
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from data import picture, stations
from data.engine import store_time
from data.engine.connection import (
    Connection,
    check_schema,
    connect,
    data_version,
    errors_as_sentences,
)
from data.engine.identity import Identity, check_identity, identity
from data.stations import SignOfLife
from frontdesk.desk import unowned_numbers
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import SECOND, Clock, Millis
from frontdesk.domain.values.errors import StoreError

SAFETY_NET_S = 1.0
"""How long a change whose poke was lost can stay unseen."""

LOOKED_WITHIN_S = 5.0
"""A picture counts as old if the last completed look is longer ago than this many seconds, whatever the reason."""

SEEN_EVERY: Millis = 15 * SECOND
"""How often a station says that it is there."""


class ChangeWatcher(threading.Thread):
    """A thread that reads a snapshot after every change and hands it on.

    It never writes to what it watches; a second connection records the station's port, so that writers know whom to
    wake.
    """

    def __init__(
        self,
        path: Path,
        actor: Callable[[], Actor],
        clock: Clock,
        on_change: Callable[[Snapshot], None],
        on_failure: Callable[[StoreError], None],
        *,
        evaluated_at: Callable[[], Millis | None],
        can_be_seen: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(name="watcher", daemon=True)
        self._path = path
        # The journal that stands there now may be another's, who takes it away on closing: ours comes with a look.
        self._file: Identity = (identity(path)[0], None, None)
        self._actor = actor
        self._clock = clock
        self._on_change = on_change
        self._on_failure = on_failure
        self._evaluated_at = evaluated_at
        self._can_be_seen = can_be_seen
        self._id = uuid.uuid4().hex
        self._bell = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._bell.bind(("127.0.0.1", 0))
        self._bell.settimeout(SAFETY_NET_S)
        self._port = int(self._bell.getsockname()[1])
        self._stopping = threading.Event()
        self._looked_at = time.monotonic()

    def run(self) -> None:
        """Watch until stopped; a store that cannot be read is tried again each second."""
        while not self._stopping.is_set():
            try:
                with errors_as_sentences(self._path):
                    connection = connect(self._path, read_only=True)
                    try:
                        self._watch(connection)
                    finally:
                        connection.close()
            except Exception as error:
                self._on_failure(unreadable(self._path, error))
                self._wait()
        self._bell.close()

    def stop(self) -> None:
        """End the thread and take the station off the record."""
        self._stopping.set()
        with suppress(OSError):
            self._bell.sendto(b"!", ("127.0.0.1", self._port))
        self.join(timeout=5)
        with suppress(StoreError):
            self._record(lambda connection: stations.gone(connection, self._id, self._clock.now()))

    def is_fresh(self) -> bool:
        """Whether a look was completed lately. The screen's thread asks too, in case this thread is dead or stuck."""
        return time.monotonic() - self._looked_at <= LOOKED_WITHIN_S

    def sign(self) -> SignOfLife | None:
        """Return this station's sign of life, or None if nobody could see its screen or the picture is old."""
        return self._sign() if self._can_be_seen() and self.is_fresh() else None

    def _sign(self) -> SignOfLife:
        return SignOfLife(self._id, self._actor(), self._port, os.getpid(), self._evaluated_at())

    def _watch(self, connection: Connection) -> None:
        seen_version, alive_at = None, self._clock.monotonic() - SEEN_EVERY
        while not self._stopping.is_set():
            check_identity(self._path, self._file)
            version = data_version(connection)
            if version != seen_version:
                check_schema(connection)
                seen_version = version
                snapshot = picture.read(connection, self._clock.now())
                # From its first look on, the journal is there too.
                self._file = identity(self._path) if None in self._file else self._file
                self._looked_at = time.monotonic()
                self._on_change(snapshot)
            self._looked_at = time.monotonic()
            # A screen that nobody could see is no station where anybody can be told.
            if self._clock.monotonic() - alive_at >= SEEN_EVERY and self._can_be_seen():
                alive_at = self._clock.monotonic()
                self._say_alive()
            self._wait()

    def _say_alive(self) -> None:
        # A read-only or full disk keeps the port off the record; the picture is then a second late, not gone.
        with suppress(StoreError):
            self._record(self._sign_of_life)

    def _sign_of_life(self, connection: Connection) -> None:
        store_time.note_running(connection, self._clock)
        stations.seen(connection, [self._sign()], self._clock.now())
        unowned_numbers.delete_due(connection, self._clock)

    def _record(self, change: Callable[[Connection], None]) -> None:
        with errors_as_sentences(self._path):
            connection = connect(self._path)
            try:
                change(connection)
            finally:
                connection.close()

    def _wait(self) -> None:
        try:
            self._bell.recvfrom(16)
            # One change is often announced several times; one look is enough.
            self._bell.setblocking(False)
            with suppress(BlockingIOError, ConnectionResetError):
                while True:
                    self._bell.recvfrom(16)
        except (TimeoutError, ConnectionResetError):
            pass
        except OSError:
            # No bell to wait for: look each second all the same.
            self._stopping.wait(SAFETY_NET_S)
        with suppress(OSError):
            self._bell.settimeout(SAFETY_NET_S)


def unreadable(path: Path, error: Exception) -> StoreError:
    """Return an unexpected error as one that people understand, namely that the store cannot be read."""
    if isinstance(error, StoreError):
        return error
    unread = StoreError(StoreReason.UNREADABLE, path=path, detail=type(error).__name__)
    unread.__cause__ = error
    return unread
