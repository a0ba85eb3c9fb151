"""A case that is registered, and a file with a table of them."""

from pathlib import Path
from typing import Any

import pytest
from case_tables import HEAD

from frontdesk.domain.values.clock import ManualClock


@pytest.fixture
def table(run: Any, tmp_path: Path, machine: ManualClock) -> Any:
    run("staff", "add", "王芳", "--post", "manager")

    def write(*lines: str, head: str = HEAD, encoding: str = "utf-8", name: str = "in.csv", end: str = "\n") -> Path:
        path = tmp_path / name
        path.write_bytes(end.join((head, *lines)).encode(encoding))
        return path

    return write


@pytest.fixture
def add(run: Any, machine: ManualClock) -> Any:
    def add_one(words: str = "等得太久了", *more: str) -> Any:
        return run("complaints", "add", "--words", words, *more, "--json").json

    return add_one


@pytest.fixture
def team(run: Any, machine: ManualClock) -> Any:
    """A store with a manager and a director, and one complaint; the desk's person takes the steps."""
    for name, post in (("王芳", "manager"), ("周敏", "director"), ("李四", "advisor")):
        run("staff", "add", name, "--post", post)
    run("complaints", "add", "--words", "刹车失灵", "--severity", "major", "--plate", "A12345", "--by", "李四")
    return run


@pytest.fixture
def step(team: Any) -> Any:
    def take(name: str, *more: object, by: str = "李四") -> Any:
        return team("complaints", "step", 1, name, *more, "--by", by, "--json").json

    return take


@pytest.fixture
def refuses(refused: Any, team: Any) -> Any:
    def take(name: str, *more: object, by: str = "李四") -> str:
        return refused("complaints", "step", 1, name, *more, "--by", by)

    return take
