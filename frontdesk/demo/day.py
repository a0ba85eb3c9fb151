"""The demo: a seeded working day in a database of its own, acted out by simulated people."""

import bisect
import logging
import os
import random
import threading
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from data import stations
from data.engine.connection import DatabaseError
from frontdesk.demo.actions import Left, LeftToVisitor, Memory, perform
from frontdesk.demo.bookings import of_random_day
from frontdesk.demo.script import EXAMPLE_LOG, Line, Script, script
from frontdesk.demo.stream import OPENS, day
from frontdesk.desk import store_time, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.people import staff
from frontdesk.desk.stations.change_watcher import SEEN_EVERY
from frontdesk.domain.escalations.terms import Why
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import HOUR, SECOND, Clock, ManualClock, Millis, to_datetime, to_millis
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.domain.values.store_time import StoreTime
from frontdesk.files.visit_log import load
from frontdesk.replay.replay import replay

LABEL = "demo"
SPEEDS = (0.0, 1.0, 5.0, 10.0, 20.0, 60.0)
DEFAULT_SPEED = 20.0
STEP_EVERY_S = 0.25

_SEED = 4
_DAY: Millis = 24 * HOUR
_OVER = 18 * 3600 + 10 * 60
"""When the demo's day ends, in seconds after midnight: the next one begins with the next opening."""

_LOOKS_AGAIN_S = 15
"""After how many of the store's seconds somebody looks again whether the visitor has done it."""

_log = logging.getLogger("frontdesk.demo")


