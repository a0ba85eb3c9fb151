"""Running the command line in this process or in one of its own, with a home of the test's own."""

import json
import logging
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import made_once
import pytest

from frontdesk.cli import main
from frontdesk.domain.values.clock import ManualClock, SystemClock
from frontdesk.process import priority
from frontdesk.words import i18n


@dataclass(frozen=True)
class Ran:
    """What a command line gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.code == 0, self.err
        assert self.out.count("\n") == 1
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture(scope="session", autouse=True)
def read_by_one_parser() -> Iterator[None]:
    """A process builds its parser for one command; this one, for all commands of a language."""
    with pytest.MonkeyPatch.context() as patch:
        made_once.parsers(patch)
        yield


@pytest.fixture(autouse=True)
def fresh_logger() -> Iterator[None]:
    """The log that a command has started in this process ends with the test."""
    logger = logging.getLogger("frontdesk")
    before = logging.raiseExceptions
    yield
    for handler in list(logger.handlers):
        handler.close()
        logger.removeHandler(handler)
    logging.raiseExceptions, logger.propagate = before, True


@pytest.fixture
def run(database: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Run a command line in this process."""
    # It goes on with other tests.
    monkeypatch.setattr(priority, "_STEPS", -20)

    def run_one(*arguments: object) -> Ran:
        capsys.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    yield run_one
    i18n.use("en")


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> ManualClock:
    """The machine's clock, standing at 10:00:00 on a Friday in Shanghai: the test moves it."""
    clock = ManualClock(1_780_020_000_000)
    monkeypatch.setattr(SystemClock, "now", lambda _: clock.at)
    monkeypatch.setattr(SystemClock, "monotonic", lambda _: clock.at)
    return clock


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the store of `crowd` is kept, once it was made."""
    return tmp_path_factory.mktemp("crowded") / "store.db"


@pytest.fixture
def crowd(run: Run, machine: ManualClock, database: Path, crowded: Path) -> Run:
    """Run a command line at a store that four cars have just made too full, escalation No. 1."""
    if crowded.exists():
        shutil.copy(crowded, database)
        return run
    run("staff", "add", "王芳", "--post", "manager")
    run("staff", "add", "李强", "--post", "supervisor")
    for number in (1, 2, 3, 4):
        assert run("arrive", f"A1234{number}", "--new", "--by", "张三", "--at", f"09:59:{55 + number}").code == 0
    shutil.copy(database, crowded)
    return run


@pytest.fixture
def start(database: Path) -> Run:
    """Run a command line in a process of its own."""

    def start_one(*arguments: object, **options: Any) -> Ran:
        command = [sys.executable, "-m", "frontdesk", *(str(argument) for argument in arguments)]
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", timeout=60, check=False, stdin=subprocess.DEVNULL, **options
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return start_one


@pytest.fixture
def refused(run: Run) -> Callable[..., str]:
    """Run a command that must not work; return its one sentence."""

    def run_one(*arguments: object, code: int = 1) -> str:
        ran = run(*arguments)
        assert (ran.code, ran.out) == (code, ""), ran
        said = [line for line in ran.err.splitlines() if not line.startswith("A new database was made: ")]
        assert len(said) == 1, ran.err
        return said[0]

    return run_one
