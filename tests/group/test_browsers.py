"""The dashboard in a browser: who may look, what a page shows, and what happens to it when the database is away."""

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import postgres
import psycopg
import pytest
from browsed import Page
from served import opened

from frontdesk.domain.group.office import OfficeReason
from frontdesk.domain.group.readers import SIGNED_IN_FOR
from frontdesk.domain.stations.devices import shown_code
from frontdesk.domain.values.errors import Refused
from frontdesk.group import readers, stores
from frontdesk.web.limits import Limits
from frontdesk.web.reach import BehindProxy
from frontdesk.words import i18n

NOW = 1_795_930_000_000
CTRL_Q, CTRL_T = "\x11", "\x14"


@pytest.fixture
def code(connection: psycopg.Connection[Any]) -> str:
    """Wang Fang may look, and there is a store to be looked at."""
    stores.add(connection, "S1", "[b]一店", "江苏", 0)
    return readers.add(connection, "王芳", NOW)


@pytest.fixture
async def address(office: str) -> AsyncIterator[str]:
    i18n.use("en")
    async with opened(office, Limits(minded_every_s=0.1)) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
async def browser() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as client:
        yield client


async def sign_in(client: aiohttp.ClientSession, address: str, code: str, **headers: str) -> tuple[int, str]:
    sent = {"Origin": address, **headers}
    async with client.post(f"{address}/sign-in", data={"code": code}, headers=sent, allow_redirects=False) as answer:
        return answer.status, await answer.text()


async def status(client: aiohttp.ClientSession, url: str, **headers: str) -> int:
    async with client.get(url, headers=headers, allow_redirects=False) as answer:
        return answer.status


