"""Evaluating without a screen: `frontdesk watch` keeps the chain going while no station is open (Z5, Z6)."""

import os
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data import steps
from data.connection import connect, data_version, errors_as_sentences
from data.stations import SignOfLife, seen
from frontdesk.desk import escalations
from frontdesk.desk.desk import Desk
from frontdesk.desk.watch import SEEN_EVERY
from frontdesk.domain.clock import Clock, Millis
from frontdesk.domain.errors import StoreError
from frontdesk.domain.escalations import Escalation, Step
from frontdesk.domain.snapshot import Snapshot
from frontdesk.domain.staff import Actor

LOOK_EVERY_S = 1.0


@dataclass(frozen=True, slots=True)
class Seen:
    """Something that was put on record, by whoever was first."""

    escalation: Escalation
    step: Step


class Lookout:
    """Looks once a second, as every station does. Whoever puts a thing on record first, the others find it there."""

    def __init__(
        self,
        path: Path,
        actor: Actor,
        clock: Clock,
        on_step: Callable[[Seen], None],
        on_failure: Callable[[StoreError], None],
    ) -> None:
        self._path = path
        self._actor = actor
        self._clock = clock
        self._on_step = on_step
        self._on_failure = on_failure
        self._id = uuid.uuid4().hex

    def run(self, stop: threading.Event) -> None:
        """Look until told to stop; a store that cannot be used is tried again each second."""
        while not stop.is_set():
            try:
                with Desk.open(self._path, self._actor, self._clock, create=False) as desk:
                    self._look_on(desk, stop)
            except StoreError as error:
                self._on_failure(error)
                stop.wait(LOOK_EVERY_S)

    def _look_on(self, desk: Desk, stop: threading.Event) -> None:
        """Look at a store that opens. A second connection tells whether anything changed: one's own changes count."""
        with errors_as_sentences(self._path):
            bell = connect(self._path, read_only=True)
        try:
            told = desk.read(steps.last)
            version, snapshot, signed_at = -1, desk.snapshot(), self._clock.monotonic() - SEEN_EVERY
            while not stop.is_set():
                if (changed := data_version(bell)) != version:
                    version, snapshot = changed, desk.snapshot()
                    told = self._tell(desk, snapshot, told)
                if snapshot.has_news(desk.now()) and escalations.evaluate(desk) is not None:
                    continue
                if self._clock.monotonic() - signed_at >= SEEN_EVERY:
                    signed_at = self._clock.monotonic()
                    self._sign(desk)
                stop.wait(LOOK_EVERY_S)
        finally:
            bell.close()

    def _sign(self, desk: Desk) -> None:
        now: Millis = self._clock.now()
        with errors_as_sentences(self._path):
            seen(desk.connection, [SignOfLife(self._id, self._actor, None, os.getpid(), now)], now)

    def _tell(self, desk: Desk, snapshot: Snapshot, told: int) -> int:
        last, fresh = desk.read(lambda connection: steps.after(connection, told))
        for step in fresh:
            escalation = snapshot.escalation(step.escalation)
            if escalation is not None:
                self._on_step(Seen(escalation, step))
        return last
