"""A thousand sockets, one after another and some at once, cut rudely: nothing of them stays."""

import asyncio
import time
from pathlib import Path
from typing import Any

import aiohttp
from browsed import PATIENCE_S, Page, children
from rounds import Rounds

from frontdesk.domain.stations.station import StationKind
from frontdesk.web.limits import Limits
from frontdesk.words.browser import of_script


def descriptors() -> int:
    """How many files, pipes and sockets this process has open: the server's, and those of its browsers."""
    return len(list(Path("/proc/self/fd").iterdir()))


async def sessions(client: aiohttp.ClientSession, address: str) -> int:
    async with client.get(f"{address}/health") as answer:
        return int((await answer.json())["sessions"])


async def nothing_stays(client: aiohttp.ClientSession, address: str, before: int) -> None:
    """Wait until no station runs, and no more is open than before the first was."""
    ends = time.monotonic() + PATIENCE_S
    while children() or descriptors() > before or await sessions(client, address):
        assert time.monotonic() < ends, (children(), descriptors(), before, await sessions(client, address))
        await asyncio.sleep(0.05)


async def all_run(count: int) -> None:
    """Wait until so many stations run: the kernel may leave one out while another process ends."""
    ends = time.monotonic() + PATIENCE_S
    while len(children()) != count:
        assert time.monotonic() < ends, children()
        await asyncio.sleep(0.05)


async def test_of_a_thousand_sockets_nothing_stays(start: Any, pair: Any, address: str, rounds: Rounds) -> None:
    at_once = rounds.of(4, Limits().sessions)
    await start(sessions=at_once, kept_s=0.3, minded_every_s=0.1)
    devices = [await pair() for _ in range(4)]
    for client in devices:
        await sessions(client, address)
    await sessions(devices[0], address)
    before = descriptors()
    # One after another: a browser goes on with the station that none of its pages shows, as long as it is kept.
    for number in rounds(46, 984):
        page = Page(devices[number % 2], address, "lounge" if number % 3 == 0 else "guard")
        await page.open()
        if number % 5:
            await page.hears("hello")
        await page.cut()
        rounds.also["sockets"] += 1
    await nothing_stays(devices[0], address, before)

    # At once: as many as there may be, and one more of another browser, which is told why.
    kinds = [(client, kind) for client in devices[:2] for kind in StationKind for _ in range(2)]
    pages = [Page(client, address, kind) for client, kind in kinds[:at_once]]
    await asyncio.gather(*(page.open() for page in pages))
    await asyncio.gather(*(page.hears("hello") for page in pages))
    await all_run(at_once)
    assert await sessions(devices[0], address) == at_once
    for kind in StationKind:
        one_more = await Page(devices[2], address, kind).open()
        assert (await one_more.hears("bye"))["why"] == "sessions"
    assert of_script()["sessions"] == "Too many stations are open. Close one that nobody needs, then try again."
    assert len(children()) == at_once
    await asyncio.gather(*(page.cut() for page in pages))
    await nothing_stays(devices[0], address, before)

    page = await Page(devices[3], address, "guard").open()
    await page.sits_down()
    await page.type("A5")
    await page.reads("A5")
