"""Whom a decision touches: the call list while it is in force, the make-up list once it is over (I7, I11)."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import NO_PLATE, Plate
from frontdesk.domain.weather.decision import Decision
from frontdesk.domain.weather.reasons import DecisionReason


class Of(StrEnum):
    """What was to be."""

    APPOINTMENT = "appointment"
    REPAIR = "repair"
    """A car that is promised."""
    RUN = "run"
    """Something that is under way."""


class Fate(StrEnum):
    """How that stands now."""

    EXPECTED = "expected"
    CAME = "came"
    CALLED_OFF = "called_off"
    NOT_COME = "not_come"


class RowState(StrEnum):
    """How far it is with one of them."""

    OPEN = "open"
    LATER = "later"
    """They know; it is made up for afterwards."""
    KEPT = "kept"
    """It goes ahead as it was."""
    MOVED = "moved"
    SERVED = "served"
    DECLINED = "declined"
    """They do not want it any more."""


class Found(NamedTuple):
    """Something that was to be, as it stands now."""

    of: Of
    ref: int
    at: Millis
    fate: Fate


class Affected(NamedTuple):
    """One of those a decision touches. The name and the masked number are read when the list is."""

    id: int
    decision: int
    of: Of
    ref: int
    at: Millis
    message: int | None
    state: RowState
    becomes: Millis | None
    ended_at: Millis | None
    ended_by: str
    is_told: bool = False
    """Whether somebody heard it."""
    tries: int = 0
    """How often nobody answered."""
    name: str = ""
    phone: str = ""
    plate: Plate = NO_PLATE
    what: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is neither moved, nor served, nor declined."""
        return self.ended_at is None

    @property
    def key(self) -> tuple[Of, int]:
        """What it is about."""
        return self.of, self.ref


class Change(NamedTuple):
    """What becomes of a row: it ends, or is told anew for another time; of what has none, one is opened."""

    found: Found | None
    row: Affected | None = None
    state: RowState = RowState.OPEN
    becomes: Millis | None = None


def settled(
    decision: Decision, rows: Iterable[Affected], found: Mapping[tuple[Of, int], Found], now: Millis
) -> Iterator[Change]:
    """Yield what has to change so that the list says what is so.

    `found`: what lies in the decision's time, and what its open rows are about.
    """
    listed = [row for row in rows if row.is_open]
    for row in listed:
        change = _of_row(decision, row, found.get(row.key), now)
        if change is not None:
            yield change
    if decision.is_in_force(now):
        known = {row.key for row in listed}
        yield from (
            Change(each) for key, each in found.items() if key not in known and _is_touched(decision, each, now)
        )


def _is_touched(decision: Decision, found: Found, now: Millis) -> bool:
    is_ahead = found.of is Of.RUN or found.at > now
    return found.fate is Fate.EXPECTED and is_ahead and decision.has(found.at)


def _of_row(decision: Decision, row: Affected, found: Found | None, now: Millis) -> Change | None:
    if found is None or found.fate is Fate.CALLED_OFF:
        # What was called off because of the weather is made up for all the same.
        return None if row.state is RowState.LATER else Change(found, row, RowState.DECLINED)
    if found.fate is Fate.CAME:
        return Change(found, row, RowState.SERVED)
    if found.fate is Fate.NOT_COME or row.state is RowState.LATER:
        return None
    if found.at == row.at:
        goes_ahead = not decision.has(found.at) and not row.is_told
        return Change(found, row, RowState.KEPT) if goes_ahead else None
    if decision.is_in_force(now) and decision.has(found.at):
        return Change(found, row, RowState.OPEN)
    return Change(found, row, RowState.MOVED, found.at)


def check_row(row: Affected, *, over: bool, ends: bool) -> None:
    """Check what is said of a row. `ends`: that they were served, or do not want it any more.

    Raises `Refused`: ROW_ENDED, NOT_OVER where a make-up is told of before the decision is over.
    """
    if not row.is_open:
        raise Refused(DecisionReason.ROW_ENDED, number=row.id, state=row.state, who=row.ended_by, when=row.ended_at)
    if ends and not over:
        raise Refused(DecisionReason.NOT_OVER, number=row.decision)
