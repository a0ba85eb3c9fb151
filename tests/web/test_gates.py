"""A camera reports over HTTP: known by its address, limited, refused where it makes no sense, and never twice."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from frontdesk.desk import gates
from frontdesk.desk.desk import Desk
from frontdesk.domain.gates import Direction
from frontdesk.domain.people.staff import Actor

PLAIN = {"plate": "苏A12345", "id": "1"}
ZHENSHI = {"AlarmInfoPlate": {"serialno": "s", "result": {"PlateResult": {"license": "苏A12345", "confidence": 97}}}}


@pytest.fixture
def token(served: Path) -> str:
    with Desk.open(served, Actor("command", "")) as desk:
        return gates.add(desk, "北门", Direction.IN)[1]


def here(store: Path) -> list[str]:
    with Desk.open(store, Actor("command", "")) as desk:
        return [car.plate for car in desk.snapshot().floor.cars]


@pytest.fixture
async def report(start: Any, stranger: aiohttp.ClientSession, address: str, token: str) -> Callable[..., Any]:
    """Send a report to a server that runs: its status, and what is answered."""
    await start()

    async def send(path: str = "/gate/{token}", **sent: Any) -> tuple[int, str]:
        async with stranger.post(f"{address}{path.format(token=token)}", **sent) as answer:
            return answer.status, await answer.text()

    return send


async def test_what_comes_of_reports(report: Any, served: Path) -> None:
    assert await report(json=PLAIN) == (200, '{"outcome": "done"}')
    assert here(served) == ["苏A12345"]
    # The same again, and by another form: nothing more, and no answer says that a barrier may open.
    assert await report(json=PLAIN) == (200, '{"outcome": "again"}')
    assert await report("/gate/{token}/zhenshi", json=ZHENSHI) == (200, '{"outcome": "again"}')
    assert await report("/gate/{token}/zhenshi", json={"heartbeat": 1}) == (200, '{"outcome": "alive"}')
    assert await report(json={"plate": "苏A1?345"}) == (200, '{"outcome": "unsure"}')
    assert here(served) == ["苏A12345"]


@pytest.mark.parametrize(
    ("path", "sent", "status"),
    [
        ("/gate/{token}", {"data": b"{"}, 400),
        ("/gate/{token}", {"data": b""}, 400),
        ("/gate/{token}/hikvision", {"data": b"<!DOCTYPE a [<!ENTITY b 'b'>]><a>&b;</a>"}, 400),
        ("/gate/{token}", {"data": b"x" * (2 * 1024 * 1024 + 1)}, 413),
        ("/gate/{token}/other", {"json": PLAIN}, 404),
        ("/gate/{token}/../../pair", {"json": PLAIN}, 403),
        ("/gate/wrong", {"json": PLAIN}, 404),
        ("/gate/", {"json": PLAIN}, 404),
        ("/gate/{token}", {"json": PLAIN, "headers": {"Host": "camera"}}, 200),
    ],
)
async def test_what_is_refused(report: Any, path: str, sent: dict[str, Any], status: int) -> None:
    assert (await report(path, **sent))[0] == status


async def test_sixty_a_minute(report: Any) -> None:
    sent = [report("/gate/{token}/zhenshi", json={"heartbeat": 1}) for _ in range(61)]
    statuses = [status for status, _ in await asyncio.gather(*sent)]
    assert sorted(statuses) == [200] * 60 + [429]


async def test_a_gate_that_was_taken_out_reports_no_more(report: Any, served: Path) -> None:
    with Desk.open(served, Actor("command", "")) as desk:
        gates.remove(desk, "北门")
    assert (await report(json=PLAIN))[0] == 404
    assert here(served) == []
