"""`frontdesk serve` in a process of its own: it pairs, serves, ends when told to, and leaves no station behind."""

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from browsed import Page

WITHIN_S = 5.0


@pytest.fixture
def process(served: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """The server at work."""
    command = [sys.executable, "-P", "-m", "frontdesk", "serve", "--port", str(port), "--json"]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert json.loads(process.stdout.readline()) == {"address": f"http://127.0.0.1:{port}/"}
    yield process
    process.kill()
    process.wait()


def stations_of(server: int) -> list[int]:
    found = Path(f"/proc/{server}/task").glob("*/children")
    return [int(number) for each in found for number in each.read_text().split()]


def runs(process: int) -> bool:
    """Whether a process runs; whoever takes in orphans may be slow to bury them."""
    state = Path(f"/proc/{process}/stat")
    with contextlib.suppress(FileNotFoundError):
        return state.read_text().rpartition(")")[2].split()[0] != "Z"
    return False


async def gone(process: int) -> None:
    ends = time.monotonic() + WITHIN_S
    while runs(process):
        assert time.monotonic() < ends
        await asyncio.sleep(0.05)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM], ids=lambda number: number.name)
async def test_no_station_is_left_behind(process: Any, pair: Any, address: str, number: signal.Signals) -> None:
    page = await Page(await pair(), address, "guard").open()
    await page.sits_down()
    (station,) = stations_of(process.pid)
    os.kill(process.pid, number)
    await gone(station)
    if number == signal.SIGTERM:
        assert process.wait(WITHIN_S) == 0
        assert (await page.hears("bye"))["why"] == "server"


async def test_nor_one_that_had_only_just_begun(process: Any, pair: Any, address: str) -> None:
    await (await Page(await pair(), address, "guard").open()).hears("hello")
    (station,) = stations_of(process.pid)
    process.kill()
    process.wait()
    await gone(station)


def test_a_port_is_taken_once(process: Any, served: Path, port: int) -> None:
    command = [sys.executable, "-P", "-m", "frontdesk", "serve", "--port", str(port)]
    second = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert second.returncode == 1
    assert f"Port {port} of this machine is taken" in second.stderr


async def test_health_is_told_to_this_machine(process: Any, address: str, stranger: aiohttp.ClientSession) -> None:
    async with stranger.get(f"{address}/health") as answer:
        assert (await answer.json())["sessions"] == 0
