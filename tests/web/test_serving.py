"""`frontdesk serve` in a process of its own: it pairs, serves, ends when told to, and leaves no station behind."""

import asyncio
import contextlib
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browsed import Page

WITHIN_S = 5.0


@pytest.fixture
def process(begin: Callable[[], subprocess.Popen[str]]) -> subprocess.Popen[str]:
    """The server at work."""
    return begin()


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


async def test_killed_it_leaves_no_station_behind(process: Any, pair: Any, address: str) -> None:
    """Nor one that had only just begun to load."""
    client = await pair()
    page = await Page(client, address, "guard").open()
    await page.sits_down()
    late = await Page(client, address, "lounge").open()
    await late.hears("hello")
    stations = stations_of(process.pid)
    assert len(stations) == 2
    process.kill()
    process.wait()
    for station in stations:
        await gone(station)


async def test_told_to_end_it_says_good_bye(process: Any, pair: Any, address: str, port: int) -> None:
    page = await Page(await pair(), address, "guard").open()
    await page.sits_down()
    async with page.client.get(f"{address}/health") as answer:
        assert (await answer.json())["sessions"] == 1
    # A second one on this port is refused.
    command = [sys.executable, "-P", "-m", "frontdesk", "serve", "--port", str(port)]
    second = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert second.returncode == 1
    assert f"Port {port} of this machine is taken" in second.stderr
    (station,) = stations_of(process.pid)
    process.send_signal(signal.SIGTERM)
    assert (await page.hears("bye"))["why"] == "server"
    await gone(station)
    assert process.wait(WITHIN_S) == 0
