"""A station in a browser: it is shown, typed at, cut off, shown again; and it ends with whoever serves it."""

import asyncio
import contextlib
import time
from pathlib import Path
from typing import Any

import aiohttp
from browsed import PATIENCE_S, Page, children

from data import stations
from data.engine.connection import connect
from frontdesk.desk.desk import Desk
from frontdesk.desk.stations import devices
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.stations.station import StationKind
from frontdesk.web.limits import Limits

ESC, F2 = "\x1b", "\x1bOQ"


async def ended(process: int) -> None:
    """Wait until a process is no more."""
    ends = time.monotonic() + PATIENCE_S
    while Path(f"/proc/{process}").exists():
        assert time.monotonic() < ends
        await asyncio.sleep(0.05)


def is_there(store: Path, kind: StationKind) -> bool:
    with contextlib.closing(connect(store, read_only=True)) as connection:
        return stations.presence(connection, None).is_there(kind, time.time_ns() // 1_000_000)


def signed_at(store: Path) -> int:
    with contextlib.closing(connect(store, read_only=True)) as connection:
        return connection.execute("select max(seen_at) from stations").fetchone()[0] or 0


async def test_half_a_plate_outlives_a_connection_and_a_window(page: Page, address: str) -> None:
    await page.sits_down()
    hello = await page.hears("hello")
    assert hello["taken"] == 0
    await page.type("A12", "3")
    await page.reads("A123")
    await page.cut()
    await page.open()
    await page.reads("guard kiosk", "A123")
    assert [told["taken"] for told in page.told if told["t"] == "hello"] == [0, page.typed]
    # Esc alone is that key, and not the beginning of another.
    await page.type("4", ESC, "A54321", F2)
    await page.reads("苏A·54321")
    assert "A1234" not in page.text
    await page.type("A77")
    await page.reads("A77")
    other = Page(page.client, address, "guard")
    other.session = page.session
    await other.open()
    assert (await page.hears("bye"))["why"] == "taken"
    await other.reads("guard kiosk", "A77")
    assert other.session == page.session
    # Who was told so types no more.
    with contextlib.suppress(aiohttp.ClientError, ConnectionError):
        await page.type("99")
    await other.type("8")
    await other.reads("A778")


async def test_a_closed_station_is_opened_again(page: Page) -> None:
    await page.sits_down()
    await page.type("\x11")
    await page.reads("Close this station?")
    await page.insists("\x11", lambda: page.told[-1]["t"] == "bye")
    assert (await page.hears("bye"))["why"] == "ended"
    first = page.session
    page.told.clear()
    await page.open()
    await page.hears("hello")
    assert page.session != first


async def test_nobody_is_there_while_no_page_is(served: Path, start: Any, pair: Any, address: str) -> None:
    """A laptop that was closed is no guard who can be told; and after a while its station ends."""
    await start(kept_s=0.5, asked_every_s=0.2, answers_within_s=1.0, minded_every_s=0.2)
    client = await pair()
    page = await Page(client, address, "guard").open()
    await page.sits_down()
    await page.until(lambda: is_there(served, StationKind.GUARD))
    (station,) = children()
    # It stands there, and answers no more.
    page.answers = False
    await page.until(lambda: page.socket.closed)
    last = signed_at(served)
    await ended(station)
    assert signed_at(served) <= last
    assert not is_there(served, StationKind.GUARD)


async def test_a_slow_page_gets_a_whole_picture(start: Any, pair: Any, address: str) -> None:
    await start(behind=20_000)
    page = await Page(await pair(), address, "guard").open()
    await page.sits_down()
    # Nothing is read while much is drawn: languages change all of it.
    for size in range(80, 120):
        await page.socket.send_json({"columns": size, "rows": 40})
        await asyncio.sleep(0.01)
    await page.socket.send_json({"columns": 100, "rows": 30})
    await page.type("A5")
    await page.reads("guard kiosk", "A5")


async def test_limits(start: Any, pair: Any, address: str) -> None:
    """So many sessions and no more; who comes again goes on with the one that no page shows."""
    assert (Limits().sessions, Limits().of_a_kind) == (16, 2)
    await start(sessions=2, of_a_kind=1, ends_within_s=1)
    one, two = await pair(), await pair()
    first = await Page(one, address, "guard").open()
    await first.hears("hello")
    assert await refused(Page(one, address, "guard")) == "kind"
    second = await Page(two, address, "lounge").open()
    await second.hears("hello")
    assert await refused(Page(two, address, "manager")) == "sessions"
    await first.cut()
    again = await Page(one, address, "guard").open()
    await again.hears("hello")
    assert again.session == first.session
    assert len(children()) == 2


async def refused(page: Page) -> str:
    await page.open()
    return str((await page.hears("bye"))["why"])


async def test_a_device_that_is_unpaired_shows_nothing_any_more(
    served: Path, start: Any, pair: Any, address: str
) -> None:
    await start(minded_every_s=0.2)
    client = await pair()
    page = await Page(client, address, "guard").open()
    await page.reads("guard kiosk")
    with Desk.open(served, Actor("command", "")) as desk:
        (device,) = devices.paired(desk)
        devices.unpair(desk, device.id)
    assert (await page.hears("bye"))["why"] == "unpaired"
    async with client.get(f"{address}/guard") as answer:
        assert answer.status == 403
