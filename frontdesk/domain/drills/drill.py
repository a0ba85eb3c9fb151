"""A drill: what is to be shown, who looks on, and what came of it by the same clocks as in earnest (S4)."""

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.drills.reasons import DrillReason
from frontdesk.domain.incidents.incident import Incident, IncidentKind
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.roll_calls.roll_call import RollCall
from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.values.errors import Refused

MOST_OBJECTIVES = 5
OBJECTIVE_LIMIT = 80
FARTHEST: Millis = 366 * DAY
YEARLY = (IncidentKind.FIRE, IncidentKind.INJURY, IncidentKind.POWER_FAILURE)
"""What is rehearsed once a year each."""
YEAR: Millis = 365 * DAY
SCORED_DAYS = 3
"""Within how many working days after it began a drill is scored."""


class Reached(StrEnum):
    """What came of an objective."""

    REACHED = "reached"
    GAPS = "gaps"
    NOT_REACHED = "not_reached"


class Objective(NamedTuple):
    """One thing that a drill is to show."""

    id: int
    text: str
    reached: Reached | None = None
    words: str = ""
    measure: int | None = None
    """The measure against its gap."""


class Clocks(NamedTuple):
    """How long after its beginning each came; None: it never did."""

    noticed: Millis | None = None
    """Somebody did the first thing."""
    acknowledged: Millis | None = None
    """Somebody took the command."""
    counted: Millis | None = None
    """Everybody was counted."""
    ended: Millis | None = None


class Drill(NamedTuple):
    """One drill."""

    id: int
    kind: IncidentKind
    place: str
    planned_at: Millis
    observer: str
    people: tuple[str, ...]
    objectives: tuple[Objective, ...]
    incident: int | None = None
    """The incident that it is held as."""
    started_at: Millis | None = None
    scored_at: Millis | None = None
    scored_by: str = ""
    is_open: bool = True

    @property
    def asks_for_review(self) -> bool:
        """Whether what it showed is a reason to look the plan through again (G4)."""
        return any(each.reached is Reached.NOT_REACHED for each in self.objectives)


class Scored(NamedTuple):
    """What the observer says of an objective."""

    reached: Reached
    words: str = ""


def check_planned(
    kind: IncidentKind, at: Millis, observer: str, people: Collection[str], objectives: Sequence[str], *,
    staff: Collection[str], now: Millis,
) -> None:  # fmt: skip
    """Check what is planned. Raises `Refused`: DRILL_KIND, DRILL_TIME, OBJECTIVES, UNKNOWN_PERSON, OBSERVER_IN_IT."""
    if kind is IncidentKind.HAZARD:
        raise Refused(DrillReason.DRILL_KIND)
    if not now <= at <= now + FARTHEST:
        raise Refused(DrillReason.DRILL_TIME)
    named = {text for text in objectives if text}
    if not 0 < len(objectives) <= MOST_OBJECTIVES or len(named) < len(objectives):
        raise Refused(DrillReason.OBJECTIVES, right=MOST_OBJECTIVES)
    for name in (observer, *people):
        if name not in staff:
            raise Refused(PeopleReason.UNKNOWN_PERSON, name=name)
    if observer in people:
        raise Refused(DrillReason.OBSERVER_IN_IT, who=observer)


def check_start(drill: Drill, incident: Incident | None, others: Iterable[Incident | None] = ()) -> None:
    """Check that a drill can begin; one that a real incident came into is held again.

    `others`: as what the other drills were held; one is held at a time. Raises `Refused`: DRILL_HELD, DRILL_RUNS.
    """
    was_stopped = incident is not None and incident.outcome in {Outcome.STOPPED, Outcome.MISTAKE}
    if not drill.is_open or drill.scored_at is not None or (incident is not None and not was_stopped):
        raise Refused(DrillReason.DRILL_HELD, number=drill.id, when=drill.started_at or drill.planned_at)
    for other in others:
        if other is not None and other.is_open:
            raise Refused(DrillReason.DRILL_RUNS, number=other.id)


def check_scored(drill: Drill, incident: Incident | None, scored: Sequence[Scored], who: str) -> None:
    """Check that a drill can be scored now, by its observer, each objective with what was missing.

    Raises `Refused`: NOT_HELD, DRILL_SCORED, DRILL_RUNS, NOT_OBSERVER, SCORE_EACH.
    """
    if incident is None:
        raise Refused(DrillReason.NOT_HELD, number=drill.id)
    if drill.scored_at is not None:
        raise Refused(DrillReason.DRILL_SCORED, number=drill.id, who=drill.scored_by, when=drill.scored_at)
    if incident.is_open:
        raise Refused(DrillReason.DRILL_RUNS, number=incident.id)
    if who != drill.observer:
        raise Refused(DrillReason.NOT_OBSERVER, number=drill.id, who=drill.observer)
    if len(scored) != len(drill.objectives) or any(
        each.reached is not Reached.REACHED and not each.words for each in scored
    ):
        raise Refused(DrillReason.SCORE_EACH, number=drill.id, count=len(drill.objectives))


def clocks_of(incident: Incident, acts: Iterable[Millis], counts: Iterable[RollCall]) -> Clocks:
    """Return the clocks of what was held. `acts`: when something was done in it; `counts`: its roll calls."""
    began = incident.reported_at

    def since(at: Millis | None) -> Millis | None:
        return None if at is None else max(0, at - began)

    first = min((*acts, *([incident.commanded_at] if incident.commanded_at is not None else [])), default=None)
    counted = [each.ended_at for each in counts if each.ended_at is not None]
    last = max(counted, default=None)
    return Clocks(since(first), since(incident.commanded_at), since(last), since(incident.ended_at))


def next_due(drills: Iterable[Drill], began: Millis, often: Millis) -> tuple[tuple[IncidentKind | None, Millis], ...]:
    """Return by when each kind is rehearsed, and anything on the spot (None), which is to be done so often.

    `began`: since when the store keeps records. A drill counts from when it was held, scored or not.
    """
    held = [(each.kind, each.started_at) for each in drills if each.started_at is not None]
    kinds = [(kind, max([began, *(at for of, at in held if of is kind)]) + YEAR) for kind in YEARLY]
    return ((None, max([began, *(at for _kind, at in held)]) + often), *kinds)
