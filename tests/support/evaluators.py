"""Three processes look at one store, are killed at random and come up again; what became of each crossing is counted.

Run: evaluators.py FOLDER EPISODES SEED. Prints one JSON object. An episode is a car that stays too long: it crosses its
limit, and stage after stage is due until it leaves. Only the evaluators look while the cars are there: what brings the
cars and takes them away puts nothing on record by itself.
"""

import json
import os
import random
import signal
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from attended import hire, sign
from store_checks import assert_whole

import data.schema.migrations  # noqa: F401 - loaded before the fork
from data.opening import open_store
from frontdesk.desk import policy, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.desk.stations.headless import HeadlessStation
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import SystemClock
from frontdesk.domain.values.plates import Plate

STATIONS = ("guard", "reception", "manager")
CARS_AT_ONCE = 100
LIMIT, STAGE = 1000, 1000
"""The limits, and what lies between the stages, in milliseconds."""

POLICY = Policy(
    over_stay_s=1, over_stay_warning_s=1, over_count=40, over_count_warning=40, late_reception_s=1,
    late_reception_manager_s=2, chain=("0 manager", "1 deputy", "2 director"), hold_s=0, act_within_s=60,
)  # fmt: skip
STANDS_FOR = 3.2
"""Seconds that every car stands at least: one to its limit, two to the last stage."""

PATIENCE_S = 60.0
"""How long the cars stand on where a call is still missing: on a busy machine it comes, only later."""

KILLS_IN_A_WAVE = 20


NOTE_CROSSINGS = crossings.note_crossings


def look(store: Path, station: str) -> None:
    """An evaluator: what `frontdesk watch` runs."""
    crossings.note_crossings = NOTE_CROSSINGS
    stop = threading.Event()
    lookout = HeadlessStation(
        store,
        Actor(station, station),
        SystemClock(),
        on_step=lambda seen: None,
        on_failure=lambda failure: None,
        on_ready=lambda: None,
    )
    lookout.run(stop)


@dataclass
class Evaluators:
    """The three, each a process, and whoever kills them."""

    store: Path
    chance: random.Random
    kills: int = 0
    died: int = 0
    processes: dict[str, int] = field(default_factory=dict)

    def start(self, station: str) -> None:
        child = os.fork()
        if child == 0:
            try:
                look(self.store, station)
            finally:
                os._exit(1)
        self.processes[station] = child

    def kill(self, station: str) -> None:
        child = self.processes.pop(station)
        if os.waitpid(child, os.WNOHANG) != (0, 0):
            self.died += 1
            return
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        self.kills += 1

    def leave_one(self, until: float) -> None:
        """Kill two and let the third look alone."""
        killed = self.chance.sample(STATIONS, 2)
        for station in killed:
            self.kill(station)
        time.sleep(max(0, until - time.monotonic()))
        for station in killed:
            self.start(station)

    def disturb(self, until: float) -> None:
        """Kill one, two or all three at random instants, and let them come up again at once or a little later."""
        enough = self.kills + KILLS_IN_A_WAVE
        while time.monotonic() < until or self.kills < enough:
            time.sleep(self.chance.uniform(0.01, 0.25))
            for station in self.chance.sample(STATIONS, self.chance.choice((1, 1, 1, 2, 3))):
                self.kill(station)
                if self.chance.random() < 0.3:
                    time.sleep(self.chance.uniform(0, 0.1))
                self.start(station)


def one_wave(store: Path, number: int, cars: int, evaluators: Evaluators) -> None:
    """Cars come, stand too long, and leave. Whoever is forked finds no store open: SQLite's locks do not fork."""
    plates = [Plate(f"苏A{number * CARS_AT_ONCE + car:05d}") for car in range(cars)]
    with Desk.open(store, Actor("gate", ""), SystemClock()) as desk:
        for plate in plates:
            zone.arrive(desk, plate, place="lane")
    until = time.monotonic() + STANDS_FOR
    (evaluators.leave_one if number % 2 else evaluators.disturb)(until)
    ends = time.monotonic() + PATIENCE_S
    while expected(visits(store)) - calls(store) and time.monotonic() < ends:
        time.sleep(0.2)
    with Desk.open(store, Actor("gate", ""), SystemClock()) as desk:
        for plate in plates:
            zone.leave(desk, plate)


