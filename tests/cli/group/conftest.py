"""A store of a group, with head office's door open on this machine."""

import io
import sys
from collections.abc import Iterator
from typing import Any

import door
import pytest

Run = Any


@pytest.fixture
def office() -> Iterator[door.Door]:
    """Head office, which knows nothing of the store yet."""
    with door.opened() as opened:
        yield opened


@pytest.fixture
def type_token(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Hand a token over as another program does."""

    def typed(token: str = door.TOKEN) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{token}\n"))

    return typed


@pytest.fixture
def joined(crowd: Run, office: door.Door, type_token: Any) -> Run:
    """Run a command line at a store that has joined, of which nothing was sent yet."""
    type_token()
    ran = crowd("group", "join", office.url, door.CODE, "--by", "王芳")
    assert ran.code == 0, ran.err
    return crowd
