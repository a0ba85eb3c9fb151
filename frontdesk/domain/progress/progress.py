"""The repair of one car: its jobs, what was found, what the customer was promised and told (P1–P4)."""

from collections.abc import Iterable
from typing import NamedTuple

from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.matters.matter import Matter, MatterKind
from frontdesk.domain.progress.terms import (
    ENDED,
    Decision,
    FoundKind,
    Heard,
    Hold,
    JobKind,
    JobState,
    Waits,
)
from frontdesk.domain.values.clock import MINUTE, Millis
from frontdesk.domain.values.plates import Plate

SOON: Millis = 10 * MINUTE
"""How long before word is owed it asks for attention."""


class Part(NamedTuple):
    """A part that was used."""

    id: int
    number: str
    name: str
    quantity: int


class Job(NamedTuple):
    """One piece of work on a car. `minutes`: how long it was thought to take."""

    id: int
    kind: JobKind
    title: str
    state: JobState
    minutes: int | None
    technician: str
    added_at: Millis
    started_at: Millis | None = None
    ended_at: Millis | None = None
    hold: Hold | None = None
    hold_until: Millis | None = None
    parts: tuple[Part, ...] = ()

    @property
    def is_work(self) -> bool:
        """Whether it is what the customer came for, and not the check or the wash after it."""
        return self.kind not in {JobKind.CHECK, JobKind.WASH}

    @property
    def is_ended(self) -> bool:
        """Whether nothing more is done about it."""
        return self.state in ENDED


class Found(NamedTuple):
    """A problem found in the workshop; money in whole yuan, `minutes` is the additional time."""

    id: int
    job: int | None
    kind: FoundKind
    what: str
    at: Millis
    who: str
    cost_min: int | None = None
    cost_max: int | None = None
    minutes: int | None = None
    told_at: Millis | None = None
    decision: Decision | None = None
    decided_at: Millis | None = None
    decided_by: str = ""
    channel: Heard | None = None
    words: str = ""
    released_at: Millis | None = None
    released_by: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the customer is still to decide on it; of a fault in the work they are only told (P2)."""
        return self.decision is None and (self.kind is FoundKind.HIDDEN or self.told_at is None)

    @property
    def stops(self) -> bool:
        """Whether it stops every job of the car: a quality problem the supervisor has not let pass (P2)."""
        return self.kind is FoundKind.QUALITY and self.released_at is None


class Promise(NamedTuple):
    """A time at which the car was to be ready, as it was given; `told_at` None: the customer does not know yet."""

    at: Millis
    who: str
    was: Millis | None
    becomes: Millis
    why: str
    told_at: Millis | None


class Telling(NamedTuple):
    """Somebody told the customer."""

    at: Millis
    who: str
    channel: Heard
    words: str


class Progress(NamedTuple):
    """The repair of a car, from its work order until it is handed back."""

    matter: Matter
    visit_id: int
    plate: Plate
    advisor: str
    """Who received the customer, and tells them how it stands."""
    waits: Waits
    told_at: Millis
    """When the customer was told last; at first when it began, for then they stood at the desk."""
    told_by: str
    promised_at: Millis | None = None
    wish_at: Millis | None = None
    """Until when the customer wants to hear nothing, and then word at once."""
    kept_at: Millis | None = None
    """When the workshop said last that the promise holds."""
    ready_at: Millis | None = None
    ready_told_at: Millis | None = None
    handed_back_at: Millis | None = None
    handed_back_by: str = ""
    jobs: tuple[Job, ...] = ()
    found: tuple[Found, ...] = ()
    promises: tuple[Promise, ...] = ()

    @property
    def id(self) -> int:
        """The number of its matter."""
        return self.matter.id

    @property
    def undecided(self) -> tuple[Found, ...]:
        """What the customer has not decided yet, in the order it was found."""
        return tuple(found for found in self.found if found.is_open)

    @property
    def is_stopped(self) -> bool:
        """Whether a quality problem stops all its jobs (P2)."""
        return any(found.stops for found in self.found)

    @property
    def work(self) -> tuple[Job, ...]:
        """What the customer came for, without what was dropped."""
        return tuple(job for job in self.jobs if job.is_work and job.state is not JobState.DROPPED)

    @property
    def word_due(self) -> Due | None:
        """By when the customer is to be told next; None while nothing is owed."""
        return running(self.matter.dues, DueName.WORD)

    @property
    def promise_due(self) -> Due | None:
        """The promise the customer knows of; None where none runs."""
        return running(self.matter.dues, DueName.PROMISE)

    def needs_answer(self, now: Millis, warning: Millis) -> bool:
        """Whether the workshop is to say that the promise holds, or give a new one: it comes up, `warning` before."""
        if self.promised_at is None or self.ready_at is not None or now < self.promised_at - warning:
            return False
        return self.kept_at is None or self.kept_at < self.promised_at - warning


def running(dues: Iterable[Due], name: DueName) -> Due | None:
    """Return what is owed under a name; None where nothing is."""
    return next((due for due in dues if due.name is name and due.is_running), None)


def is_quiet(matter: Matter, now: Millis) -> bool:
    """Whether it is a car in repair about which nobody has to be told anything within the next minutes."""
    if matter.kind is not MatterKind.PROGRESS:
        return False
    return not any(is_soon(due, now) for due in matter.dues if due.is_running)


def is_soon(due: Due, now: Millis) -> bool:
    """Whether what is owed asks for attention: within the next minutes, or it is late."""
    return due.due_at - now <= SOON


def by_promise(cars: Iterable[Progress]) -> tuple[Progress, ...]:
    """Return cars by their promise, the earliest first; those without one come last, in the order they began."""
    never = (1, 0)
    return tuple(sorted(cars, key=lambda car: ((0, car.promised_at) if car.promised_at else never, car.id)))