Due = Counter[tuple[str, str, str, int]]
"""Kind, subject, whom, and when it was due."""


def visits(store: Path) -> list[tuple[int, int, int]]:
    """Every car, when it came and when it left; one that is still there leaves now."""
    with Desk.open(store, Actor("gate", ""), SystemClock()) as desk:
        query = "select id, arrived_at, coalesce(left_at, ?) from visits"
        return desk.connection.execute(query, (desk.now(),)).fetchall()


def calls(store: Path) -> Due:
    """Every call that was made, but the repeated ones."""
    with Desk.open(store, Actor("gate", ""), SystemClock()) as desk:
        rows = desk.connection.execute(
            "select e.kind, subject, role, due_at from steps s join escalations e on e.id = escalation_id"
            " where role <> '' and s.kind = 'called'"
        )
        return Counter(rows.fetchall())


def expected(cars: list[tuple[int, int, int]]) -> Due:
    """Every call that had to be made before the situation ended: worked out from the cars' own times."""
    due: Due = Counter()

    def stages(kind: str, subject: str, crossed: int, ended: int, roles: tuple[str, ...]) -> None:
        for number, role in enumerate(roles):
            if crossed + number * STAGE < ended:
                due[kind, subject, role, crossed + number * STAGE] += 1

    for visit, came, left in cars:
        stages("over_stay", f"visit:{visit}", came + LIMIT, left, ("manager", "deputy", "director"))
        stages("late_reception", f"visit:{visit}", came + LIMIT, left, ("advisor", "manager"))
    moves = sorted([(came, 1) for _, came, _ in cars] + [(left, -1) for _, _, left in cars])
    count, since = 0, 0
    for at, change in moves:
        count += change
        if (count, change) == (POLICY.over_count, 1):
            since = at
        elif (count, change) == (POLICY.over_count - 1, -1):
            stages("over_count", "zone", since, at, ("manager", "deputy", "director"))
    return due


def main(folder: Path, episodes: int, seed: int) -> dict[str, Any]:
    chance = random.Random(seed)
    store = folder / "store.db"
    with Desk.open(store, Actor("gate", ""), SystemClock()) as desk:
        policy.load(desk, POLICY)
        hire(desk)
    evaluators = Evaluators(store, chance)
    for station in STATIONS:
        evaluators.start(station)
    # Whoever brings the cars evaluates nothing: only the three do.
    crossings.note_crossings = lambda transaction, at: 0
    try:
        for number in range(-(-episodes // CARS_AT_ONCE)):
            with Desk.open(store, Actor("gate", ""), SystemClock()) as desk:
                # Whoever is called is there, whichever evaluator is killed.
                sign(desk, SystemClock().now() + 300_000)
            one_wave(store, number, min(CARS_AT_ONCE, episodes - number * CARS_AT_ONCE), evaluators)
    finally:
        for station in list(evaluators.processes):
            evaluators.kill(station)
    return {"kills": evaluators.kills, "died": evaluators.died, **counted(store)}


def counted(store: Path) -> dict[str, Any]:
    connection = open_store(store)
    assert_whole(connection)
    late = sorted(late for (late,) in connection.execute("select at - due_at from steps where role <> ''"))
    connection.close()
    cars = visits(store)
    made, due = calls(store), expected(cars)
    return {
        "episodes": len(cars),
        "calls": sum(made.values()),
        "due": sum(due.values()),
        "duplicates": [str(key) for key, times in made.items() if times > 1],
        "missed": [str(key) for key in due - made],
        "unexpected": [str(key) for key in made - due],
        "late": [late[int((len(late) - 1) * part)] for part in (0.5, 0.99, 1)] if late else [],
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
