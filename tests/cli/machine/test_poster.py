"""When the process that sends is begun: where something is due, and where the file that says what sends has changed."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from frontdesk.machine.poster import Poster

NOW = 1_780_059_600_000


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What is begun; it ends at once."""
    found: list[list[str]] = []
    popen = subprocess.Popen

    def begin(words: list[str], **how: object) -> "subprocess.Popen[bytes]":
        found.append(words)
        process = popen([sys.executable, "-c", ""])
        process.wait()
        return process

    monkeypatch.setattr(subprocess, "Popen", begin)
    return found


def test_it_is_begun_when_something_is_due(
    begun: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: running[0])
    file = tmp_path / "notify.toml"
    poster = Poster(Path("desk.db"), {"FRONTDESK_CONFIG": str(tmp_path / "settings.toml")})
    assert not poster.look(None, NOW)
    assert not poster.look(NOW + 1, NOW)
    assert poster.look(NOW, NOW)
    assert begun == [
        [sys.executable, "-m", "frontdesk", "--database", str(Path("desk.db").absolute()), "messages", "send"]
    ]
    # Where it ended and something is still due, it is begun again a little later, not at once.
    assert not poster.look(NOW, NOW)
    running[0] = 2.0
    assert poster.look(NOW, NOW)
    # The store is told what the file says, also where nothing is due.
    running[0] = 4.0
    file.write_text("[notify]\n")
    assert poster.look(None, NOW)
    running[0] = 6.0
    assert not poster.look(None, NOW)
    file.unlink()
    assert poster.look(None, NOW)
    assert len(begun) == 4
