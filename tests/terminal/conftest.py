"""Programs in terminals of their own, on a machine nobody has set up yet."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is a POSIX thing", allow_module_level=True)

from stations_record import Record
from terminal import FRONTDESK, Open, Terminal

LOCALES = {"en": "en_US.UTF-8", "zh": "zh_CN.UTF-8"}


@pytest.fixture
def record(database: Path) -> Record:
    """Who was there, at this machine's stations."""
    return Record(database)


@pytest.fixture(scope="session")
def program(request: pytest.FixtureRequest) -> str:
    """The frontdesk that is tried: with --program one that was installed from a wheel."""
    return str(request.config.getoption("--program") or FRONTDESK)


@pytest.fixture(scope="session")
def python(program: str) -> tuple[str, ...]:
    """Its Python, which takes nothing from the folder it is started in."""
    return (str(Path(program).with_name("python")), "-P")


@pytest.fixture
def frontdesk(database: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> Iterator[Open]:
    """Start `frontdesk …` in a terminal, where the machine speaks a language."""
    monkeypatch.chdir(database.parent)
    for name in ("FRONTDESK_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    opened: list[Terminal] = []

    def start(*arguments: str, language: str = "en", command: tuple[str, ...] = (program,), **more: Any) -> Terminal:
        opened.append(Terminal(*command, *arguments, environment={"LANG": LOCALES[language]}, **more))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()
