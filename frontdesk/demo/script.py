"""The demo's morning, as data: the staff, what they do and when, and the log of the days before."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import data
from frontdesk.domain.values.plates import NO_PLATE, Plate

_DATA = Path(data.__file__).parent

EXAMPLE_LOG = _DATA / "example-day.csv"
"""A visit log of a made-up day: a rush in the morning, one at noon."""

_SCRIPT = _DATA / "demo_day.toml"
_OF_A_LINE = frozenset({"at", "who", "do", "plate"})


@dataclass(frozen=True, slots=True)
class Line:
    """One action of one person, `at` this many seconds after midnight in the store's time."""

    at: int
    who: str
    do: str
    plate: Plate = NO_PLATE
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Member:
    """One of the demo's staff, and the station that person works at."""

    name: str
    post: str
    phone: str
    station: str


@dataclass(frozen=True, slots=True)
class Script:
    """The whole morning. Lines before `start` have happened when the demo opens."""

    start: int
    staff: tuple[Member, ...]
    lines: tuple[Line, ...]
    complaints: tuple[Mapping[str, str], ...]


def script() -> Script:
    """Return the demo's morning."""
    stored = tomllib.loads(_SCRIPT.read_text(encoding="utf-8"))
    lines = sorted((_line(step) for step in stored["steps"]), key=lambda line: line.at)
    staff = tuple(Member(**member) for member in stored["staff"])
    return Script(seconds(stored["start"]), staff, tuple(lines), tuple(stored["complaints"]))


def seconds(clock: str) -> int:
    """Return a time of day as seconds after midnight."""
    hour, minute, second = clock.split(":")
    return int(hour) * 3600 + int(minute) * 60 + int(second)


def _line(step: dict[str, Any]) -> Line:
    details = {name: value for name, value in step.items() if name not in _OF_A_LINE}
    return Line(seconds(step["at"]), step["who"], step["do"], step.get("plate", ""), details)
