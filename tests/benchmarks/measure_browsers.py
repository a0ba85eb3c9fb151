"""Four stations in browsers and a camera at the gate: memory (PSS), processor, how soon a key stands on the screens."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
from browsed import Page
from figures import Row, scratch, share

from data.engine.connection import connect
from data.opening import create
from frontdesk.desk import gates
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.stations import devices
from frontdesk.domain.gates import Direction
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.stations.station import StationKind

ROUNDS = 60
"""For how many seconds the camera reports, once a second; half an hour: --rounds 1800."""
_AT_REST_S = 15
_PASSES_AFTER = 70
"""So many reports later a car leaves: within a minute it would be the same passing."""


class Watched:
    """A page that is read all the time."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._came = asyncio.Event()
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        while not self.page.socket.closed:
            with suppress(TimeoutError):
                await self.page.read()
            self._came.set()

    async def shows(self, so: Callable[[], Any]) -> float:
        """Wait until something is so; return when it was."""
        async with asyncio.timeout(20):
            while not so():
                self._came.clear()
                await self._came.wait()
        return time.perf_counter()

    def end(self) -> None:
        self._reading.cancel()


def rows() -> Iterable[Row]:
    """Measure with a server of its own."""
    if not Path("/proc/self/smaps_rollup").exists():
        return
    with scratch() as folder:
        yield from asyncio.run(_measure(folder / "store.db"))


async def _measure(store: Path) -> list[Row]:
    create(store)
    with Desk.open(store, Actor("command", "")) as desk:
        staff.add(desk, "张三", Post.GUARD, "")
        token = gates.add(desk, "north", Direction.BOTH)[1]
        code = devices.offer(desk, tuple(StationKind))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-P", "-m", "frontdesk", "serve", "--port", str(port), "--json"]
    environment = {**os.environ, "FRONTDESK_LANGUAGE": "en", "FRONTDESK_DATABASE": str(store)}
    server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, env=environment)
    assert server.stdout is not None
    address = json.loads(server.stdout.readline())["address"].rstrip("/")
    try:
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as client:
            headers = {"Origin": address}
            await client.post(f"{address}/pair", data={"code": code}, headers=headers, allow_redirects=False)
            return await _at(client, address, server.pid, f"{address}/gate/{token}", store)
    finally:
        server.kill()
        server.wait()


async def _at(client: aiohttp.ClientSession, address: str, server: int, gate: str, store: Path) -> list[Row]:
    pages = {kind: await Page(client, address, kind).open() for kind in StationKind}
    for kind in (StationKind.GUARD, StationKind.RECEPTION, StationKind.MANAGER):
        await pages[kind].sits_down()
    watched = {kind: Watched(page) for kind, page in pages.items()}
    await asyncio.sleep(3)
    stations = [int(n) for each in Path(f"/proc/{server}/task").glob("*/children") for n in each.read_text().split()]
    memory = _memory(server), max(map(_memory, stations))
    busy = _busy(server), sum(map(_busy, stations)) / len(stations)
    await asyncio.sleep(_AT_REST_S)
    rest = [(now - before) / _AT_REST_S * 100 for now, before in
            zip((_busy(server), sum(map(_busy, stations)) / len(stations)), busy, strict=True)]  # fmt: skip
    reporting = asyncio.create_task(_report(client, gate, watched[StationKind.MANAGER]))
    drawn = await _typed(watched[StationKind.GUARD], reporting)
    elsewhere = await reporting
    for each in watched.values():
        each.end()
    connection = connect(store, read_only=True)
    (kept,) = connection.execute("select count(*) from events where proof = 'gate'").fetchone()
    connection.close()
    return [
        Row(
            "browser: a station's memory (PSS), largest", max(map(_memory, stations)), "MB", memory[1], "≤ 50 MB, flat"
        ),
        Row("browser: memory of the server", _memory(server), "MB", memory[0], "flat"),
        Row("browser: a station at rest", rest[1], "%"),
        Row("browser: the server at rest", rest[0], "%"),
        Row("browser: key to drawn: p50", share(drawn, 0.5), "ms"),
        Row("browser: key to drawn: p95", share(drawn, 0.95), "ms", goal="≤ 60 ms"),
        Row("browser: a report answered to the manager's page: p50", share(elsewhere, 0.5), "ms"),
        Row("browser: the same: p99", share(elsewhere, 0.99), "ms", goal="≤ 100 ms"),
        Row("browser: reports of the camera on record", kept, "", ROUNDS, "all"),
    ]


async def _report(client: aiohttp.ClientSession, gate: str, manager: Watched) -> list[float]:
    """Report a car a second: one comes, and one that came long before leaves. Return how long each took to be seen."""
    taken = []
    for number in range(ROUNDS):
        leaves = number % 2 and number > _PASSES_AFTER
        at = number - _PASSES_AFTER - 1 if leaves else number
        plate = f"苏B{at % 50 * 1111 + at:05}"
        async with client.post(gate, json={"plate": plate, "id": str(number)}) as answer:
            assert answer.status == 200, await answer.text()
        began = time.perf_counter()
        if number < _PASSES_AFTER:
            taken.append((await manager.shows(partial(_stands, manager, f"zone {number + 1}/")) - began) * 1000)
        await asyncio.sleep(1)
    return taken


async def _typed(guard: Watched, until: "asyncio.Task[list[float]]") -> list[float]:
    """Type a letter and take it away again until something is done; return how long each letter took to stand there."""
    drawn = []
    while not until.done():
        began = time.perf_counter()
        await guard.page.type("A")
        drawn.append((await guard.shows(partial(_stands, guard, "plate  A")) - began) * 1000)
        await asyncio.sleep(0.2)
        await guard.page.type("\x7f")
        await guard.shows(lambda: not _stands(guard, "plate  A"))
        await asyncio.sleep(0.2)
    return drawn


def _stands(where: Watched, text: str) -> bool:
    return text in where.page.text


def _memory(process: int) -> float:
    said = Path(f"/proc/{process}/smaps_rollup").read_text()
    return int(next(line for line in said.splitlines() if line.startswith("Pss:")).split()[1]) / 1024


def _busy(process: int) -> float:
    """Return how long a process has run, in seconds."""
    spent = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(spent[11]) + int(spent[12])) / os.sysconf("SC_CLK_TCK")
