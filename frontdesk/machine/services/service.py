"""A service, and the files and commands that install and remove it."""

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
    """The service's environment variables: the database, the settings file, its owner's language."""
    python: str = sys.executable
    arguments: tuple[str, ...] = ()
    """What follows the command's name."""

    @property
    def unit(self) -> str:
        """The name it has with the supervisor."""
        return unit_name(self.name)

    @property
    def command(self) -> Command:
        """The command to run. `-P`: nothing is imported from the folder it happens to start in."""
        return (self.python, "-P", "-m", "frontdesk", self.name, *self.arguments)


@dataclass(frozen=True, slots=True)
class Ran:
    """The outcome of a command of the machine."""

    code: int
    out: str = ""
    err: str = ""

    @property
    def words(self) -> str:
        """The command's output on one line; its error output if there is any."""
        return " ".join((self.err.strip() or self.out.strip()).split())


Run = Callable[[Command], Ran]


@dataclass(frozen=True, slots=True)
class Plan:
    """The file that an installation writes, and the commands that it then runs."""

    file: Path
    content: bytes
    start: tuple[Command, ...]
    look: Command
    """The command that shows more about the service than Frontdesk does."""
    folder: Path | None = None
    """A folder that must be there before it starts."""
    linger: Command | None = None
    """The command that keeps it running after log-out; if that fails, the service runs all the same."""
    after_log_out: bool = True
    """Whether it runs with nobody logged in."""


@dataclass(frozen=True, slots=True)
class Undoing:
    """A removal: commands, the files to delete, then more commands. The outcome of the last `stop` command counts."""

    stop: tuple[Command, ...]
    files: tuple[Path, ...]
    after: tuple[Command, ...] = ()
    stays_unless_stopped: bool = False
    """Whether it would start again without its file. If so, the file stays, so that it can be removed later."""


@dataclass(frozen=True, slots=True)
class State:
    """The state of a service. `running` is None if the machine could not be asked."""

    installed: bool
    running: bool | None = None
    since: str = ""
    words: tuple[str, ...] = ()
    """The last output of the service."""
    detail: str = ""


class Supervisor(Protocol):
    """The system that starts services on a kind of machine."""

    def file(self, name: str) -> Path:
        """Return the file that describes a service."""

    def plan(self, service: Service, run: Run) -> Plan:
        """Return the plan of an installation; it uses `run` only to look."""

    def undoing(self, name: str) -> Undoing:
        """Return what a removal does."""

    def state(self, name: str, run: Run) -> State:
        """Return the state of a service."""


def unit_name(name: str) -> str:
    """Return the name a service has with the supervisor."""
    return f"frontdesk-{name}"


def is_ours(file: Path) -> bool:
    """Whether a file was written by an installation."""
    return says(file, MARK)


def says(file: Path, words: str) -> bool:
    """Whether these words stand in a service's file."""
    content = file.read_bytes()
    return any(words.encode(encoding) in content for encoding in ("utf-8", "utf-16-le"))
