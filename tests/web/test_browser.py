"""A real browser, Chromium, at the stations: what is pressed arrives, what is drawn stands where it should."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from chromium import CHROMIUM, FLAGS
from rounds import Rounds

from frontdesk.domain.escalations.alerts import IGNORES_KEYS_FOR
from frontdesk.domain.values.clock import SECOND
from frontdesk.web.checks import Names
from frontdesk.web.limits import Limits
from frontdesk.web.reach import Reach
from frontdesk.web.serving import serve
from screens.stations.keys import KEYS

if CHROMIUM is None:
    pytest.skip("there is no Chromium here", allow_module_level=True)
api = pytest.importorskip("playwright.async_api", reason="there is no playwright here, which drives Chromium")

PATIENCE_S = 20.0
LISTENING = """
addEventListener("keydown", (event) => setTimeout(() => {
  (window.kept ??= []).push([event.key, event.ctrlKey, event.defaultPrevented]);
}), true);
"""
ROWS = """() => [...document.querySelectorAll(".xterm-rows > div")].map((row) => [
  row.textContent, Math.round(row.lastElementChild.getBoundingClientRect().right),
])"""

PAINTED = """() => {
  const entry = () => [...document.querySelectorAll(".xterm-rows > div")].find((row) => row.textContent.includes("▸"));
  let began = 0, before = "";
  window.took = [];
  addEventListener("keydown", () => { began = performance.now(); before = entry().textContent; }, true);
  new MutationObserver(() => {
    if (!began || entry()?.textContent === before) return;
    const since = began;
    began = 0;
    requestAnimationFrame(() => setTimeout(() => window.took.push(performance.now() - since)));
  }).observe(document.querySelector(".xterm-rows"), { childList: true, subtree: true, characterData: true });
}"""
"""How long each key took until what it typed was painted: the frame after the rows of the page said it is over."""


class Wire:
    """What lies between a browser and the server, and can be cut."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._server: asyncio.Server | None = None
        self._open: list[asyncio.StreamWriter] = []
        self.is_cut = False
        self.port = 0

    async def lay(self) -> None:
        self._server = await asyncio.start_server(self._join, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    def cut(self) -> None:
        self.is_cut = True
        for each in self._open:
            each.transport.abort()
        self._open.clear()

    async def take_up(self) -> None:
        if self._server is not None:
            self._server.close()
        self.cut()

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.is_cut:
            writer.transport.abort()
            return
        there, onward = await asyncio.open_connection("127.0.0.1", self._port)
        self._open += [writer, onward]
        await asyncio.gather(_carry(reader, onward), _carry(there, writer))


async def _carry(source: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while sent := await source.read(65536):
            to.write(sent)
        to.close()


class Shown:
    """A station in a tab."""

    def __init__(self, tab: Any) -> None:
        self.tab = tab

    async def text(self) -> str:
        return str(await self.tab.locator(".xterm-rows").inner_text())

    async def until(self, so: Callable[[str], Any]) -> None:
        ends = time.monotonic() + PATIENCE_S
        while not so(await self.text()):
            assert time.monotonic() < ends, await self.text()
            await asyncio.sleep(0.02)

    async def reads(self, *texts: str) -> None:
        await self.until(lambda seen: all(text in seen for text in texts))

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.tab.keyboard.press(key)

    async def sits_down(self) -> None:
        await self.reads("Who is on shift")
        await asyncio.sleep(IGNORES_KEYS_FOR / SECOND)
        await self.press("1")
        await self.until(lambda seen: "nobody signed in" not in seen)


@pytest.fixture
async def wire(served: Path, port: int) -> AsyncIterator[Wire]:
    """A server, and the wire to it."""
    laid, end, ready = Wire(port), asyncio.Event(), asyncio.Event()
    await laid.lay()
    reach = Reach(port)
    reach.names = Names("http", port, frozenset({f"127.0.0.1:{laid.port}"}))
    serving = asyncio.create_task(serve(served, reach, Limits(), end, ready.set))
    await asyncio.wait_for(ready.wait(), PATIENCE_S)
    yield laid
    end.set()
    await serving
    await laid.take_up()


@pytest.fixture
async def browser(home: Path) -> AsyncIterator[Any]:
    async with api.async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield await started.new_context(viewport={"width": 1024, "height": 700})
        await started.close()


async def test_a_station_in_chromium(browser: Any, wire: Wire, code: Any, rounds: Rounds) -> None:
    address, asked, faults = f"http://127.0.0.1:{wire.port}", list[str](), list[str]()
    browser.on("request", lambda request: asked.append(request.url))
    browser.on("weberror", lambda error: faults.append(str(error.error)))
    await browser.add_init_script(LISTENING)
    guard, manager = Shown(await browser.new_page()), Shown(await browser.new_page())
    # Opening the address that the server shows is enough to pair, also over the page that asks for a code; then typing,
    # without a click before.
    await guard.tab.goto(f"{address}/")
    await guard.tab.goto(f"{address}/#{code()}")
    await guard.tab.wait_for_selector("nav a")
    for shown, kind in ((manager, "manager"), (guard, "guard")):
        await shown.tab.bring_to_front()
        await shown.tab.goto(f"{address}/{kind}")
        await shown.sits_down()
    await guard.tab.keyboard.type("A12345")
    await guard.press("F2")
    await guard.reads("苏A·12345")
    await manager.tab.bring_to_front()
    await manager.reads("苏A·12345")
    await guard.tab.bring_to_front()

    await the_first_character_is_composed_where_it_will_stand(guard, await browser.new_cdp_session(guard.tab))

    # A wire that is cut while somebody types.
    wire.cut()
    await guard.tab.keyboard.type("78")
    await guard.tab.wait_for_selector("#notice:not([hidden])")
    await guard.tab.keyboard.type("9")
    wire.is_cut = False
    await guard.reads("粤B6789")
    await guard.tab.wait_for_selector("#notice", state="hidden")
    await guard.press("Escape")

    await what_is_typed_is_painted_soon(guard, rounds)
    await a_line_to_compose_in(guard)
    await rows_end_in_one_column(guard)
    await keys_are_the_stations(guard)
    await smoke_is_reported(guard, manager, rounds)
    await what_a_tab_takes_comes_with_alt(manager)
    assert faults == []
    assert {url.split("/")[2] for url in asked} == {f"127.0.0.1:{wire.port}"}


async def the_first_character_is_composed_where_it_will_stand(guard: Shown, page: Any) -> None:
    await page.send("Input.imeSetComposition", {"text": "yue", "selectionStart": 3, "selectionEnd": 3})
    composed = await guard.tab.locator(".composition-view.active").bounding_box()
    row = await row_of(guard, "plate")
    assert abs(composed["y"] - row["y"]) < row["height"] / 2
    assert composed["x"] > row["x"] + 40
    await page.send("Input.insertText", {"text": "粤"})
    await guard.tab.keyboard.type("B6")
    await guard.reads("粤B6")
    # The page empties the hidden box a moment after each composition.
    await guard.tab.wait_for_function("() => document.querySelector('.xterm-helper-textarea').value === ''")


async def row_of(shown: Shown, text: str) -> Any:
    return await shown.tab.locator(".xterm-rows > div", has_text=text).last.bounding_box()


async def what_is_typed_is_painted_soon(guard: Shown, rounds: Rounds) -> None:
    """Reported by a campaign, and nothing that a test of a shared machine fails for."""
    await guard.tab.evaluate(PAINTED)
    count = 0
    for number in rounds(6, 100):
        await guard.press("Backspace" if number % 2 else "7")
        count += 1
        await guard.tab.wait_for_function(
            "(count) => window.took.length === count", arg=count, timeout=PATIENCE_S * 1000
        )
        await asyncio.sleep(0.05)
    took = sorted(await guard.tab.evaluate("() => window.took"))
    for share in (50, 95):
        rounds.also[f"ms from key to painted (p{share})"] = round(took[(count - 1) * share // 100])
    await guard.press("Escape")


async def a_line_to_compose_in(guard: Shown) -> None:
    await guard.press("Alt+i")
    await guard.tab.locator("#compose input").fill("粤B·D12345")
    await guard.press("Enter")
    await guard.reads("粤B", "D12345")
    await guard.press("Escape", "Escape")
    await guard.until(lambda seen: "D12345" not in seen)


async def smoke_is_reported(guard: Shown, manager: Shown, rounds: Rounds) -> None:
    """Three keys, and it stands red at the other station; how soon is reported."""
    await asyncio.sleep(IGNORES_KEYS_FOR / SECOND)
    await guard.press("Control+x")
    await guard.reads("火情")
    await asyncio.sleep(IGNORES_KEYS_FOR / SECOND)
    began = time.monotonic()
    await guard.press("1", "2")
    await manager.reads("fire", "Ctrl+X")
    rounds.also["ms from key to the alarm at another page"] = round((time.monotonic() - began) * 1000)
    await guard.press("Escape")


async def what_a_tab_takes_comes_with_alt(manager: Shown) -> None:
    """And a form that is open is not closed with its tab without a question."""
    await manager.tab.bring_to_front()
    assert await manager.tab.locator("#hint").is_visible()
    await manager.press("Alt+t")
    await manager.reads("经理台", "车牌")
    await manager.press("Alt+t")
    await manager.reads("manager console")
    asked: list[str] = []

    async def stay(dialog: Any) -> None:
        asked.append(dialog.type)
        await dialog.dismiss()

    manager.tab.on("dialog", stay)
    await manager.press("Alt+n")
    await manager.reads("customer", "phone")
    await manager.tab.wait_for_selector("body[data-unfinished]")
    await manager.tab.close(run_before_unload=True)
    await manager.until(lambda _: asked)
    assert asked == ["beforeunload"]


async def rows_end_in_one_column(guard: Shown) -> None:
    """Full-width marks side by side are as wide as they are counted."""
    await guard.press("Control+t", "F1")
    await guard.reads("帮助", "。")
    rows = await guard.tab.evaluate(ROWS)
    marks = [(text, right) for text, right in rows if "，" in text or "。" in text or "：" in text]
    assert len(marks) >= 3
    assert max(right for _, right in rows) - min(right for _, right in rows) <= 1, rows
    await asyncio.sleep(IGNORES_KEYS_FOR / SECOND)
    await guard.press("Escape", "Control+t")
    await guard.reads("plate")


async def keys_are_the_stations(guard: Shown) -> None:
    """Every key of the stations is kept from the browser, where it lets it be; what is the browser's goes there."""
    of_stations = [key.key for key in KEYS if key.key and key.key != "ctrl+q"]
    for key in of_stations:
        await guard.press(key.replace("ctrl", "Control") if "+" in key else key.upper())
        await guard.press("Escape")
    of_the_browser = ["F11", "Control+v", "Control+Shift+i", "Control+0"]
    await guard.press(*of_the_browser)
    await guard.reads("▸")
    await guard.tab.wait_for_function("() => window.kept.some(([name]) => name === '0')")
    kept = {(name.lower(), ctrl): prevented for name, ctrl, prevented in await guard.tab.evaluate("() => window.kept")}
    for key in of_stations:
        assert kept[key.rpartition("+")[2], "ctrl" in key], key
    for key in of_the_browser:
        assert not kept[key.rpartition("+")[2].lower(), "Control" in key], key
