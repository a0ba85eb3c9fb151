"""Head office's door, asked by stores over the network: who gets in, what is answered, what is too much."""

import asyncio
import gzip
import json
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from folded_rows import differences
from psycopg import Connection
from shipping import NOTHING, batch, batches, events

from frontdesk.domain.journal.chain import follows
from frontdesk.group import stores
from frontdesk.group.serving import serve
from frontdesk.web.reach import Reach

Answer = tuple[int, Any]


class Caller:
    """A store's program at the door."""

    def __init__(self, client: aiohttp.ClientSession, address: str, token: str) -> None:
        self._client, self._address, self.token = client, address, token

    async def get(self, path: str, **headers: str) -> Answer:
        headers = {"Authorization": f"Bearer {self.token}", **headers}
        async with self._client.get(f"{self._address}{path}", headers=headers) as answer:
            return answer.status, await answer.json() if answer.content_type == "application/json" else None

    async def send(self, sent: Any, path: str = "/v1/stores/S1/events", **headers: str) -> Answer:
        text = sent if isinstance(sent, bytes) else gzip.compress(json.dumps(sent).encode())
        headers = {"Authorization": f"Bearer {self.token}", "Content-Encoding": "gzip", **headers}
        async with self._client.post(f"{self._address}{path}", data=text, headers=headers) as answer:
            return answer.status, await answer.json()


@pytest.fixture
async def caller(office: str, connection: Connection[Any]) -> AsyncIterator[Caller]:
    """The first store; a second one is there too."""
    token = stores.add(connection, "S1", "一店", "江苏", 0)
    stores.add(connection, "S2", "二店", "江苏", 0)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    end, ready = asyncio.Event(), asyncio.Event()
    running = asyncio.create_task(serve(office, Reach(port), end, ready.set))
    await asyncio.wait_for(ready.wait(), 30)
    async with aiohttp.ClientSession() as client:
        yield Caller(client, f"http://127.0.0.1:{port}", token)
    end.set()
    await running


async def test_a_day_comes_in(caller: Caller, connection: Connection[Any], day: Path) -> None:
    assert await caller.get("/v1/stores/S1/position") == (200, {**NOTHING, "templates": []})
    position = NOTHING
    for each in batches(day, size=150):
        status, position = await caller.send(each)
        assert status == 200
    assert await caller.get("/v1/stores/S1/position") == (200, {**position, "templates": []})
    assert differences(day, connection, stores.every(connection)[0].id) == {}
    store = stores.every(connection)[0]
    assert (store.program, store.share, store.heard_at is not None) == ("0.4.0", "full", True)
    # A store whose machine was lost asks for what it sent, and it proves itself.
    given: list[Any] = []
    while more := (await caller.get(f"/v1/stores/S1/events?epoch=1&after={len(given)}"))[1]["events"]:
        given += more
    assert given == events(day, most=10_000)
    # So it does for what stands in no event, which is that of its epoch.
    beside = {"agenda": {"checks": 1, "nul": "\x00"}}

    async def kept(epoch: int = 1) -> Any:
        return (await caller.get(f"/v1/stores/S1/events?epoch={epoch}"))[1]["beside"]

    assert await kept() is None
    for more in ({"beside": beside}, {}):
        assert (await caller.send(batch([], position, **more)))[0] == 200
        assert await kept() == beside
    assert (await caller.send(batch([], position, beside={"long": "x" * 65536})))[0] == 413
    assert (await caller.send(batch(events(day, 0, 3), {"epoch": 2, "seq": 0, "hash": ""})))[0] == 200
    assert (await kept(1), await kept(2)) == (None, None)
    previous = ""
    for event in given:
        assert follows(previous, {name: event[name] for name in event if name != "body"} | event["body"])
        previous = event["hash"]


async def test_who_gets_in(caller: Caller, connection: Connection[Any], day: Path) -> None:
    sent = batch(events(day, 0, 3), NOTHING)
    own, caller.token = caller.token, "somebody's"
    assert await caller.send(sent) == (401, {"reason": "token"})
    assert await caller.get("/v1/stores/S1/position", Authorization="Basic x") == (401, {"reason": "token"})
    assert await caller.get("/v1/stores/S1/position", Authorization="Bearer é") == (401, {"reason": "token"})
    caller.token = own
    for code in ("S2", "S3", "s1", "%27"):
        assert await caller.send(sent, f"/v1/stores/{code}/events") == (403, {"reason": "code"})
    assert (await caller.get("/v1/stores"))[0] == 404
    caller.token = stores.new_token(connection, "S1")
    assert (await caller.send(sent))[0] == 200
    caller.token = own
    assert await caller.get("/v1/stores/S1/events") == (401, {"reason": "token"})
    assert (await caller.get("/health"))[1]["stores"] == 2


async def test_what_makes_no_sense_or_is_too_much(caller: Caller, connection: Connection[Any], day: Path) -> None:
    sent = batch(events(day, 0, 3), NOTHING)

    async def reason(given: Any, **headers: str) -> tuple[int, str]:
        status, answer = await caller.send(given, **headers)
        return status, answer.get("reason", "")

    assert await reason({**sent, "format": 2}) == (426, "format")
    assert await reason({**sent, "schema": 10_000}) == (409, "newer")
    assert stores.every(connection)[0].trouble == "newer"
    senseless: tuple[Any, ...] = (
        [], {}, None, "x", {**sent, "share": "all"}, {**sent, "epoch": "1"}, {**sent, "events": {}},
        {**sent, "after": {"seq": True, "hash": ""}}, {**sent, "rewritten": [{"seq": 9, "body": None}]},
        {**sent, "program": "0.4\x00"},
        {**sent, "program": "0.4\ud800"},
    )  # fmt: skip
    for wrong in senseless:
        assert await reason(wrong) == (400, "not_understood"), wrong
    assert await reason(b"[" * 100_000, **{"Content-Encoding": "identity"}) == (400, "not_understood")
    assert await reason({**sent, "events": events(day, 0, 1) * 501}) == (413, "too_many")
    assert await reason(gzip.compress(b" " * 40_000_000)) == (413, "too_large")
    assert await reason({**sent, "epoch": 2, "after": {"seq": 1, "hash": "x"}}) == (409, "position")
    assert stores.every(connection)[0].position == NOTHING
    assert await reason(sent) == (200, "")
    assert stores.every(connection)[0].seq == 3


async def test_many_at_once_are_each_taken_once(caller: Caller, connection: Connection[Any], day: Path) -> None:
    first, second = list(batches(day, size=40))[:2]
    answers = await asyncio.gather(*(caller.send(each) for each in [first] * 8 + [second] * 8))
    assert {status for status, _ in answers} <= {200, 409}
    assert {answer["reason"] for status, answer in answers if status == 409} <= {"position"}
    await caller.send(second)
    assert stores.every(connection)[0].seq == 80
    assert connection.execute("select count(*) from events").fetchone() == (80,)


async def test_a_database_that_is_away_for_a_while_costs_nothing(
    caller: Caller, connection: Connection[Any], day: Path
) -> None:
    first, second = list(batches(day, size=40))[:2]
    assert (await caller.send(first))[0] == 200
    connection.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
        " where datname = current_database() and pid <> pg_backend_pid()"
    )
    answers = [await caller.send(second) for _ in range(2)]
    assert answers[-1][0] == 200
    assert {status for status, _ in answers} <= {200, 503}
    assert stores.every(connection)[0].seq == 80
