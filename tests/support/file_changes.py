"""Changes of the files of a folder, in their order, and the fault that one of them meets."""

import os
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Fault:
    """The so-manieth change fails, alone or with all that follow."""

    at: int
    stays: bool
    error: int

    def hits(self, number: int) -> bool:
        return number == self.at or (self.stays and number > self.at)


@dataclass(frozen=True)
class Change:
    """What was done to a file: `write`, `truncate`, `sync`; or to the names: `name`, `unname`, `sync` of no file."""

    kind: str
    file: int = 0
    at: int = 0
    content: bytes = b""
    name: str = ""


@dataclass
class WatchedFiles:
    """The changes in one folder, and the fault that one of them meets."""

    folder: Path
    fault: Fault | None = None
    count: int = 0
    """How many changes were begun since that was set."""
    refused: set[str] = field(default_factory=set)
    """What failed by it."""
    begun: list[str] = field(default_factory=list)
    """What the changes were that were begun since then."""
    changes: list[Change] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    """The number of the file that has a name now."""
    made: int = 0
    handles: dict[int, str] = field(default_factory=dict)

    def inside(self, path: object) -> str:
        """Return the name of a file of the folder; "" for any other, and for the shared memory."""
        text = os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else ""
        folder, name = os.path.split(text)
        return name if folder == str(self.folder) and not name.endswith("-shm") else ""

    def meet(self, fault: Fault | None) -> None:
        self.fault, self.count = fault, 0
        self.refused.clear()
        self.begun.clear()

    def error(self, kind: str) -> int:
        """Count one change; return what is wrong with it, or 0."""
        self.count += 1
        self.begun.append(kind)
        if not self.fault or not self.fault.hits(self.count):
            return 0
        self.refused.add(kind)
        return self.fault.error

    def named(self, name: str) -> None:
        """A file was made."""
        self.made += 1
        self.numbers[name] = self.made
        self.changes.append(Change("name", self.made, name=name))

    def unnamed(self, name: str) -> None:
        self.numbers.pop(name, None)
        self.changes.append(Change("unname", name=name))

    def changed(self, kind: str, name: str, at: int = 0, content: bytes = b"") -> None:
        if name in self.numbers:
            self.changes.append(Change(kind, self.numbers[name], at, content))
