"""Kill writing processes at random instants and see what became of what they said was done.

Run: kill_writers.py FOLDER KILLS SEED. Prints one JSON object. Processes are forked from this one, which has everything
loaded and no database open, so that a kill costs milliseconds.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
import uuid
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import chinese_calendar  # noqa: F401 - loaded before the fork
import pypinyin  # noqa: F401 - loaded before the fork
from outage import OUTAGE
from store_checks import assert_whole

from data.engine.transaction import kept
from data.opening import create, open_store
from frontdesk.desk import lounge, undo, zone
from frontdesk.desk.cases import register
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling, tasks
from frontdesk.desk.people import staff
from frontdesk.desk.runs import playbooks, runs, starting
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.escalations.terms import Action, Why
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate

WRITERS = 2
KILLS_PER_STORE = 100
PLATES = [f"苏A1234{digit}" for digit in range(8)]
PLACES = ["bay1", "bay2", "bay3", "lane", "temporary", "repair", "waiting1", "workshop"]


class HastyClock:
    """A clock that runs a thousand times as fast, so that limits are crossed while the writers live."""

    def now(self) -> int:
        return 1_780_000_000_000 + time.monotonic_ns() // 1_000

    def monotonic(self) -> int:
        return time.monotonic_ns() // 1_000_000

    def started(self) -> str:
        return ""


def one_command(desk: Desk, chance: random.Random) -> Any:
    operation, plate = uuid.uuid4().hex, Plate(chance.choice(PLATES))
    seen = desk.snapshot()
    commands = [
        lambda: zone.arrive(desk, plate, operation=operation),
        lambda: zone.receive(desk, plate, operation=operation),
        lambda: zone.make_work_order(desk, plate, operation=operation),
        lambda: zone.move(desk, plate, chance.choice(PLACES), operation=operation),
        lambda: zone.leave(desk, plate, operation=operation),
        lambda: undo.undo(desk, operation),
        lambda: register.register(desk, NewCase(
            channel=Channel.PHONE, kind=CaseKind.WAITING, severity=Severity.MAJOR, customer="李四",
            phone="13812348000", plate=plate, words="等太久",
        ), operation=operation),
    ]  # fmt: skip
    if seen.escalations:
        one, action = chance.choice(seen.escalations), chance.choice(list(Action))
        commands.append(lambda: decisions.act(desk, one.id, action, (plate,), seen=one.acted_at, operation=operation))
        commands.append(lambda: handling.acknowledge(desk, one.id, operation))
        commands.append(lambda: handling.tell(desk, one.id, operation))
    if seen.unexplained:
        over = chance.choice(seen.unexplained)
        commands.append(lambda: handling.explain(desk, over.id, Why.TAKEN, operation))
    if seen.tasks:
        task = chance.choice(seen.tasks)
        commands += [lambda: tasks.done(desk, task.id, operation)] * 3
    if seen.tickets:
        on_ticket = chance.choice([lounge.call, lounge.no_show, lounge.restore, lounge.renew, lounge.bring_back])
        number = chance.choice(seen.tickets).number
        commands += [lambda: on_ticket(desk, number, operation)] * 2
    under_way = runs.open_ones(desk)
    if under_way and under_way[0].to_do():
        run, step = under_way[0], chance.choice(under_way[0].to_do()).step
        given = {"person": desk.actor.who, "number": "220"}.get(step.evidence.partition(":")[0], "")
        commands.append(lambda: runs.take(desk, run.matter, step.key, operation))
        commands += [lambda: runs.done(desk, run.matter, step.key, given, words="是", operation=operation)] * 3
    else:
        commands.append(lambda: starting.start(desk, OUTAGE.key, "zh", operation=operation))
    return operation, chance.choice(commands)()


def write_until_killed(store: Path, station: str, said: int, seed: int) -> None:
    chance = random.Random(seed)
    desk = Desk.open(store, Actor(station, station), HastyClock())
    begun = False
    with suppress(Refused):
        staff.add(desk, station, Post.MANAGER)
        playbooks.load(desk, OUTAGE)
    while True:
        try:
            operation, answer = one_command(desk, chance)
        except Refused:
            continue
        line = f"[{json.dumps(operation)}, {_said(answer)}]\n"
        os.write(said, (line if begun else "\n" + line).encode())
        begun = True


def start_writer(store: Path, station: str, seed: int) -> tuple[int, int]:
    heard, said = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        try:
            write_until_killed(store, station, said, seed)
        except BaseException as error:
            os.write(said, ("\n" + json.dumps(["died", repr(error)]) + "\n").encode())
        os._exit(1)
    os.close(said)
    return child, heard


def all_that_was_said(heard: int) -> list[list[Any]]:
    text = b""
    while chunk := os.read(heard, 1 << 16):
        text += chunk
    os.close(heard)
    # Shorter than a pipe's buffer, so a line is written whole or not at all.
    return [json.loads(line) for line in text.splitlines() if line]


def _said(result: Result) -> str:
    return json.dumps({**asdict(result), "detail": result.detail})


def check_kept(store: Path, acknowledged: list[list[Any]], lost: list[Any]) -> None:
    connection = open_store(store)
    for operation, answer in acknowledged:
        result = kept(connection, operation)
        found = result and json.loads(_said(result))
        if found != answer:
            lost.append([operation, answer, found])
    connection.close()


def main(folder: Path, kills: int, seed: int) -> dict[str, Any]:
    chance = random.Random(seed)
    empty = folder / "empty.db"
    create(empty)
    killed, acknowledged = 0, 0
    lost: list[Any] = []
    died: list[Any] = []
    store = folder / "0.db"
    while killed < kills:
        if killed % KILLS_PER_STORE == 0:
            store = folder / f"{killed}.db"
            shutil.copy(empty, store)
        writers = [start_writer(store, f"s{n}", chance.randrange(1 << 30)) for n in range(WRITERS)]
        if chance.random() < 0.8:  # it has done something; else it may be killed while it opens the store
            for _, heard in writers:
                os.read(heard, 1)
        time.sleep(chance.uniform(0.001, 0.020))
        said = []
        for child, heard in writers:
            time.sleep(chance.uniform(0, 0.004))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            said += all_that_was_said(heard)
            killed += 1
        died += [line for line in said if line[0] == "died"]
        said = [line for line in said if line[0] != "died"]
        acknowledged += len(said)
        check_kept(store, said, lost)
        if killed % 20 == 0:
            connection = open_store(store)
            assert_whole(connection)
            connection.close()
    return {"killed": killed, "acknowledged": acknowledged, "lost": lost, "died": died}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
