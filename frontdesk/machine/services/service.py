"""What a service is, and what is written, run and undone for it."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

MARK = "frontdesk service install"
"""Stands in every file that is written here, so that a file of somebody's own is never taken for one."""

Command = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Service:
    """A command that is to run on its own."""

    name: str
    description: str
    store: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    """What is set for it: the database, the settings file, the language its owner had."""
    python: str = sys.executable

    @property
    def unit(self) -> str:
        """The name it has with the supervisor."""
        return unit_name(self.name)

    @property
    def command(self) -> Command:
        """What is run. `-P`: nothing is imported from the folder it happens to start in."""
        return (self.python, "-P", "-m", "frontdesk", self.name)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command of the machine answered."""

    code: int
    out: str = ""
    err: str = ""

    @property
    def words(self) -> str:
        """What it said, on one line: its complaint where there is one."""
        return " ".join((self.err.strip() or self.out.strip()).split())


Run = Callable[[Command], Ran]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an installation writes and then runs."""

    file: Path
    content: bytes
    start: tuple[Command, ...]
    look: Command
    """What shows more of it than Frontdesk does."""
    folder: Path | None = None
    """A folder that must be there before it starts."""
    linger: Command | None = None
    """What lets it run on after log-out; where it fails, the service runs all the same."""
    after_log_out: bool = True
    """Whether it runs with nobody logged in."""


@dataclass(frozen=True, slots=True)
class Undoing:
    """What a removal runs, which files it deletes, and what it runs then. The last of `stop` is the one that counts."""

    stop: tuple[Command, ...]
    files: tuple[Path, ...]
    after: tuple[Command, ...] = ()
    stays_unless_stopped: bool = False
    """Whether it would start again without its file: then the file stays too, so that it can be removed later."""


@dataclass(frozen=True, slots=True)
class State:
    """How a service is. `running` is None where the machine could not be asked."""

    installed: bool
    running: bool | None = None
    since: str = ""
    words: tuple[str, ...] = ()
    """What it said last."""
    detail: str = ""


class Supervisor(Protocol):
    """What starts services on a kind of machine."""

    def file(self, name: str) -> Path:
        """Return the file that describes a service."""

    def plan(self, service: Service, run: Run) -> Plan:
        """Return what an installation does; `run` only looks."""

    def undoing(self, name: str) -> Undoing:
        """Return what a removal does."""

    def state(self, name: str, run: Run) -> State:
        """Return how a service is."""


def unit_name(name: str) -> str:
    """Return the name a service has with the supervisor."""
    return f"frontdesk-{name}"


def is_ours(file: Path) -> bool:
    """Whether a file was written by an installation."""
    content = file.read_bytes()
    return any(MARK.encode(encoding) in content for encoding in ("utf-8", "utf-16-le"))
