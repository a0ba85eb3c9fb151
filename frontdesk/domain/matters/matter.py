"""A matter: one thing somebody must bring to an end, whatever its kind; its number is its own among all of them."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.matters.due import Due
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused


class MatterKind(StrEnum):
    """The kinds of matters."""

    REVIEW = "review"
    MEASURE = "measure"
    PURGE = "purge"
    """What is personal is taken out of records whose term is over."""
    PLAN = "plan"
    """A version of a plan."""
    RUN = "run"
    """Something that happens at the store and is brought to its end step by step."""
    UPKEEP = "upkeep"
    """Things that are to be renewed, filled up or mended (S3, S9)."""
    PROGRESS = "progress"
    """The repair of a car (P1–P4)."""
    RESCUE = "rescue"
    """A car that stands on the road (R1–R9)."""
    ORDER = "emergency_order"
    """Goods a customer needs of a sudden; its title tells which (I10)."""
    DRILL = "drill"
    """An incident that is rehearsed (S4)."""
    READINESS = "readiness"
    """What has to be rehearsed, trained or renewed soon (S4, S12); its title tells which of these."""
    CHECK = "check"
    """Something that is looked at again and again (S3)."""
    MEETING = "meeting"
    """A meeting, a visit (Q6, Q9, C14)."""
    SURVEY = "survey"
    """A satisfaction survey; its title tells the year and the kind (Q7)."""
    ROSTER = "roster"
    """Who works when on some days (S2)."""
    INCIDENT = "incident"
    """Something goes wrong (I1–I17); its title tells the kind and the place."""
    FORECAST = "forecast"
    """A day's look-up of the weather (I7)."""
    WEATHER = "weather"
    """What is decided because of the weather; its title tells what, of which services, from which day on (I7)."""
    HOLIDAY = "holiday"
    """The plan of a holiday; its title tells the days (S2, S5, S10, S11)."""
    CONTACTS = "contacts"
    """The emergency contact list is called through (S1, S7)."""
    TEMPLATE = "policy_template"
    """Numbers that head office offers; its title tells their name and version."""


OF_CARS = frozenset({MatterKind.PROGRESS, MatterKind.RESCUE})
"""The kinds of which the title is a plate."""


class Outcome(StrEnum):
    """How a matter ended."""

    DONE = "done"
    DROPPED = "dropped"
    """Somebody said why nothing more is done about it."""
    MISSED = "missed"
    """Its time was over before it was done."""
    MISTAKE = "mistake"
    """There was nothing: it was reported by mistake, and taken back."""
    STOPPED = "stopped"
    """A drill that a real incident came into."""


class Obstacle(StrEnum):
    """What stands in the way of closing a matter."""

    DUE = "due"
    """Something owed is neither done nor lifted."""
    APPROVAL = "approval"
    """A signature is asked for."""
    IN_FORCE = "in_force"
    """It holds until something else takes its place."""
    PART = "part"
    """A matter that came from it is open: a measure neither checked nor dropped."""
    NOT_APPROVED = "not_approved"
    """What has to be signed is not."""
    RUN = "run"
    """Steps of a run are still to be done."""
    MESSAGE = "message"
    """Somebody is still to be told something."""
    NOT_PURGED = "not_purged"
    """What was to be taken out still stands there."""
    THING_OUT = "thing_out"
    """A vehicle or another thing is still out for it."""
    STILL_DECIDED = "still_decided"
    """What was decided because of the weather is in force."""
    MAKE_UP = "make_up"
    """Somebody who was not served because of the weather is neither served now nor has declined."""
    NOT_HANDED_BACK = "not_handed_back"
    """The car was not handed back to its customer."""
    NO_RESULT = "no_result"
    """The rescue has not ended, or its customer was not asked how it was."""
    NOT_LEARNED_FROM = "incident_not_assessed"
    """An incident was not investigated, or it was not said what was learned from it."""
    NOT_ENDED = "incident_not_ended"
    """The command has not said that the incident is over."""


class Matter(NamedTuple):
    """One matter."""

    id: int
    kind: MatterKind
    title: str
    part_of: int | None
    """The number of the matter it came from."""
    opened_at: Millis
    opened_by: str
    closed_at: Millis | None = None
    closed_by: str = ""
    outcome: Outcome | None = None
    dues: tuple[Due, ...] = ()
    """What is or was owed for it, in the order it began."""
    is_drill: bool = False
    """Whether it is only rehearsed: nobody outside is told, and no figure counts it."""

    @property
    def is_open(self) -> bool:
        """Whether it still has to be brought to an end."""
        return self.closed_at is None

    @property
    def next_due(self) -> Due | None:
        """What is owed first, or None where nothing runs."""
        running = (due for due in self.dues if due.is_running)
        return min(running, key=lambda due: (due.due_at, due.id), default=None)


def in_order(matters: Iterable[Matter]) -> tuple[Matter, ...]:
    """Return matters next due first; those for which nothing is owed come last, in the order they were opened."""
    never = (1, 0)
    return tuple(sorted(matters, key=lambda m: ((0, m.next_due.due_at) if m.next_due else never, m.id)))


NEVER_LEFT = frozenset({Obstacle.IN_FORCE, Obstacle.STILL_DECIDED, Obstacle.MAKE_UP})
"""With one of these nothing is closed, whoever says why."""


def check_close(matter: Matter, obstacles: Iterable[Obstacle], why: str) -> None:
    """Check that a matter can be closed: nothing stands in its way, or it is said why it is closed all the same.

    What is in force is not closed at all, nor before everybody is made up for.

    Raises `Refused`: MATTER_CLOSED, MATTER_OPEN.
    """
    if matter.closed_at is not None:
        raise Refused(MatterReason.MATTER_CLOSED, number=matter.id, who=matter.closed_by, when=matter.closed_at)
    standing = tuple(obstacles)
    if standing and (not why or not NEVER_LEFT.isdisjoint(standing)):
        raise Refused(MatterReason.MATTER_OPEN, number=matter.id, obstacles=standing)
