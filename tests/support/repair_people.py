"""People who repair each car of a recorded day and tell its customer how it stands: late in about a quarter of cases.

A record says when a car came, was received and left the desk; what comes after is made up, the same for a seed: an hour
and a half of work, three of five customers in the lounge, a problem found on one car of five, and one promise of four
that was too early.
"""

import random
from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.progress import findings, jobs, promises, telling
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.progress.terms import Decision, FoundKind, Heard, JobKind, Waits
from frontdesk.domain.values.clock import MINUTE, Millis
from frontdesk.domain.values.plates import Plate

Deed = Callable[[], object]


class RepairPeople:
    """What they will do, each at its instant; `late`: the share of what is owed to customers that is done late."""

    def __init__(self, desk: Desk, *, late: float = 0.25, seed: int = 7) -> None:
        self._desk = desk
        self._late = late
        self._chance = random.Random(seed)
        self._todo: list[tuple[Millis, int, Deed]] = []
        self._turn = count()
        self._known: set[tuple[int, Millis]] = set()

    def take(self, plate: Plate, now: Millis) -> None:
        """The workshop takes a car that leaves the desk."""
        zone.make_work_order(self._desk, plate)
        zone.hand_over(self._desk, plate)
        if self._chance.random() < 0.4:
            promises.wait(self._desk, plate, Waits.AWAY)
        work = round(90 * MINUTE * self._chance.lognormvariate(0, 0.5))
        thought = work * self._chance.uniform(0.7, 0.95) if self._chance.random() < 0.25 else work * 1.3 + 20 * MINUTE
        promises.promise(self._desk, plate, now + round(thought), told=Heard.IN_PERSON)
        jobs.assign(self._desk, plate, JobKind.REPAIR, "刘军")
        jobs.start(self._desk, plate)
        if self._chance.random() < 0.2:
            self._later(now + work // 2, lambda: self._find(plate))
        self._later(now + work, lambda: self._finish(plate))

    def step(self, now: Millis) -> bool:
        """Do what is to be done by now; return whether anything was."""
        was = len(self._known)
        while self._todo and self._todo[0][0] <= now:
            heappop(self._todo)[2]()
            was = -1
        return was != len(self._known)

    def look(self, cars: tuple[Progress, ...], now: Millis) -> None:
        """See what customers are owed that was not owed before, and plan when they hear of it."""
        for car in cars:
            for due in car.matter.dues:
                if due.is_running and (due.id, due.due_at) not in self._known:
                    self._known.add((due.id, due.due_at))
                    in_time = due.due_at - round(self._chance.uniform(0, 8) * MINUTE)
                    late = due.due_at + round(self._chance.expovariate(1 / 10) * MINUTE) + MINUTE
                    at = late if self._chance.random() < self._late else max(now, in_time)
                    self._later(at, lambda plate=car.plate: self._tell(plate))  # type: ignore[misc]

    def _later(self, at: Millis, deed: Deed) -> None:
        heappush(self._todo, (at, next(self._turn), deed))

    def _car(self, plate: Plate) -> Progress | None:
        return next((car for car in self._desk.snapshot().repairs if car.plate == plate), None)

    def _find(self, plate: Plate) -> None:
        findings.find(self._desk, plate, FoundKind.HIDDEN, "渗油")

    def _finish(self, plate: Plate) -> None:
        car = self._car(plate)
        if car is not None and car.undecided:
            self._later(self._desk.now() + 10 * MINUTE, lambda: self._finish(plate))
        elif car is not None:
            jobs.done(self._desk, plate)
            jobs.check(self._desk, plate, passed=True)
            jobs.done(self._desk, plate)

    def _tell(self, plate: Plate) -> None:
        car, now = self._car(plate), self._desk.now()
        if car is None:
            return
        if car.undecided:
            findings.decide(self._desk, plate, Decision.AGREED, Heard.PHONE)
            return
        if car.ready_at is None and car.promised_at is not None and car.promised_at - now < 10 * MINUTE:
            promises.promise(self._desk, plate, now + 60 * MINUTE, why="缺件", told=Heard.PHONE)
            return
        telling.told(self._desk, plate, Heard.PHONE)
        if car.ready_at is not None and not car.ready_told_at:
            self._later(now + 15 * MINUTE, lambda: zone.leave(self._desk, plate, anyway=True))
