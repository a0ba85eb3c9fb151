"""Cut connections and killed servers: every car whose key was answered is on record once, and nothing typed is lost."""

import random
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from browsed import Page
from rounds import Rounds

from data.engine.connection import connect
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.stations.station import StationKind

F2 = "\x1bOQ"


class Typist:
    """Types at a page as its script does: what the server had not taken when the connection went is sent again."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._sent = [""] * page.typed

    async def type(self, *typed: str) -> None:
        for each in typed:
            self._sent.append(each)
            await self._page.type(each)

    async def is_cut(self) -> None:
        """Lose the connection, come back, and send the rest."""
        await self._page.cut()
        self._page.told.clear()
        await self._page.open()
        hello = await self._page.hears("hello")
        for each in self._sent[hello["taken"] :]:
            await self._page.socket.send_bytes(each.encode())


def plate_of(number: int) -> str:
    """Return one of a hundred plates of which no two are alike."""
    return f"A{number:02}{number:02}{number % 10}"


def arrived(store: Path) -> list[str]:
    connection = connect(store, read_only=True)
    rows = connection.execute("select plate from events where kind = 'arrive' order by seq").fetchall()
    connection.close()
    return [plate for (plate,) in rows]


async def test_nothing_typed_is_lost_or_doubled(page: Page, served: Path, rounds: Rounds) -> None:
    rng = random.Random(15)
    await page.sits_down()
    typist, plates = Typist(page), []
    for number in rounds(4, 100):
        plate = plate_of(number)
        plates.append(f"苏{plate}")
        at = rng.randrange(len(plate))
        await typist.type(*plate[:at])
        await typist.is_cut()
        await typist.type(*plate[at:])
        if rng.random() < 0.5:
            await typist.is_cut()
        await typist.type(F2)
        if rng.random() < 0.3:
            await typist.is_cut()
        await page.reads(f"苏A·{plate[1:]} arrived")
        rounds.also["cuts"] += 1
    assert arrived(served) == plates


async def test_a_killed_server_loses_nothing_that_was_answered(
    served: Path, begin: Callable[[], Any], address: str, pair: Any, rounds: Rounds
) -> None:
    client, plates = None, []
    for number in rounds(1, 20):
        process: subprocess.Popen[str] = begin()
        client = client or await pair(StationKind.GUARD)
        page = await Page(client, address, "guard").open()
        await page.sits_down()
        plate = plate_of(number)
        await page.type(plate, F2)
        await page.reads(f"苏A·{plate[1:]} arrived")
        plates.append(f"苏{plate}")
        await page.type("B1")
        process.kill()
        process.wait()
        rounds.also["kills"] += 1
    with Desk.open(served, Actor("command", "")) as desk:
        assert [car.plate for car in desk.snapshot().floor.cars] == plates
    assert arrived(served) == plates
