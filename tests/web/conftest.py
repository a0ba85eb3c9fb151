"""A server of stations, in the test's own process, with real stations behind it; and the browsers that ask it."""

import asyncio
import json
import socket
import ssl
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from browsed import Page

from data.opening import create
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.stations import devices
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.stations.station import StationKind
from frontdesk.web.limits import Limits
from frontdesk.web.reach import Reach
from frontdesk.web.serving import serve

if sys.platform == "win32":
    pytest.skip("what is started and killed here is a POSIX thing", allow_module_level=True)


@pytest.fixture
def served(database: Path) -> Path:
    """The store that is served."""
    create(database)
    with Desk.open(database, Actor("guard", "张三")) as desk:
        staff.add(desk, "张三", Post.GUARD, "")
    return database


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def address(port: int) -> str:
    return f"http://127.0.0.1:{port}"


@pytest.fixture
def reach(port: int) -> Reach:
    return Reach(port)


@pytest.fixture
def trusting() -> ssl.SSLContext | bool:
    """Whom browsers trust."""
    return True


@pytest.fixture
async def start(served: Path, reach: Reach) -> AsyncIterator[Callable[..., Any]]:
    """Start the server with these limits."""
    end, running = asyncio.Event(), []

    async def begin(**limits: Any) -> None:
        ready = asyncio.Event()
        running.append(asyncio.create_task(serve(served, reach, Limits(**limits), end, ready.set)))
        await asyncio.wait_for(ready.wait(), 30)

    yield begin
    end.set()
    await asyncio.gather(*running)


@pytest.fixture
def begin(served: Path, port: int) -> Iterator[Callable[[], subprocess.Popen[str]]]:
    """Begin `frontdesk serve` in a process of its own, once more where the one before was killed."""
    running = []

    def begin_one() -> subprocess.Popen[str]:
        command = [sys.executable, "-P", "-m", "frontdesk", "serve", "--port", str(port), "--json"]
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        running.append(process)
        assert process.stdout is not None
        assert json.loads(process.stdout.readline()) == {"address": f"http://127.0.0.1:{port}/"}
        return process

    yield begin_one
    for process in running:
        process.kill()
        process.wait()


@pytest.fixture
def code(served: Path) -> Callable[..., str]:
    """Give a code for these stations."""

    def make(*kinds: StationKind) -> str:
        with Desk.open(served, Actor("serve", "")) as desk:
            return devices.offer(desk, kinds or tuple(StationKind))

    return make


@pytest.fixture
async def stranger(trusting: ssl.SSLContext | bool) -> AsyncIterator[aiohttp.ClientSession]:
    """A browser that is not paired."""
    async with browser(trusting) as client:
        yield client


def browser(trusting: ssl.SSLContext | bool) -> aiohttp.ClientSession:
    connector = aiohttp.TCPConnector(ssl=trusting)
    return aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.CookieJar(unsafe=True))


@pytest.fixture
async def pair(address: str, code: Any, trusting: ssl.SSLContext | bool) -> AsyncIterator[Callable[..., Any]]:
    """Pair one more browser, for these stations."""
    clients: list[aiohttp.ClientSession] = []

    async def make(*kinds: StationKind) -> aiohttp.ClientSession:
        client = browser(trusting)
        clients.append(client)
        form, origin = {"code": code(*kinds)}, {"Origin": address}
        async with client.post(f"{address}/pair", data=form, headers=origin, allow_redirects=False) as answer:
            assert answer.status == 303, await answer.text()
        return client

    yield make
    for client in clients:
        await client.close()


@pytest.fixture
async def page(start: Any, pair: Any, address: str) -> Page:
    """The guard's page in a paired browser, of a server with the usual limits."""
    await start()
    return await Page(await pair(StationKind.GUARD), address, "guard").open()