class Demo:
    """A day that goes on by itself. May be used from several threads."""

    def __init__(self, desk: Desk, plan: Script, midnight: Millis) -> None:
        self._desk = desk
        self._plan = plan
        self._midnight = midnight
        self._stations = {member.name: member.station for member in plan.staff}
        self._memory: Memory = {}
        self._rng = random.Random(_SEED)
        self._lines: list[Line] = []
        self._alive_at: Millis = 0
        self._held: float | None = None
        self._left = Left()
        self._lock = threading.Lock()

    @classmethod
    def create(cls, directory: Path, clock: Clock, speed: float = DEFAULT_SPEED) -> "Demo":
        """Make a store in `directory` that has a staff, a past, and a morning under way; its time runs from now on."""
        plan = script()
        store_zone = ZoneInfo(Policy().time_zone)
        today = datetime.combine(to_datetime(clock.now(), store_zone).date(), time(), store_zone)
        midnight = to_millis(today)
        past_clock = ManualClock(midnight - 3 * _DAY)
        path = directory / "demo.db"
        desk = Desk.open(path, Actor("manager", plan.staff[0].name), past_clock)
        demo = cls(desk, plan, midnight)
        # From the first event on it is known for a demo.
        store_time.set_to(desk, StoreTime(0, 0, 1.0, LABEL))
        for member in plan.staff:
            staff.add(desk, member.name, Post(member.post), member.phone)
        table = load(EXAMPLE_LOG)
        for days_ago, lines in ((3, table.lines[2::3]), (2, table.lines[1::2]), (1, table.lines[::2])):
            actor = Actor("guard", plan.staff[0].name)
            past = (today - timedelta(days=days_ago)).date()
            replay(path, replace(table, lines=lines), actor=actor, day=past, among_others=True, clock=past_clock)
            store_time.set_to(desk, StoreTime(0, 0, 1.0, LABEL))
        demo._explain_the_past()
        for line in plan.lines:
            if line.at < plan.start:
                past_clock.at = midnight + line.at * SECOND
                demo._do(line)
        ahead = [line for line in plan.lines if line.at >= plan.start]
        demo._lines = sorted([*ahead, *demo._random_day(plan.start + 1200)], key=lambda line: line.at)
        store_time.go_by(desk, clock)
        store_time.set_to(desk, StoreTime(clock.now(), midnight + plan.start * SECOND, speed, LABEL))
        demo._say_alive()
        return demo

    @property
    def path(self) -> Path:
        """The demo's own database, which is deleted with the directory it was made in."""
        return self._desk.path

    @property
    def speed(self) -> float:
        """How many times faster than the clock the demo's time runs; 0 while paused."""
        with self._lock:
            return self._pace().rate

    def faster(self) -> float:
        """Run at the next higher speed; return it."""
        return self._run_at(min((s for s in SPEEDS if s > self.speed), default=SPEEDS[-1]))

    def slower(self) -> float:
        """Run at the next lower speed, in the end paused; return it."""
        return self._run_at(max((s for s in SPEEDS if s < self.speed), default=SPEEDS[0]))

    @property
    def is_held(self) -> bool:
        """Whether time stands until the demo goes on."""
        return self._held is not None

    def hold(self) -> None:
        """Let time stand until the demo goes on; one that is paused stays so."""
        if not self.is_held:
            before = self.speed
            self._run_at(SPEEDS[0])
            self._held = before

    def go_on(self) -> None:
        """Let time run again as before, where it is held."""
        if self._held is not None:
            self._run_at(self._held)

    def sit_down(self, station: StationKind) -> None:
        """Leave what comes up at a station to the visitor, who looks at it from now on, until they had time for it."""
        with self._lock:
            self._left = Left(station, self._desk.now())

    def step(self) -> None:
        """Do everything that is due, except actions that somebody at a screen has done already or made impossible."""
        with self._lock:
            if self._desk.clock.now() - self._alive_at >= SEEN_EVERY:
                self._say_alive()
            now = self._desk.now()
            while self._lines and self._midnight + self._lines[0].at * SECOND <= now:
                self._do(self._lines.pop(0))
            if now >= self._midnight + _OVER * SECOND:
                self._next_day()
            handling.evaluate(self._desk)

    def close(self) -> None:
        """Close the database."""
        with self._lock:
            self._desk.close()

    def _do(self, line: Line) -> None:
        self._desk.actor = Actor(self._stations[line.who], line.who)
        try:
            perform(self._desk, line, self._memory, replace(self._left, rate=self._held or self._pace().rate))
        except LeftToVisitor:
            bisect.insort(self._lines, replace(line, at=line.at + _LOOKS_AGAIN_S), key=lambda each: each.at)
        except Refused as refusal:
            _log.debug("passed over %s: %s", line.do, refusal.reason)

    def _say_alive(self) -> None:
        """Report the demo's people as present at their stations, whether or not a screen shows one."""
        self._alive_at = self._desk.clock.now()
        first = {member.station: member.name for member in reversed(self._plan.staff)}
        signs = [
            stations.SignOfLife(f"demo {station}", Actor(station, who), None, os.getpid(), self._alive_at)
            for station, who in first.items()
        ]
        stations.seen(self._desk.connection, signs, self._alive_at)
        self._desk.poke()

    def _explain_the_past(self) -> None:
        """Give a reason to each unexplained escalation of earlier days, as in a reviewed record."""
        while unexplained := self._desk.snapshot().unexplained:
            for escalation in unexplained:
                with suppress(Refused):
                    handling.explain(self._desk, escalation.id, Why.NOT_ENTERED)

    def _next_day(self) -> None:
        """Send everyone home, and set the clock to the next morning."""
        for car in self._desk.snapshot().floor.cars:
            with suppress(Refused):
                zone.leave(self._desk, car.plate)
        self._midnight += _DAY
        self._lines = self._random_day(OPENS)
        running = self._pace()
        morning = self._midnight + (OPENS - 300) * SECOND
        store_time.set_to(self._desk, StoreTime(self._desk.clock.now(), morning, running.rate, LABEL))

    def _random_day(self, start: int) -> list[Line]:
        of_the_script = {line.plate for line in self._plan.lines}
        known = [plate for plate in zone.known_plates(self._desk, "") if plate not in of_the_script]
        lines = day(self._plan, sorted(known), self._rng, start)
        advisor = next(member.name for member in self._plan.staff if member.post == Post.ADVISOR)
        return sorted([*of_random_day(lines, start, advisor), *lines], key=lambda line: line.at)

    def _run_at(self, speed: float) -> float:
        with self._lock:
            self._held = None
            store_time.set_to(self._desk, self._pace().changed(self._desk.clock.now(), speed))
        return speed

    def _pace(self) -> StoreTime:
        running = store_time.of(self._desk)
        assert running is not None
        return running


class Runner:
    """A thread that keeps a demo going."""

    def __init__(self, demo: Demo) -> None:
        self._demo = demo
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="demo", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self) -> None:
        """End, after the step under way."""
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ended.wait(STEP_EVERY_S):
            try:
                self._demo.step()
            except (FrontdeskError, DatabaseError) as error:
                _log.debug("a step failed: %s", error)
