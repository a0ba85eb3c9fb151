"""Evaluating without a screen: `frontdesk watch` keeps the chain going while no station is open (Z5, Z6)."""

import math
import os
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.engine import store_time
from data.engine.connection import (
    Connection,
    check_schema,
    connect,
    data_version,
    errors_as_sentences,
)
from data.engine.identity import check_identity, identity
from data.escalations import escalations as records
from data.escalations import record
from data.stations import SignOfLife, seen
from frontdesk.desk import unowned_numbers
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.figures import reports
from frontdesk.desk.stations.change_watcher import SEEN_EVERY, unreadable
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.record import RecordLine
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import Clock, JumpDetector, Millis
from frontdesk.domain.values.errors import FrontdeskError

LOOK_EVERY_S = 1.0


@dataclass(frozen=True, slots=True)
class Seen:
    """A new line of an escalation's record, whoever wrote it, with the policy in force."""

    escalation: Escalation
    step: RecordLine
    policy: Policy


class HeadlessStation:
    """A station without a screen that looks once a second. What any station records first, the others find recorded."""

    def __init__(
        self,
        path: Path,
        actor: Actor,
        clock: Clock,
        *,
        on_step: Callable[[Seen], None],
        on_failure: Callable[[FrontdeskError], None],
        on_ready: Callable[[], None],
        on_look: Callable[[Snapshot, Millis], object] = lambda snapshot, now: None,
    ) -> None:
        self._path = path
        self._actor = actor
        self._clock = clock
        self._on_step = on_step
        self._on_failure = on_failure
        self._on_ready = on_ready
        self._on_look = on_look
        self._id = uuid.uuid4().hex
        self._told: int | None = None

    def run(self, stop: threading.Event) -> None:
        """Look until told to stop; a store that cannot be used is tried again every second.

        Raises `StoreError` if a newer version has changed the store, because only a newer program can go on.
        """
        while not stop.is_set():
            try:
                with Desk.open(self._path, self._actor, self._clock, create=False) as desk:
                    self._look_on(desk, stop)
            except FrontdeskError as error:
                if error.reason is StoreReason.OUTDATED:
                    raise
                self._on_failure(error)
                stop.wait(LOOK_EVERY_S)
            except OSError:
                # The store's own come as `StoreError`: this is whoever reads what is told, and has gone.
                raise
            except Exception as error:
                self._on_failure(unreadable(self._path, error))
                stop.wait(LOOK_EVERY_S)

    def _look_on(self, desk: Desk, stop: threading.Event) -> None:
        """Watch an opened store. A second connection notices every change, including this program's own."""
        file = identity(self._path)
        with errors_as_sentences(self._path):
            bell = connect(self._path, read_only=True)
        try:
            self._begin(desk)
            version, snapshot, signed_at, looked_at = -1, desk.snapshot(), -math.inf, self._clock.now()
            jumps, was_set = JumpDetector(self._clock), True
            while not stop.is_set():
                check_identity(self._path, file)
                with errors_as_sentences(self._path):
                    changed = data_version(bell)
                if changed != version:
                    with errors_as_sentences(self._path):
                        check_schema(bell)
                    version, snapshot = changed, desk.snapshot()
                    self._tell(desk, snapshot.policy)
                # While nothing ran, the clock may have been set: what was planned by it is looked at once.
                was_set = was_set or jumps.jumped() != 0 or self._clock.now() < looked_at
                looked_at = self._clock.now()
                is_due, was_set = was_set or snapshot.has_news(desk.now()), False
                if is_due and handling.evaluate(desk) is not None:
                    continue
                self._on_look(snapshot, desk.now())
                if self._clock.monotonic() - signed_at >= SEEN_EVERY:
                    self._sign(desk)
                    if snapshot.today is not None and snapshot.today.is_stale(desk.now()):
                        reports.refresh(desk)
                    signed_at = self._clock.monotonic()
                    self._on_ready()
                stop.wait(LOOK_EVERY_S)
        finally:
            bell.close()

    def _begin(self, desk: Desk) -> None:
        """Start reporting from here; lines recorded while the store could not be read are reported too."""
        last = desk.read(record.last)
        self._told = last if self._told is None else min(self._told, last)

    def _sign(self, desk: Desk) -> None:
        now: Millis = self._clock.now()
        with errors_as_sentences(self._path):
            store_time.note_running(desk.connection, self._clock)
            seen(desk.connection, [SignOfLife(self._id, self._actor, None, os.getpid(), now)], now)
            unowned_numbers.delete_due(desk.connection, self._clock)

    def _tell(self, desk: Desk, policy: Policy) -> None:
        def look(connection: Connection) -> tuple[int, list[Seen]]:
            last, fresh = record.after(connection, self._told or 0)
            return last, [Seen(records.get(connection, step.escalation), step, policy) for step in fresh]

        self._told, fresh = desk.read(look)
        for each in fresh:
            self._on_step(each)
