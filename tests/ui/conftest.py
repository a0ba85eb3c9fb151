"""A station with a person at it, and a clock that the test moves."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import made_once
import pytest
from person_at_station import Station

from data import stations
from data.stations import SignOfLife
from frontdesk.app import input_queue
from frontdesk.app.app import FrontdeskApp
from frontdesk.app.listeners import Listener
from frontdesk.app.printing import DocumentFiling
from frontdesk.app.sounding import Sounding
from frontdesk.desk import zone
from frontdesk.desk.background import BackgroundDesk
from frontdesk.desk.cases import register
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.cases.case import CaseKind, Channel, Nature, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import NO_PLATE, Plate
from frontdesk.words import i18n
from screens.kit.live_screen import LiveScreen

PEOPLE = {"guard": "张三", "reception": "李四", "manager": "王五", "workshop": "赵敏", "lounge": ""}


@pytest.fixture(scope="session", autouse=True)
def read_once_and_painted_where_it_is_looked_at() -> Iterator[None]:
    """A process reads the style sheets for one station, and paints it for a terminal; this one opens hundreds."""
    with pytest.MonkeyPatch.context() as patch:
        made_once.style_sheets(patch)
        made_once.no_frames(patch)
        yield


@pytest.fixture(autouse=True)
def a_digit_chooses_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody here waits for whether another one follows, but for the tests of just that."""
    monkeypatch.setattr(input_queue, "ALONE_FOR_S", 0.0)


@pytest.fixture(autouse=True)
def language() -> Iterator[None]:
    """English, whatever the machine speaks; put back afterwards."""
    before = os.environ.get("LANGUAGE")
    i18n.use("en")
    yield
    i18n.use("en")
    if before is None:
        os.environ.pop("LANGUAGE", None)
    else:
        os.environ["LANGUAGE"] = before


@pytest.fixture(params=["zh", "en"])
def language_of_the_screen(request: pytest.FixtureRequest, language: None) -> None:
    """The one, then the other."""
    i18n.use(request.param)


@pytest.fixture(params=[(80, 24), (120, 40)], ids=["80x24", "120x40"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """The two sizes of a terminal that everything must fit."""
    found: tuple[int, int] = request.param
    return found


@pytest.fixture
def staffed(desk: Desk) -> Desk:
    """The guard's desk in a store whose staff list has a person for each station."""
    for station, post, phone in (
        ("guard", Post.GUARD, "13700137000"),
        ("reception", Post.ADVISOR, "13900139000"),
        ("manager", Post.MANAGER, "13800138000"),
    ):
        staff.add(desk, PEOPLE[station], post, phone)
    return desk


@pytest.fixture
def attended(desk: Desk, clock: ManualClock) -> None:
    """Somebody has just been heard of at every station."""
    signs = [
        SignOfLife(station, Actor(station, who), None, 0, clock.at)
        for station, who in PEOPLE.items()
        if station != "workshop"
    ]
    stations.seen(desk.connection, signs, clock.at)


@pytest.fixture
def arrive(staffed: Desk) -> Callable[..., None]:
    """Let cars arrive, through the guard's desk."""

    def let(*plates: str, **more: Any) -> None:
        for plate in plates:
            zone.arrive(staffed, Plate(plate), **more)

    return let


@pytest.fixture
def case(staffed: Desk) -> Callable[..., int]:
    """Return what registers a case; its number is 1."""

    def one(severity: Severity = Severity.ORDINARY, plate: Plate = NO_PLATE, nature: Nature = Nature.COMPLAINT) -> int:
        return register.register(staffed, NewCase(
            channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=severity, nature=nature, customer="陈先生",
            phone="13812348000", plate=plate, words="等得太久了",
        )).number  # fmt: skip

    return one


@pytest.fixture
def slow_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a screen asks of the store takes a while, as on a slow disk."""
    do = BackgroundDesk.do

    async def slowly(desk: BackgroundDesk, *asked: Any, **named: Any) -> Any:
        for _turn in range(300):
            await asyncio.sleep(0)
        return await do(desk, *asked, **named)

    monkeypatch.setattr(BackgroundDesk, "do", slowly)


def _start_tasks_as_a_terminal_does() -> None:
    """From Python 3.12 on Textual starts its tasks eagerly, but not under test: stations once opened in tests only."""
    eager = getattr(asyncio, "eager_task_factory", None)
    if eager is not None:
        asyncio.get_running_loop().set_task_factory(eager)


async def _settled() -> None:
    """Stands for `settle`: nothing is loaded ahead."""


@pytest.fixture
def at_station(store: Path, clock: ManualClock, staffed: Desk, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Open a station: `async with at_station("guard") as guard`."""
    # A process opens one station and then tidies its memory; one test process opens hundreds.
    monkeypatch.setattr("frontdesk.app.app.settle", _settled)
    monkeypatch.setattr("frontdesk.machine.sound.player", lambda: "")

    @asynccontextmanager
    async def opened(
        station: str = "guard", *, who: str | None = None, size: tuple[int, int] = (80, 24), path: Path = store,
        demo: Any = None, listeners: Sequence[Listener] = (Sounding(), DocumentFiling()),
    ) -> AsyncIterator[Station]:  # fmt: skip
        by = PEOPLE[station] if who is None else who
        with Desk.open(path, Actor(station, by), clock) as first:
            snapshot = first.snapshot()
        app = FrontdeskApp(path, StationKind(station), snapshot, by=by, clock=clock, demo=demo, listeners=listeners)
        _start_tasks_as_a_terminal_does()
        async with app.run_test(size=size) as pilot:
            person = Station(app, pilot, clock)
            await person.until(lambda: isinstance(app.screen_stack[0], LiveScreen) or len(app.screen_stack) > 1)
            await person.until(lambda: any(isinstance(s, LiveScreen) and s.is_mounted for s in app.screen_stack))
            yield person

    return opened
