"""Processes that do what is due and are killed at random: evening after evening, what became of the copies is counted.

Run: copiers.py FOLDER KILLS SEED. Prints one JSON object. Each evening two processes at once look at the agenda, make
the copies and do the drill; they are killed and begun again until one gets through.
"""

import json
import os
import random
import signal
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from planned import EVENING, planned, runs
from store_checks import assert_whole

import data.schema.migrations  # noqa: F401 - loaded before the fork
from data import copies
from data.looked_through import look_through
from frontdesk.desk import zone
from frontdesk.desk.copies import drill, making
from frontdesk.desk.copies.folders import Destination
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import DAY, ManualClock
from frontdesk.domain.values.plates import Plate
from frontdesk.files.sent_file import digest_of
from frontdesk.process.alone import alone

FINE = 99


def desk_at(store: Path, at: int) -> Desk:
    return Desk.open(store, Actor("watch", ""), ManualClock(at))


def work(store: Path, at: int, to: Destination) -> None:
    """What `frontdesk watch` and the process it begins do."""
    with desk_at(store, at) as desk:
        handling.evaluate(desk)
        with alone(store.with_name(".copying")) as is_first:
            if is_first:
                making.make_due(desk, to)
                drill.drill_due(desk)


def forked(store: Path, at: int, to: Destination) -> int:
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work(store, at, to)
            code = FINE
        finally:
            os._exit(code)
    return child


def ended(child: int) -> int | None:
    """How a process ended by itself; None for one that was killed."""
    _, status = os.waitpid(child, 0)
    return os.WEXITSTATUS(status) if os.WIFEXITED(status) else None


def an_evening(store: Path, at: int, to: Destination, chance: random.Random, span: float) -> tuple[int, float]:
    """Kill two processes and begin them again, a few times; then let them end. Return how many were killed."""
    kills = 0
    for _ in range(chance.randint(1, 6)):
        children = [forked(store, at, to) for _ in range(2)]
        time.sleep(chance.uniform(0, span))
        for child in children:
            os.kill(child, signal.SIGKILL)
        codes = [ended(child) for child in children]
        assert set(codes) <= {None, FINE}, codes
        kills += codes.count(None)
    began = time.monotonic()
    while unfinished(store, at):
        assert {ended(child) for child in [forked(store, at, to) for _ in range(2)]} == {FINE}
    return kills, max(0.05, time.monotonic() - began)


def unfinished(store: Path, at: int) -> bool:
    with desk_at(store, at) as desk:
        drilled = all(state != "due" for _, state in runs(desk, "drill"))
        return (at, "done") not in runs(desk) or not drilled


def half_or_lost(store: Path, at: int, to: Destination) -> list[str]:
    """What of the evening's copies is not there, or not whole: also of those that nobody got to put on record."""
    wrong = []
    with desk_at(store, at) as desk:
        made = {(copy.folder, copy.file): copy for copy in copies.latest(desk.connection, 1000) if copy.at == at}
        if {folder for folder, _ in made} != {str(folder) for folder in to.folders}:
            wrong.append(f"lost: {sorted(made)}")
        for folder in to.folders:
            for file in folder.glob("frontdesk-*.db"):
                known = made.get((str(folder), file.name))
                if known is not None and (known.fault or known.digest != digest_of(file)):
                    wrong.append(f"not as on record: {file}")
                if known is None:
                    look_through(file, file)
        assert_whole(desk.connection)
    return wrong


def main(folder: str, kills: str, seed: str) -> dict[str, Any]:
    chance, store, wrong = random.Random(int(seed)), Path(folder) / "desk.db", []
    with desk_at(store, EVENING - 1) as desk:
        to = planned(desk, Path(folder))
    done = day = 0
    span = 0.3
    while done < int(kills):
        at = EVENING + day * 13 * DAY
        with closing(desk_at(store, at - 1)) as desk:
            zone.arrive(desk, Plate(f"苏A{day:05d}"))
            zone.leave(desk, Plate(f"苏A{day:05d}"))
        killed, span = an_evening(store, at, to, chance, 1.2 * span if done == 0 else span)
        done += killed
        wrong += half_or_lost(store, at, to)
        day += 1
    with desk_at(store, at) as desk:
        states = [state for _, state in runs(desk)]
        drills = [state for _, state in runs(desk, "drill")]
    return {
        "kills": done, "evenings": day, "wrong": wrong, "done": states.count("done"), "missed": states.count("missed"),
        "other": [state for state in states if state not in {"done", "missed"}], "drills": drills,
        "left": sorted(each.name for each in to.folders[0].iterdir() if not each.name.startswith("frontdesk-")),
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
