"""Real senders killed at any instant, and PostgreSQL stopped and started while stores send: each row once, as it is."""

import asyncio
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import postgres
import psycopg
import pytest
from folded_rows import differences
from served import process
from shipping import events

from frontdesk.commands.group.sending import send_all
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.group import belonging
from frontdesk.domain.group.answer import Position
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.group.share import Share
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import SystemClock
from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.plates import Plate
from frontdesk.group import stores, tables
from frontdesk.machine.group import group_file
from frontdesk.machine.group.group_file import Group

GUARD = Actor("guard", "张三")


@pytest.fixture
def plates() -> Iterator[Plate]:
    return (Plate(f"苏A6{number:04}") for number in range(10_000))


@pytest.fixture
def url(office: str) -> Iterator[str]:
    with process(office) as address:
        yield address


def alike(connection: psycopg.Connection[Any], number: int, path: Path) -> None:
    """Every row and every event, each once."""
    assert differences(path, connection, number) == {}
    own = [(each["seq"], each["hash"]) for each in events(path, most=100_000)]
    here = connection.execute("select seq, hash from events where store = %s order by seq", (number,)).fetchall()
    assert here == own


def test_a_sender_that_is_killed_at_any_instant(
    url: str, connection: psycopg.Connection[Any], day: Path, plates: Iterator[Plate], config: Path, *,
    seeds: Callable[[int, int], Iterator[int]], record_property: Callable[[str, object], None],
) -> None:  # fmt: skip
    token = stores.add(connection, "S1", "一店", "江苏", 0)
    with Desk.open(day, GUARD) as desk:
        belonging.join(desk, "S1", Share.FULL, Position(1))
    environ = {**os.environ, "FRONTDESK_DATABASE": str(day)}
    group_file.write(Group(url, "S1", token), config.with_name("group.toml"))
    command = [sys.executable, "-m", "frontdesk", "group", "send"]

    def begin() -> subprocess.Popen[bytes]:
        return subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    began = time.monotonic()
    first = begin()
    assert first.wait() == 0, first.stderr and first.stderr.read().decode()
    took, killed, ended = time.monotonic() - began, 0, 0
    for seed in seeds(4, 10_000):
        chance = random.Random(seed)
        with Desk.open(day, GUARD) as desk:
            for _ in range(chance.randint(1, 4)):
                zone.arrive(desk, next(plates))
        running = begin()
        time.sleep(chance.uniform(0.3, 1.05) * took)
        running.kill()
        killed, ended = killed + (running.wait() != 0), ended + (running.returncode == 0)
        assert running.stderr is not None
        running.stderr.close()
    last = begin()
    _said, error = last.communicate()
    assert last.returncode == 0, error.decode()
    assert killed
    alike(connection, 1, day)
    record_property("rounds", f"killed {killed}, ended before {ended}")


def _switched_off(office: str, away_s: float) -> None:
    with postgres.stopped(office):
        time.sleep(away_s)


async def test_postgresql_stops_and_starts_while_stores_send(day: Path, plates: Iterator[Plate]) -> None:
    with postgres.running("-c fsync=off -c autovacuum=off") as server:
        office = f"{server} dbname=postgres"
        with psycopg.connect(office, autocommit=True) as connection:
            tables.bring_up_to_date(connection)
            codes = {f"S{number}": stores.add(connection, f"S{number}", "店", "江苏", 0) for number in (1, 2, 3)}
        with process(office) as url:
            await _interrupted(office, url, codes, day=day, plates=plates)


async def _interrupted(office: str, url: str, codes: dict[str, str], *, day: Path, plates: Iterator[Plate]) -> None:
    paths = {code: Path(shutil.copy(day, day.with_name(f"{code}.db"))) for code in codes}
    is_over, away = asyncio.Event(), []

    async def at_work(code: str) -> None:
        """A store that goes on, and sends what there is again and again."""
        group = Group(url, code, codes[code])
        with Desk.open(paths[code], GUARD, SystemClock()) as desk:
            belonging.join(desk, code, Share.FULL, Position(1))
            while True:
                is_last = is_over.is_set()
                zone.arrive(desk, next(plates))
                try:
                    await send_all(desk, group)
                except InputError as error:
                    assert error.reason is GroupReason.BUSY
                    away.append(code)
                else:
                    if is_last:
                        return
                await asyncio.sleep(0.01)

    async with asyncio.TaskGroup() as working:
        for code in codes:
            working.create_task(at_work(code))
        for away_s in (0.0, 0.3, 0.0):
            await asyncio.sleep(0.3)
            await asyncio.to_thread(_switched_off, office, away_s)
        is_over.set()
    assert away
    with psycopg.connect(office, autocommit=True) as again:
        for number, code in enumerate(codes, 1):
            alike(again, number, paths[code])
            assert [store.trouble for store in stores.every(again)] == [None] * 3


AWAY = """
import time
from frontdesk.domain.values.clock import SystemClock
from frontdesk.group.door import Door
door = Door("host=127.0.0.1 port=1 dbname=nothing", SystemClock())
door.open()
while not door._pool.get_stats().get("connections_errors"):
    time.sleep(0.01)
door.close()
"""


def test_a_database_that_is_away_says_nothing_in_the_terminal() -> None:
    ran = subprocess.run([sys.executable, "-c", AWAY], capture_output=True, text=True, check=True, timeout=60)
    assert (ran.stdout, ran.stderr) == ("", "")
