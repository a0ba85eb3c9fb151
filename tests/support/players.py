"""Sound players that make no noise: scripts on a PATH that has nothing else."""

from dataclasses import dataclass
from pathlib import Path

import pytest

PLAYS = "exit 0"
FAILS = "exit 1"
HANGS = "exec /bin/sleep 60"


@dataclass(frozen=True)
class Players:
    """A machine's players. Each writes down its process and what it was given, then does what it is made to do."""

    folder: Path

    def add(self, name: str, then: str) -> None:
        """Install a player; `then` is a shell command."""
        script = self.folder / name
        script.write_text(f'#!/bin/sh\necho "$$ $@" >> "$0.started"\necho noise; echo noise >&2\n{then}\n')
        script.chmod(0o755)

    def started(self, name: str) -> list[tuple[int, list[str]]]:
        """Return each start of a player so far: the number of its process, its arguments."""
        written = self.folder / f"{name}.started"
        lines = written.read_text().splitlines() if written.exists() else []
        return [(int(number), arguments) for number, *arguments in (line.split(" ") for line in lines)]


def silence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Players:
    """Make this a machine with nothing on its PATH, whose user sits before it."""
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    return Players(folder)
