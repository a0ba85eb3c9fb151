"""A browser is paired once, with a code that counts once and for ten minutes; guessing is shut out."""

import asyncio
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
import pytest

from data.engine.connection import connect
from frontdesk.desk.desk import Desk
from frontdesk.desk.stations import devices
from frontdesk.domain.stations.devices import CODE_HOLDS, shown_code, shut_until
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import HOUR, MINUTE, ManualClock
from frontdesk.domain.values.errors import Refused

GUARD, LOUNGE = StationKind.GUARD, StationKind.LOUNGE


async def type_code(client: aiohttp.ClientSession, address: str, code: str, **headers: str) -> int:
    sent = {"Origin": address, **headers}
    async with client.post(f"{address}/pair", data={"code": code}, headers=sent, allow_redirects=False) as answer:
        return answer.status


async def stations_of(client: aiohttp.ClientSession, address: str) -> list[str]:
    """Which stations a browser may show."""
    found = []
    for kind in StationKind:
        async with client.get(f"{address}/{kind}") as answer:
            found += [kind.value] if answer.status == 200 else []
    return found


async def test_a_code_counts_once(start: Any, stranger: Any, code: Any, address: str, port: int) -> None:
    await start()
    made = code(GUARD)
    assert await type_code(stranger, address, f" {shown_code(made).lower()} ") == 303
    assert await stations_of(stranger, address) == ["guard"]
    (cookie,) = stranger.cookie_jar
    assert (cookie.key, cookie["httponly"], cookie["samesite"]) == (f"frontdesk-{port}", True, "Strict")
    assert len(cookie.value) >= 43
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as second:
        assert await type_code(second, address, made) == 403
        assert await stations_of(second, address) == []
    # A further code adds to what a browser may show already.
    assert await type_code(stranger, address, code(LOUNGE)) == 303
    assert await stations_of(stranger, address) == ["guard", "lounge"]


async def test_a_code_is_typed_on_a_page_of_ours(start: Any, stranger: Any, code: Any, address: str) -> None:
    await start()
    made = code()
    for foreign in ("null", "http://evil.example", f"{address}x"):
        assert await type_code(stranger, address, made, Origin=foreign) == 403
    async with stranger.post(f"{address}/pair", data={"code": made}) as answer:
        assert answer.status == 403
    async with stranger.post(f"{address}/pair", data={"code": "x" * 5000}, headers={"Origin": address}) as answer:
        assert answer.status == 413
    assert await type_code(stranger, address, made) == 303


async def test_guessing_is_shut_out(start: Any, stranger: Any, code: Any, address: str) -> None:
    """All at once, too: each counts before it is looked at. The right one is then not heard either."""
    await start()
    answers = await asyncio.gather(*(type_code(stranger, address, devices.new_code()) for _ in range(20)))
    assert sorted(answers) == [403] * 5 + [429] * 15
    assert await type_code(stranger, address, code()) == 429
    form, origin = {"code": code()}, {"Origin": address}
    async with stranger.post(f"{address}/pair", data=form, headers=origin) as answer:
        said = re.search(r"until (\d\d):(\d\d):(\d\d) no code is heard", await answer.text())
    assert said is not None
    shanghai = datetime.now(ZoneInfo("Asia/Shanghai"))
    hour, minute, second = map(int, said.groups())
    ends = shanghai.replace(hour=hour, minute=minute, second=second, microsecond=0)
    # The end of a minute from the first of them, told to the next full second.
    assert 0 < (ends - shanghai).total_seconds() % 86400 <= 61


@pytest.mark.parametrize(
    ("wrong", "now", "until"),
    [
        ([], 0, None),
        ([0, 1, 2, 3], 4, None),
        ([0, 1, 2, 3, 4], 5, MINUTE),
        ([0, 1, 2, 3, 4], MINUTE - 1, MINUTE),
        ([0, 1, 2, 3, 4], MINUTE, None),
        # Five at a time, each when it may be again: after thirty the hour counts, from the first of them.
        ([round * MINUTE + wrong for round in range(6) for wrong in range(5)], 6 * MINUTE, HOUR),
        ([round * MINUTE + wrong for round in range(6) for wrong in range(5)], HOUR, None),
    ],
)
def test_until_when_no_code_is_heard(wrong: list[int], now: int, until: int | None) -> None:
    assert shut_until(wrong, now) == until


def test_a_code_holds_for_ten_minutes(desk: Desk, clock: ManualClock) -> None:
    for later, is_right in ((CODE_HOLDS - 1, True), (CODE_HOLDS, False)):
        code = devices.offer(desk, (GUARD,))
        clock.at += later
        if is_right:
            assert devices.pair(desk, code, "")
        else:
            with pytest.raises(Refused, match="wrong_code"):
                devices.pair(desk, code, "")


@pytest.mark.parametrize("typed", ["", " ", "ABCD", "ABCD-EFGH-2345", "0000-0000", "ABCDEFG'", "你好世界门卫岗二"])
def test_what_is_no_code(desk: Desk, typed: str) -> None:
    devices.offer(desk, (GUARD,))
    with pytest.raises(Refused, match="wrong_code"):
        devices.pair(desk, typed, "")


def test_the_store_keeps_neither_code_nor_cookie(store: Path, desk: Desk) -> None:
    code, other = devices.offer(desk, (GUARD,), "门岗"), devices.offer(desk, (LOUNGE,))
    token = devices.pair(desk, code, "X11")
    kept = [str(value) for row in connect(store).execute("select * from devices") for value in row]
    assert not {code, other, token} & set(kept)
    found = devices.with_cookie(desk, token)
    assert found is not None
    assert (found.name, found.kinds) == ("门岗", (GUARD,))
    assert devices.paired(desk) == (found,)
    devices.unpair(desk, found.id)
    assert devices.with_cookie(desk, token) is None
    with pytest.raises(Refused, match="no_device"):
        devices.unpair(desk, found.id)
    # No number is given twice.
    devices.pair(desk, other, "")
    assert devices.paired(desk)[0].id > found.id


def test_who_is_unpaired_while_typing_a_code_becomes_a_new_device(desk: Desk) -> None:
    known = devices.with_cookie(desk, devices.pair(desk, devices.offer(desk, (GUARD,)), ""))
    assert known is not None
    devices.unpair(desk, known.id)
    token = devices.pair(desk, devices.offer(desk, (LOUNGE,)), "", known)
    found = devices.with_cookie(desk, token)
    assert found is not None
    assert found.kinds == (LOUNGE,)
