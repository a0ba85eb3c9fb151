"""Fixtures every test can use: a store of its own, a machine nobody has set up, a clock that stands still."""

import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent / "support"))

import examples
import made_once
from rounds import Rounds

from data.opening import create
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock
from frontdesk.words import i18n

collect_ignore_glob = ["cli/machine/test_doctor_sound.py", "terminal/*", "web/*"] if sys.platform == "win32" else []
"""What needs a pseudo-terminal, or ends processes as only POSIX can."""

pytest.register_assert_rewrite("case_machine", "cases_compared", "migrated", "store_checks", "zone_compared")

ROUNDS = pytest.StashKey[Rounds]()

START = 1_780_020_000_000
"""2026-05-29 10:00:00 in Shanghai, a Friday."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--campaign", action="store_true", help="thousands of rounds instead of a few hundred")
    parser.addoption("--seconds", type=float, default=60, help="how long a campaign goes on with each test")
    parser.addoption("--seed", type=int, default=0, help="where the seeds begin: processes can share a campaign")
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


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Each test of a campaign has a time of its own."""
    campaign = item.config.getoption("--campaign")
    item.stash[ROUNDS] = examples.under_way = Rounds(item.config.getoption("--seconds") if campaign else None)


def pytest_runtest_teardown(item: pytest.Item) -> None:
    if item.config.getoption("--campaign") and item.stash[ROUNDS].asked:
        item.user_properties.append(("rounds", str(item.stash[ROUNDS])))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A campaign tells what it did."""
    reports = [report for found in terminalreporter.stats.values() for report in found]
    ended = [report for report in reports if isinstance(report, pytest.TestReport) and report.when == "teardown"]
    told = [f"{report.nodeid}: {text}" for report in ended for name, text in report.user_properties if name == "rounds"]
    if told:
        terminalreporter.section("rounds")
        terminalreporter.write("\n".join(sorted(told)) + "\n")


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> Rounds:
    """How often this test goes round."""
    counted: Rounds = request.node.stash[ROUNDS]
    return counted


@pytest.fixture
def seeds(request: pytest.FixtureRequest, rounds: Rounds) -> Callable[[int, int], Iterator[int]]:
    """The seed of each round; from --seed on."""
    first = request.config.getoption("--seed")
    return lambda usual, many: (first + number for number in rounds(usual, many))


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


@pytest.fixture(autouse=True)
def own_word() -> Iterator[None]:
    """What one test's store calls a penalty is not the next one's word."""
    yield
    i18n.call_penalties("")


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
