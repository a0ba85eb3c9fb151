"""Stations that were started in terminals, and the record of who was there."""

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from terminal import PATIENCE_S

from data import stations
from data.engine.connection import connect
from frontdesk.domain.stations.station import StationKind
from frontdesk.machine import log

ENDS_WITHIN_S = 30.0
HUNG_UP = 129

SIGNS_NO_MORE_S = 2.5
"""A station in a hurry signs each second; a busy machine may make it two."""


def nothing() -> None:
    time.sleep(0.05)


def until(so: Callable[[], Any], meanwhile: Callable[[], Any] = nothing, within_s: float = PATIENCE_S) -> None:
    ends = time.monotonic() + within_s
    while not so():
        assert time.monotonic() < ends
        meanwhile()


class Record:
    """What the store says of its manager console."""

    def __init__(self, database: Path) -> None:
        self.database = database

    def _one(self, query: str) -> int:
        with contextlib.closing(connect(self.database, read_only=True)) as connection:
            return int(connection.execute(query).fetchone()[0] or 0)

    def is_there(self) -> bool:
        if not self.database.exists():
            return False
        with contextlib.closing(connect(self.database, read_only=True)) as connection:
            now = time.time_ns() // 1_000_000
            return stations.presence(connection, None).is_there(StationKind.MANAGER, now)

    def signed_at(self) -> int:
        return self._one("select max(seen_at) from stations where station = 'manager'")

    def signs(self, meanwhile: Callable[[], Any] = nothing) -> None:
        """Wait until it signs anew."""
        before = self.signed_at()
        until(lambda: self.signed_at() > before, meanwhile)

    def stops_signing(self, meanwhile: Callable[[], Any] = nothing) -> None:
        """Wait until it has not signed for a while."""
        last, since = self.signed_at(), time.monotonic()
        ends = time.monotonic() + PATIENCE_S
        while time.monotonic() - since < SIGNS_NO_MORE_S:
            assert time.monotonic() < ends
            meanwhile()
            if self.signed_at() != last:
                last, since = self.signed_at(), time.monotonic()

    def nothing_was_done(self) -> None:
        """It is off the record, and what was only being typed is not on it."""
        assert not self.is_there()
        assert self._one("select count(*) from visits") == 0
        assert not log.path().exists(), log.path().read_text()
