"""Fixtures every test can use: a store of its own, a machine nobody has set up, a clock that stands still."""

import gc
import itertools
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent / "support"))

import examples
import made_once

from data.opening import create
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock

collect_ignore_glob = ["cli/machine/test_doctor_sound.py", "terminal/*"] if sys.platform == "win32" else []
"""What needs a pseudo-terminal."""

pytest.register_assert_rewrite("cases_compared", "migrated", "store_checks", "zone_compared")

START = 1_780_020_000_000
"""2026-05-29 10:00:00 in Shanghai, a Friday."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--campaign", action="store_true", help="thousands of rounds instead of a few hundred")
    parser.addoption("--seconds", type=float, help="how long a loop of a campaign goes on, instead of its rounds")
    parser.addoption("--seed", type=int, default=0, help="where such a loop begins, so that processes can share it")
    parser.addoption("--program", help="the frontdesk that is started in a terminal, else the one beside this Python")


def pytest_configure(config: pytest.Config) -> None:
    """A change is judged on the same examples each time; a campaign goes looking for new ones."""
    settings.register_profile("same", derandomize=True)
    examples.campaign = config.getoption("--campaign")
    if examples.campaign:
        config.option.timeout = 0
    else:
        settings.load_profile("same")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes many rounds is begun first: at the end no core waits for the last of them."""
    items.sort(key=lambda item: "rounds" not in getattr(item, "fixturenames", ()))


def pytest_collection_finish() -> None:
    """All that was loaded stays to the end: looking through it for garbage took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


@pytest.fixture(scope="session")
def rounds(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """How many rounds to do: the first number, or the second under --campaign."""
    campaign = request.config.getoption("--campaign")
    return lambda usual, campaign_rounds: campaign_rounds if campaign else usual


@pytest.fixture(scope="session")
def seeds(request: pytest.FixtureRequest, rounds: Callable[[int, int], int]) -> Callable[[int, int], Iterator[int]]:
    """The number of each round; under --campaign from --seed on, for --seconds."""
    option = request.config.getoption

    def numbers(usual: int, campaign_rounds: int) -> Iterator[int]:
        if option("--seconds") is None:
            yield from range(option("--seed"), option("--seed") + rounds(usual, campaign_rounds))
            return
        ends = time.monotonic() + option("--seconds")
        for number in itertools.count(option("--seed")):
            yield number
            if time.monotonic() >= ends:
                return

    return numbers


@pytest.fixture(scope="session", autouse=True)
def begun_once() -> Iterator[None]:
    """Stores begin as copies of the first; the processes that tests start make theirs from nothing."""
    with pytest.MonkeyPatch.context() as patch:
        made_once.schema(patch)
        yield


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store, closed: copying it is quicker than making one."""
    path = tmp_path_factory.mktemp("template") / "store.db"
    create(path)
    return path


@pytest.fixture
def store(template: Path, tmp_path: Path) -> Path:
    """The path of an empty store of the test's own."""
    path = tmp_path / "store.db"
    shutil.copy(template, path)
    return path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine nobody has set up yet, which speaks English."""
    for name in [name for name in os.environ if name.startswith("FRONTDESK_")]:
        monkeypatch.delenv(name)
    here = tmp_path / "home"
    here.mkdir()
    monkeypatch.setenv("HOME", str(here))
    monkeypatch.setenv("USERPROFILE", str(here))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(here / name.lower()))
    monkeypatch.setenv("FRONTDESK_LANGUAGE", "en")
    monkeypatch.setenv("LANGUAGE", "en")
    return here


@pytest.fixture
def config(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings file of that machine; it is not there yet."""
    path = home / "settings.toml"
    monkeypatch.setenv("FRONTDESK_CONFIG", str(path))
    return path


@pytest.fixture
def database(config: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The database of that machine; it is not there yet."""
    path = config.parent / "desk.db"
    monkeypatch.setenv("FRONTDESK_DATABASE", str(path))
    return path


@pytest.fixture
def clock() -> ManualClock:
    """The machine's clock, standing still: the test moves it."""
    return ManualClock(START)


@pytest.fixture
def open_desk(store: Path, clock: ManualClock) -> Iterator[Callable[..., Desk]]:
    """Open the test's store once more: at a station, as somebody."""
    opened: list[Desk] = []

    def open_one(station: str = "guard", who: str = "张三") -> Desk:
        opened.append(Desk.open(store, Actor(station, who), clock))
        return opened[-1]

    yield open_one
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    """The guard's desk."""
    return open_desk()