async def test_who_has_a_code_looks(address: str, browser: aiohttp.ClientSession, code: str) -> None:
    async with browser.get(f"{address}/") as answer:
        assert (answer.status, answer.url.path) == (403, "/office")
        assert "access code" in await answer.text()
    assert (await sign_in(browser, address, f" {shown_code(code).lower()} "))[0] == 303
    (cookie,) = browser.cookie_jar
    assert (cookie["httponly"], cookie["samesite"], int(cookie["max-age"])) == (True, "Strict", SIGNED_IN_FOR // 1000)
    async with browser.get(f"{address}/") as answer:
        text = await answer.text()
        assert (answer.status, 'data-kind="office"' in text) == (200, True)
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")
    page = await Page(browser, address, "office").open()
    await page.reads("head office · 1 store", "[b]一店", "never heard 1", "● live")
    await page.type("\r")
    await page.reads("There is nothing from this store yet.")
    await page.type("\x1b", CTRL_T)
    await page.reads("总部 · 1 家门店", "从未上报 1")
    # A page that comes again shows it as it was left.
    await page.cut()
    await page.open()
    await page.reads("总部 · 1 家门店")
    await page.type(CTRL_Q)
    assert (await page.hears("bye"))["why"] == "ended"


async def test_who_has_none_sees_nothing(address: str, browser: aiohttp.ClientSession, code: str) -> None:
    for typed in ("", "' or 1=1 --", code[:-1], code[::-1], f"{code}A"):
        answered, text = await sign_in(browser, address, typed)
        assert (answered, "That is no access code" in text) == (403, True), typed
    # Whoever guesses is not heard for a while, also with the right one.
    assert (await sign_in(browser, address, code))[0] == 429
    for path in ("/office", "/v1/stores", "/static/../door.py", "/nothing"):
        assert await status(browser, f"{address}{path}") in {403, 404}, path
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await browser.ws_connect(f"{address}/ws/office", headers={"Origin": address})
    assert refused.value.status == 403


async def test_a_foreign_page_gets_nothing(address: str, browser: aiohttp.ClientSession, code: str) -> None:
    for foreign in ("null", "http://evil.example", f"{address}x"):
        assert (await sign_in(browser, address, code, Origin=foreign))[0] == 403
    assert (await sign_in(browser, address, code))[0] == 303
    assert await status(browser, f"{address}/office", Host="evil.example") == 403
    for headers in ({"Origin": "http://evil.example"}, {}):
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await browser.ws_connect(f"{address}/ws/office?columns=100&rows=30", headers=headers)
    # A store is known by its token, by whatever name it calls head office.
    assert await status(browser, f"{address}/v1/stores/S1/position", Host="evil.example") == 401
    form = aiohttp.FormData({"code": "A" * 10_000})
    async with browser.post(f"{address}/sign-in", data=form, headers={"Origin": address}) as answer:
        assert answer.status == 413


async def test_whose_code_is_taken_back_sees_it_no_more(
    address: str, browser: aiohttp.ClientSession, code: str, connection: psycopg.Connection[Any]
) -> None:
    await sign_in(browser, address, code)
    page = await Page(browser, address, "office").open()
    await page.reads("1 store")
    other = readers.new_code(connection, "王芳")
    assert (await page.hears("bye"))["why"] == "unpaired"
    assert await status(browser, f"{address}/office") == 403
    assert (await sign_in(browser, address, code))[0] == 403
    assert (await sign_in(browser, address, other))[0] == 303
    page = await Page(browser, address, "office").open()
    await page.reads("1 store")
    readers.remove(connection, "王芳")
    assert (await page.hears("bye"))["why"] == "unpaired"


async def test_a_database_that_is_away_leaves_pages_open(
    address: str, browser: aiohttp.ClientSession, code: str, server: str
) -> None:
    await sign_in(browser, address, code)
    page = await Page(browser, address, "office").open()
    await page.reads("1 store", "● live")
    with postgres.stopped(server):
        await page.reads("NO DATA since", "does not answer")
        # Who was known before is known still; nobody else is told anything of the database.
        await page.cut()
        await page.open()
        await page.reads("NO DATA since")
        async with aiohttp.ClientSession(cookies={"frontdesk-office": "x"}) as stranger:
            answered, text = await sign_in(stranger, address, code)
            assert (answered, "Try again in a moment" in text, "socket" in text) == (503, True, False)
    await page.reads("● live")


def test_a_browser_is_known_for_thirty_days(connection: psycopg.Connection[Any]) -> None:
    code = readers.add(connection, "王芳", NOW)
    token = readers.sign_in(connection, code, "X11; Linux", NOW)
    assert readers.with_cookie(connection, token, NOW + SIGNED_IN_FOR - 1) is not None
    assert readers.with_cookie(connection, token, NOW + SIGNED_IN_FOR) is None
    assert readers.with_cookie(connection, token[::-1], NOW) is None
    (reader,) = readers.every(connection, NOW)
    assert reader == ("王芳", NOW, 1, NOW)
    kept = connection.execute("select code_hash, token_hash from readers, reader_browsers").fetchone()
    assert kept is not None
    assert not {code, token} & set(kept)
    readers.sign_in(connection, code, "", NOW + SIGNED_IN_FOR)
    assert connection.execute("select count(*) from reader_browsers").fetchone() == (1,)


@pytest.mark.parametrize(
    ("given", "hosts"),
    [
        ("https://group.example.com", {"group.example.com"}),
        ("https://group.example.com:444/", {"group.example.com:444"}),
        ("http://group", {"group"}),
    ],
)  # fmt: skip
def test_behind_a_proxy_it_has_the_names_of_that(given: str, hosts: set[str]) -> None:
    names = BehindProxy(8430, given).names
    assert (names.scheme, set(names.hosts)) == (given.partition(":")[0], hosts)


@pytest.mark.parametrize("given", ["group.example.com", "ftp://x", "https://", "https://x/office", "https://x?y"])
def test_what_is_no_address_of_a_proxy(given: str) -> None:
    with pytest.raises(ValueError, match=given[:3]):
        BehindProxy(8430, given)


def test_readers_at_the_command_line(run: Any, connection: psycopg.Connection[Any]) -> None:
    assert "Nobody has an access code yet" in run("readers", "list").out
    said = run("readers", "add", "王芳")
    assert len(said.out.strip()) == 19
    assert "shown this once" in said.err
    assert readers.sign_in(connection, said.out, "", NOW)
    assert "has an access code already" in run("readers", "add", "王芳").err
    assert "name who is to have it" in run("readers", "add", "  ").err
    assert run("readers", "code", "王芳").out != said.out
    with pytest.raises(Refused) as refused:
        readers.sign_in(connection, said.out, "", NOW)
    assert refused.value.reason is OfficeReason.WRONG_ACCESS_CODE
    (listed,) = json.loads(run("readers", "list", "--json").out)["readers"]
    assert (listed["name"], listed["browsers"]) == ("王芳", 0)
    assert "looks at the dashboard no more" in run("readers", "remove", "王芳").out
    assert "Nobody called 王芳" in run("readers", "remove", "王芳").err
    assert "is no address" in run("serve", "--address", "nowhere").err
