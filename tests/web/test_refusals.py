"""Who is refused: foreign pages and names, whoever is not paired, what is too large, every trick with paths."""

import asyncio
import re
from typing import Any

import aiohttp
import pytest
from browsed import Page

from frontdesk import __version__
from frontdesk.domain.stations.station import StationKind
from frontdesk.web.limits import Limits

SIZE = {"columns": "100", "rows": "30", "version": __version__}
FRAME = Limits().frame


async def status(client: aiohttp.ClientSession, address: str, kind: str, **headers: str | None) -> int:
    """Ask for a station's socket; return how that is answered."""
    sent = {name: value for name, value in {"Origin": address, **headers}.items() if value is not None}
    try:
        async with client.ws_connect(f"{address}/ws/{kind}", params=SIZE, headers=sent):
            return 101
    except aiohttp.WSServerHandshakeError as error:
        return error.status


async def test_a_socket_is_for_a_page_of_its_own_that_is_paired(
    start: Any, pair: Any, stranger: Any, address: str, port: int
) -> None:
    await start()
    guard = await pair(StationKind.GUARD)
    own = f"localhost:{port}"
    foreign: list[dict[str, str | None]] = [
        {"Origin": None},
        {"Origin": "null"},
        {"Origin": "http://evil.example"},
        {"Origin": f"https://127.0.0.1:{port}"},
        {"Origin": f"http://127.0.0.1:{port + 1}"},
        {"Origin": "http://127.0.0.1"},
        {"Origin": f"{address}.evil.example"},
        {"Origin": f"http://{own}"},  # a page of ours by another of its names
        {"Host": f"evil.example:{port}", "Origin": f"http://evil.example:{port}"},  # a name that was led here
        {"Host": "127.0.0.1", "Origin": "http://127.0.0.1"},
        {"Host": f"127.0.0.1:{port}.evil.example"},
        {"Host": ""},
    ]
    for headers in foreign:
        assert await status(guard, address, "guard", **headers) == 403, headers
    for kind in ("reception", "manager", "lounge"):
        assert await status(guard, address, kind) == 403
        async with guard.get(f"{address}/{kind}") as answer:
            assert answer.status == 403
            assert "This browser is paired for: guard kiosk." in await answer.text()
    assert await status(stranger, address, "guard") == 403
    assert await status(guard, address, "director") == 404
    assert await status(guard, address, "guard", Host=own, Origin=f"http://{own}") == 101


@pytest.mark.parametrize("cookie", ["", "x", "0" * 43, "frontdesk", "é"])
async def test_no_other_cookie_is_a_device(start: Any, stranger: Any, address: str, port: int, cookie: str) -> None:
    await start()
    sent = {"Cookie": f"frontdesk-{port}={cookie}"}
    assert await status(stranger, address, "guard", **sent) == 403
    async with stranger.get(f"{address}/guard", headers=sent) as answer:
        assert answer.status == 403
    async with stranger.get(f"{address}/", headers=sent) as answer:
        assert "/pair" in await answer.text()


async def test_nothing_is_answered_to_a_foreign_name(start: Any, stranger: Any, address: str, port: int) -> None:
    await start()
    for path in ("/", "/guard", "/static/station.js", "/health", "/pair", "/nothing"):
        async with stranger.get(f"{address}{path}", headers={"Host": f"evil.example:{port}"}) as answer:
            assert answer.status == 403, path
            assert await answer.text() == "host"
    # Twice the same header: whoever looks at the one lets through what is meant by the other.
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: evil.example\r\n\r\n".encode())
    assert (await reader.readline()).split()[1] in {b"400", b"403"}
    writer.close()


@pytest.mark.parametrize(
    "path",
    [
        "/static/../server.py", "/static/%2e%2e/server.py", "/static/..%2fserver.py", "/static//etc/passwd",
        "/static/vendor/../../pages.py", "/static/", "/static", "/static/station.js%00.css",
        "/static/sounds/../sound.py",
        "/static/templates/home.html.j2", "/..%2f..%2fetc%2fpasswd", "/guard/", "/GUARD", "/ws/", "/paper/x", "/gate/x",
    ],
)  # fmt: skip
async def test_no_path_leads_to_another_file(start: Any, stranger: Any, port: int, path: str) -> None:
    await start()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    assert answer.split()[1] in {b"400", b"404", b"405"}, answer
    assert b"import" not in answer and b"root:" not in answer


async def test_every_answer_forbids_scripts_of_others(start: Any, stranger: Any, pair: Any, address: str) -> None:
    await start()
    paired = await pair()
    for client, path in ((stranger, "/"), (stranger, "/guard"), (stranger, "/no"), (paired, "/"), (paired, "/guard")):
        async with client.get(f"{address}{path}") as answer:
            policy, text = answer.headers["Content-Security-Policy"], await answer.text()
        assert policy.startswith("default-src 'self';"), path
        assert "script" not in policy and "frame-ancestors 'none'" in policy
        assert "<script>" not in text and not re.search(r"\son\w+=|javascript:", text)
        assert "http://" not in text and "https://" not in text and "//" not in text.replace("<!doctype", "")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_too_much_and_nonsense_hold_nobody_up(page: Page, port: int) -> None:
    await page.sits_down()
    sizes = ('{"columns": 1, "rows": 1}', '{"columns": 1e9, "rows": 24}', '{"columns": true, "rows": true}')
    for said in ("", "{", "[]", "null", '{"t": "detached"}', *sizes):
        await page.socket.send_str(said)
    for typed in (b"\xff\xfe", b"\x1b[", b"\x1b[9999999999;1u", b"\x1b]52;c;eA==\x07", b"\x00" * 100):
        await page.socket.send_bytes(typed)
    await page.type("\x1b", "A6")
    await page.reads("A6")
    # Connections that say nothing, and as many that ask for a station which is not theirs.
    silent = await asyncio.gather(*(asyncio.open_connection("127.0.0.1", port) for _ in range(100)))
    assert set(await asyncio.gather(*(ask_for_manager(port) for _ in range(100)))) == {b"403"}
    # The longest message is taken; a longer one ends the connection, and not the station.
    await page.socket.send_bytes(b" " * FRAME)
    await page.type("7")
    await page.until(lambda: page.told[-1].get("count", 0) >= 10)
    await page.socket.send_bytes(b" " * (FRAME + 1))
    await page.until(lambda: page.socket.closed)
    assert page.socket.close_code == aiohttp.WSCloseCode.MESSAGE_TOO_BIG
    await page.open()
    await page.reads("guard kiosk", "A6")
    for _, writer in silent:
        writer.close()


async def ask_for_manager(port: int) -> bytes:
    """Ask as a stranger; return the status."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET /ws/manager?columns=80&rows=24 HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
    answer = await reader.readline()
    writer.close()
    return answer.split()[1]
