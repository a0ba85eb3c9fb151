"""Head office: how fast one store catches up, how 400 stores are served at once, and what an event takes on the disk.

PostgreSQL runs as it does in earnest: each commit is on the disk before it is answered. The stores are one real day of
68 cars under as many codes; the door runs in a process of its own and is asked over HTTP.
"""

import asyncio
import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiohttp
import postgres
import psycopg
import real_day
from figures import Row, scratch, share
from shipping import NOTHING, batch, events

from frontdesk.domain.values.clock import DAY
from frontdesk.group import stores, tables
from frontdesk.group.compared import compared

STORES, AT_ONCE, PORT = 400, 4, 8439
CATCH_UP = 500
IN_EARNEST = "-c autovacuum=off -c max_connections=40 -c shared_buffers=256MB"

Call = tuple[int, str, str, bytes]
"""At which event it begins, the store, its token, what is sent."""


def rows() -> Iterable[Row]:
    """Events a second, answers in milliseconds, bytes an event."""
    if postgres.why_not():
        print(postgres.why_not(), file=sys.stderr)
        return
    with scratch() as folder, postgres.running(IN_EARNEST) as server:
        address = f"{server} dbname=postgres"
        day = real_day.make(folder / "day.db")
        whole = events(day, most=100_000)
        with psycopg.connect(address, autocommit=True) as connection:
            tables.bring_up_to_date(connection)
            tokens = {f"S{number:03}": stores.add(connection, f"S{number:03}", "店", "", 0) for number in range(STORES)}
            sizes = _sizes(connection)
        with _door(address) as door:
            yield from _measured(tokens, whole, door)
        with psycopg.connect(address, autocommit=True) as connection:
            (count,) = connection.execute("select count(*) from events").fetchone() or (0,)
            yield Row(
                "… on the disk, log, rows and indexes",
                (_sizes(connection) - sizes) / count / 1000,
                "kB",
                None,
                "≤ 3 kB",
            )
            began = time.perf_counter()
            compared(connection, real_day.evening() - 2 * DAY, real_day.evening())
            yield Row(f"{STORES} stores compared", (time.perf_counter() - began) * 1000, "ms", None, "≤ 1,000 ms")


def _measured(tokens: dict[str, str], whole: list[Any], door: int) -> Iterable[Row]:
    first, *others = tokens.items()
    before = _processor_time(door)
    seconds, _ = asyncio.run(_send([list(_calls(*first, whole, CATCH_UP))]))
    yield Row("one store catches up, batches of 500", len(whole) / seconds, "/s", None, "≥ 1,000 /s")
    yield Row("… the door's processor time, an event", (_processor_time(door) - before) / len(whole) * 1000, "ms")
    lanes: list[list[Call]] = [[] for _ in range(AT_ONCE)]
    for number, store in enumerate(others):
        lanes[number % AT_ONCE] += _calls(*store, whole[:50], 5)
    for lane in lanes:
        # One store after another has something to send, as it happens over a day.
        lane.sort(key=lambda call: call[0])
    before = _processor_time(door)
    seconds, took = asyncio.run(_send(lanes))
    yield Row(f"{len(others)} stores, five events each time", len(others) * 50 / seconds, "/s", None, "≥ 500 /s")
    yield Row("… an answer, p50", share(took, 0.5) * 1000, "ms")
    yield Row("… an answer, p99", share(took, 0.99) * 1000, "ms", None, "≤ 100 ms")
    yield Row("… the door's processor time, an answer", (_processor_time(door) - before) / len(took) * 1000, "ms")


def _processor_time(process: int) -> float:
    """How many seconds of the processor a process has had."""
    told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _calls(code: str, token: str, whole: list[Any], size: int) -> Iterable[Call]:
    position = NOTHING
    for begin in range(0, len(whole), size):
        sent = whole[begin : begin + size]
        yield begin, code, token, gzip.compress(json.dumps(batch(sent, position)).encode(), 5)
        position = {**NOTHING, "seq": sent[-1]["seq"], "hash": sent[-1]["hash"]}


async def _send(lanes: list[list[Call]]) -> tuple[float, list[float]]:
    """Send all of it, each lane one call after another; how long it took, and each answer."""
    took: list[float] = []

    async def send(client: aiohttp.ClientSession, lane: list[Call]) -> None:
        for _begin, code, token, text in lane:
            began = time.perf_counter()
            headers = {"Authorization": f"Bearer {token}", "Content-Encoding": "gzip"}
            async with client.post(
                f"http://127.0.0.1:{PORT}/v1/stores/{code}/events", data=text, headers=headers
            ) as answer:
                assert answer.status == 200, await answer.text()
            took.append(time.perf_counter() - began)

    async with aiohttp.ClientSession() as client:
        began = time.perf_counter()
        await asyncio.gather(*(send(client, lane) for lane in lanes))
        return time.perf_counter() - began, took


@contextmanager
def _door(address: str) -> Iterator[int]:
    command = [sys.executable, "-m", "frontdesk", "group", "serve", "--port", str(PORT), "--json"]
    process = subprocess.Popen([*command, "--group-database", address], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def _sizes(connection: psycopg.Connection[Any]) -> int:
    connection.execute("vacuum analyze")
    (size,) = connection.execute("select pg_database_size(current_database())").fetchone() or (0,)
    return int(size)
