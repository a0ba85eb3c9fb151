"""A demo that is told to end while it starts: it ends, and leaves no folder and no terminal behind."""

import signal
import time
from pathlib import Path

import pytest
from terminal import Open


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP])
def test_as_soon_as_its_folder_is_there(
    frontdesk: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: int
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    demo = frontdesk("demo")
    ends = time.monotonic() + 30
    while not list(folder.glob("frontdesk-demo-*/demo.db")):
        assert demo.read(0.01)
        assert time.monotonic() < ends
    demo.process.send_signal(sent)
    assert demo.end() != 0
    assert demo.is_as_before()
    assert not list(folder.iterdir())
