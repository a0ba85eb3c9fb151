"""A station with a person at it: keys, touches, what can be read on the screen, and a clock that the test moves."""

import asyncio
import os
import re
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import made_once
import pytest
from looked import look, strips_of, text_of
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot
from textual.strip import Strip

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
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import NO_PLATE, Plate
from frontdesk.words import i18n
from screens.kit.live_screen import LiveScreen
from screens.stations.station import StationScreen

PATIENCE_S = 20.0
"""How long a test waits for something to be shown before it fails; usually it takes a few milliseconds."""

_FUNCTION_KEY = re.compile(r"f[0-9]+")
_NAMED = re.compile(r"f\d+|ctrl\+\w|shift\+tab|tab|enter|escape|backspace|left|right|up|down")

PEOPLE = {"guard": "张三", "reception": "李四", "manager": "王五", "workshop": "赵敏", "lounge": ""}


class Station:
    """A running station and the person at it."""

    def __init__(self, app: FrontdeskApp, pilot: Pilot[None], clock: ManualClock) -> None:
        self.app = app
        self.pilot = pilot
        self.clock = clock
        self._last = ""

    @property
    def strips(self) -> list[Strip]:
        return strips_of(self.app)

    async def press(self, *keys: str) -> None:
        """Press keys; whoever presses a function key again has taken the finger off it in between."""
        if keys and keys[0] == self._last:
            self.clock.at += 700
        self._last = keys[-1] if keys and _FUNCTION_KEY.fullmatch(keys[-1]) else ""
        await self.pilot.press(*keys)

    @property
    def text(self) -> str:
        return text_of(self.app)

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @property
    def screen(self) -> StationScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, StationScreen))

    def prompts(self) -> list[str]:
        return [prompt.kind.value for prompt in self.screen.query_one("PromptPanel").prompts()]  # type: ignore[attr-defined]

    @property
    def entry(self) -> str:
        return str(self.screen.query_one("#plate").value)  # type: ignore[attr-defined]

    def show(self, name: str) -> str:
        """What can be read in one part of the screen that is up."""
        part = self.app.screen.query_one(name).region
        strips = self.strips[part.y : part.bottom]
        return "\n".join(strip.crop(part.x, part.right).text for strip in strips)

    async def until(self, seen: Callable[[], Any]) -> Any:
        """Wait until something is so; return it. Fails with what the screen shows."""
        deadline = time.monotonic() + PATIENCE_S
        while not (found := seen()):
            assert time.monotonic() < deadline, f"never came; the screen shows:\n{self.text}"
            await self.pilot.pause()
            # What takes long is looked for less often: looking is what costs.
            await asyncio.sleep((PATIENCE_S - deadline + time.monotonic()) / 10)
        return found

    async def reads(self, *texts: str) -> str:
        """Wait until all of these can be read on the screen; return the whole of it."""
        for text in texts:
            await self.until(lambda text=text: text in self.text)
        return self.text

    async def picture(self, is_so: Callable[[Snapshot], Any]) -> Snapshot:
        """Wait until the station's picture is like that."""
        await self.until(lambda: self.app.snapshot is not None and is_so(self.app.snapshot))
        assert self.app.snapshot is not None
        return self.app.snapshot

    async def cars(self, *plates: str) -> Snapshot:
        """Wait until exactly these cars are at the store, in the picture of this station."""
        return await self.picture(lambda snapshot: sorted(car.plate for car in snapshot.floor.cars) == sorted(plates))

    async def later(self, millis: int) -> None:
        """Let time pass: the station has looked at what it shows, the clock moves, and the station ticks."""
        look(self.app)
        self.clock.at += millis
        await self.app.tick()
        await self.pilot.pause()

    async def touch(self, text: str, *, row: int = 0) -> None:
        """Put a finger on a text, or so many rows below it."""
        y = next(y for y, line in enumerate(self.lines) if text in line)
        x = cell_len(self.lines[y].split(text)[0]) + 1
        await self.pilot.click(offset=(x, y + row))

    async def paste(self, text: str) -> None:
        """Let the terminal paste a text, or an input method commit it."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    def burst(self, *parts: str) -> None:
        """Let keys and texts come in all at once, as after a connection has stalled."""
        for part in parts:
            for key in (part,) if _NAMED.fullmatch(part) else part:
                character = {"tab": "\t", "enter": "\r"}.get(key, key if len(key) == 1 else None)
                self.app.post_message(events.Key(key, character))

    async def dialog(self, name: str) -> None:
        """Wait until a dialog is up and takes keys."""
        await self.until(lambda: type(self.app.screen).__name__ == name and self.app.screen.is_active)
        await self.pilot.pause()

    async def says_why(self, number: str = "4") -> None:
        """Say why a customer leaves whom nobody has received, once the question could be read."""
        await self.until(lambda: type(self.app.screen).__name__ == "LeaveDialog" and self.app.focused is not None)
        self.clock.at += 700
        await self.pilot.press(number)
        await self.closed()

    async def closed(self) -> None:
        """Wait until the station is up again with no dialog over it."""
        await self.until(lambda: isinstance(self.app.screen, LiveScreen))
        await self.pilot.pause()


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
