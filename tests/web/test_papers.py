"""What a station in a browser prints is handed to that browser, once, and never put into a folder of the server."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from browsed import Page
from case_work import START, register

from frontdesk.desk.desk import Desk
from frontdesk.domain.lounge import Ticket
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.plates import Plate
from frontdesk.web.papers import Paper, Papers
from frontdesk.web.station import InTheBrowser

PAPER = Paper("A001.png", "image/png", b"x")


def test_a_paper_is_fetched_once_by_its_own_device(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr("frontdesk.web.papers.time.monotonic", lambda: now[0])
    papers = Papers()
    key, late = papers.offer(1, PAPER), papers.offer(1, PAPER)
    assert papers.take(key, 2) is None
    assert papers.take("", 1) is None
    assert papers.take(key, 1) == PAPER
    assert papers.take(key, 1) is None
    now[0] += 600
    assert papers.take(late, 1) is None
    keys = [papers.offer(1, PAPER) for _ in range(65)]
    assert [papers.take(key, 1) for key in keys] == [None, *[PAPER] * 64]


def test_a_ticket_is_a_picture_for_the_page() -> None:
    handed: list[Paper] = []
    pipe: Any = SimpleNamespace(hand_out=handed.append)
    ticket = Ticket(1, 1, Plate("苏A12345"), "2026-05-29", 7, START, START, START, 0, "", 0, None, "", None)
    assert InTheBrowser(pipe).print(ticket, Policy()) == "in a window of its own"
    assert [(paper.name, paper.kind, paper.content[:4]) for paper in handed] == [("A007.png", "image/png", b"\x89PNG")]


async def test_a_document_is_printed_where_the_page_is(served: Path, start: Any, pair: Any, address: str) -> None:
    with Desk.open(served, Actor("reception", "张三")) as desk:
        register(desk, words="等太久 <b>没人管</b>")
    folder = {path.name for path in served.parent.rglob("*")}
    await start()
    client, other = await pair(StationKind.RECEPTION), await pair(StationKind.RECEPTION)
    page = await Page(client, address, "reception").open()
    await page.sits_down()
    await page.type("\x06")
    await page.reads("等太久", "Esc close")
    await page.insists("\r", lambda: "closing report" in page.text)
    await page.touch("closing report")
    paper = await page.hears("paper")
    url = f"{address}{paper['url']}"
    async with other.get(url) as answer:
        assert answer.status == 404
    async with client.get(url) as answer:
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none';")
        assert "等太久 &lt;b&gt;" in await answer.text()
    async with client.get(url) as answer:
        assert answer.status == 404
    await page.reads(f"{paper['name']} opens")
    made = {path.name for path in served.parent.rglob("*")} - folder
    assert not {name for name in made if not name.startswith(("desk.db", "frontdesk", "state", "log"))}
