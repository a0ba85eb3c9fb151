"""The cause that the clocks propose for an over-stay or an over-count, with the evidence for it (Z7)."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.escalations.terms import Why
from frontdesk.domain.review.causes import Cause, said_by
from frontdesk.domain.review.fullness import Fullness
from frontdesk.domain.review.history import History
from frontdesk.domain.review.parts import Part, PartTime, parts_of
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.zone.visits import VisitLine


class Known(NamedTuple):
    """What causes are proposed from."""

    history: History
    fullness: Fullness
    now: Millis


class Unproposed(StrEnum):
    """Why no cause is proposed."""

    TOO_LITTLE_HISTORY = "too_little_history"
    NOTHING_LONG = "nothing_long"
    """No part of the time in the zone was longer than usual."""


class Evidence(NamedTuple):
    """What a proposal rests on; each figure is None where it plays no part."""

    days: int
    """How many days of history what is usual was taken from."""
    part: Part | None = None
    took: Millis | None = None
    usual: Millis | None = None
    is_entered: bool = True
    """Whether the end of the part is on record; otherwise it ended because the car left the zone."""
    arrivals: int | None = None
    usual_arrivals: int | None = None
    cars: int | None = None
    """How many cars of an over-count have the proposed cause."""
    of_cars: int | None = None
    explained: Why | None = None


class Proposal(NamedTuple):
    """A cause that one key confirms; None where there is nothing to propose, and why not."""

    cause: Cause | None
    why_not: Unproposed | None
    evidence: Evidence


_CAUSES = {
    Part.RECEPTION: Cause.RECEPTION_SHORT,
    Part.WORK_ORDER: Cause.WORK_ORDER_SLOW,
    Part.HAND_OVER: Cause.WORKSHOP_SLOW,
}


def of_stay(line: VisitLine, why: Why | None, known: Known) -> Proposal:
    """Propose the cause of an over-stay: the part of its time that is farthest beyond what is usual.

    What somebody said when they explained it goes before what the clocks say.
    """
    history = known.history
    said = _as_explained(history, why)
    if said is not None:
        return said
    if not history.is_enough:
        return _none(history, Unproposed.TOO_LITTLE_HISTORY)
    parts = parts_of(line, known.now)
    beyond = {part: time.in_zone - history.usual.get(part, time.in_zone) for part, time in parts.items()}
    part = max(beyond, key=lambda each: beyond[each], default=None)
    if part is None or beyond[part] <= 0:
        return _none(history, Unproposed.NOTHING_LONG)
    time = parts[part]
    evidence = Evidence(history.days, part, time.in_zone, history.usual[part], time.is_entered)
    return Proposal(_cause(part, time, known.fullness), None, evidence)


def of_crowd(crossed_at: Millis, cars: Iterable[VisitLine], why: Why | None, known: Known) -> Proposal:
    """Propose the cause of an over-count: many arrivals at once, or else the commonest cause of the cars there."""
    history = known.history
    said = _as_explained(history, why)
    if said is not None:
        return said
    if not history.is_enough:
        return _none(history, Unproposed.TOO_LITTLE_HISTORY)
    came = history.arrivals_before(crossed_at)
    if came > history.usual_arrivals:
        evidence = Evidence(history.days, arrivals=came, usual_arrivals=history.usual_arrivals)
        return Proposal(Cause.ARRIVALS, None, evidence)
    causes = [of_stay(line, None, known).cause for line in cars]
    counted = Counter(cause for cause in causes if cause is not None)
    if not counted:
        return _none(history, Unproposed.NOTHING_LONG)
    cause = max(Cause, key=lambda each: counted[each])
    return Proposal(cause, None, Evidence(history.days, cars=counted[cause], of_cars=len(causes)))


def _cause(part: Part, time: PartTime, fullness: Fullness) -> Cause:
    if part is Part.HAND_OVER and fullness.is_most_of(time.since, time.until):
        return Cause.WAITING_BAYS_FULL
    return _CAUSES[part]


def _as_explained(history: History, why: Why | None) -> Proposal | None:
    cause = said_by(why)
    return None if cause is None else Proposal(cause, None, Evidence(history.days, explained=why))


def _none(history: History, why_not: Unproposed) -> Proposal:
    return Proposal(None, why_not, Evidence(history.days))
