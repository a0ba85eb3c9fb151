"""A check, its rounds, and how much of them was done in time (S3)."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.agenda.events import RunState
from frontdesk.domain.checks.periods import EARLIEST_BY, Every
from frontdesk.domain.checks.reasons import CheckReason
from frontdesk.domain.runs.run import RunOutcome
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


class Check(NamedTuple):
    """What is looked at again and again: by which playbook, how often, by when, and where it is listed."""

    key: str
    playbook: str
    every: Every
    by: str
    """The time of day by which it is done: 09:30."""
    station: str = ""
    role: str = ""
    """The post that owes it; empty: whoever runs the service."""
    title: str = ""
    """What the store calls one of its own; the others have their words."""
    is_in_use: bool = False
    since: Millis = 0
    """From when on it comes as it does now."""
    id: int = 0
    """0: nobody has switched it on yet."""


class RoundState(StrEnum):
    """What became of a round."""

    OPEN = "open"
    DONE = "done"
    MISSED = "missed"
    """Its period was over before it was done."""
    STOPPED = "stopped"
    """It was closed, or the check switched off, before it was done."""


class Round(NamedTuple):
    """A check in one of its periods. `matter`: None where nobody was there to open it."""

    id: int
    check: str
    title: str
    thing_id: int | None
    thing: str
    """Its name; empty where none is checked."""
    period: str
    opens_at: Millis
    due_at: Millis
    ends_at: Millis
    matter: int | None
    outcome: RunOutcome | None = None
    ended_at: Millis | None = None
    too_fast: bool = False
    same_figures: bool = False

    @property
    def state(self) -> RoundState:
        """What became of it."""
        if self.matter is None:
            return RoundState.MISSED
        return RoundState.OPEN if self.outcome is None else RoundState(self.outcome)

    @property
    def in_time(self) -> bool:
        """Whether it was done in time; at the very instant still is."""
        return self.state is RoundState.DONE and self.ended_at is not None and self.ended_at <= self.due_at

    @property
    def is_marked(self) -> bool:
        """Whether the review looks at it: it was answered too fast, or with the same figures again and again."""
        return self.too_fast or self.same_figures


class RestoreDrill(NamedTuple):
    """How it stands with the restore drill of the quarter, which comes with the copies (G2)."""

    state: RunState | None
    """Of the last one; None where there was none."""
    last_at: Millis | None
    next_at: Millis | None
    """None where no copies are made."""


class Share(NamedTuple):
    """How many of those that were due were done in time."""

    in_time: int
    due: int


def share(rounds: Iterable[Round], now: Millis) -> Share:
    """Return how many were done in time, of those that are done or whose time is over; what was stopped is left out."""
    counted = [
        each for each in rounds
        if each.state is not RoundState.STOPPED and (each.state is not RoundState.OPEN or now > each.due_at)
    ]  # fmt: skip
    return Share(sum(each.in_time for each in counted), len(counted))


def time_of(text: str) -> str:
    """Return a time of day by which a check is done. Raises `Refused(CHECK_TIME)`."""
    found = _TIME.fullmatch(text.strip())
    said = f"{int(found[1]):02}:{found[2]}" if found else ""
    if said < EARLIEST_BY:
        raise Refused(CheckReason.CHECK_TIME, text=text, time=EARLIEST_BY)
    return said
