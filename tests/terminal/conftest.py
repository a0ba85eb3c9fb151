"""Programs in terminals of their own, on a machine nobody has set up yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal import FRONTDESK, Open, Terminal

LOCALES = {"en": "en_US.UTF-8", "zh": "zh_CN.UTF-8"}


@pytest.fixture
def frontdesk(database: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Start `frontdesk …` in a terminal, where the machine speaks a language."""
    monkeypatch.chdir(database.parent)
    for name in ("FRONTDESK_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    program = request.config.getoption("--program") or FRONTDESK
    opened: list[Terminal] = []

    def start(*arguments: str, language: str = "en", size: tuple[int, int] = (80, 24)) -> Terminal:
        opened.append(Terminal(program, *arguments, size=size, environment={"LANG": LOCALES[language]}))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()
