"""When the process is begun that sends the log: soon after something new, seldom where it does not work."""

import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from frontdesk.machine.group.group_file import Group, write
from frontdesk.machine.group.shipper import Shipper


class Begun:
    """A process that ends when the test says so."""

    code: int | None = None

    def poll(self) -> int | None:
        return self.code


@pytest.fixture
def sending(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A shipper whose processes are none, at a time that the test sets."""
    begun: list[Begun] = []
    now = [1000.0]
    file = tmp_path / "group.toml"
    write(Group("https://a.b", "A", "geheim"), file)

    def begin(words: list[str], **_options: object) -> Begun:
        assert words[-2:] == ["group", "send"]
        begun.append(Begun())
        return begun[-1]

    monkeypatch.setattr(subprocess, "Popen", begin)
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    ship = Shipper(Path("desk.db"), {"FRONTDESK_CONFIG": str(tmp_path / "settings.toml")})

    def after(seconds: float, seq: int, ended: int | None = 0) -> bool:
        """Look after a while, in which the last process ended."""
        if begun:
            begun[-1].code = ended
        now[0] += seconds
        return ship.look(seq)

    after.file = file  # type: ignore[attr-defined]
    return after


def test_it_is_begun_where_something_is_new_and_once_an_hour(sending: Any) -> None:
    assert sending(0, 7)
    assert not sending(60, 8, ended=None)
    assert sending(0, 8)
    assert not sending(60, 8)
    assert sending(0, 9)
    assert not sending(4.9, 10)
    assert sending(0.1, 10)
    assert not sending(3599.9, 10)
    assert sending(0.1, 10)


def test_where_it_fails_the_pauses_grow(sending: Any) -> None:
    assert sending(0, 7)
    for pause in (15, 30, 60, 120, 240, 480, 900, 900):
        assert not sending(pause - 0.1, 8, ended=1)
        assert sending(0.1, 8, ended=1)
    # Once it works it is as quick as ever.
    assert not sending(5, 8)
    assert sending(0, 9)


def test_no_group_no_process_and_new_settings_are_tried_at_once(sending: Any) -> None:
    file = sending.file
    said = file.read_bytes()
    file.unlink()
    assert not sending(0, 7)
    file.write_bytes(said)
    assert sending(0, 7)
    assert not sending(5, 7, ended=1)
    file.write_bytes(said + b"\n")
    assert sending(0, 7)
