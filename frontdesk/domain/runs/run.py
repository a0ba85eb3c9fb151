"""A run: a playbook being carried out. It keeps the steps it began with; each is taken, done, failed or skipped."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.runs.playbook import OF_HOLIDAY, SINCE_START, Playbook, Step, each_of, term_of
from frontdesk.domain.runs.reasons import RunReason
from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.values.errors import Refused

_SHORTEST = DAY
"""So long there is at least for what should have been done before the plan of a holiday was opened."""


class StepState(StrEnum):
    """How far a step is."""

    WAITING = "waiting"
    """Other steps come first, or what it depends on is not so."""
    OPEN = "open"
    TAKEN = "taken"
    """Somebody is at it."""
    DONE = "done"
    FAILED = "failed"
    """A fault was found: it is done again, a measure sees to it, or a manager skips it."""
    SKIPPED = "skipped"


class RunOutcome(StrEnum):
    """How a run ended."""

    DONE = "done"
    STOPPED = "stopped"
    """Its matter was closed before every step was done."""
    MISSED = "missed"
    """The time for it was over before every step was done."""


ENDED = frozenset({StepState.DONE, StepState.SKIPPED})
"""Nothing more is to be done; the steps after it may begin."""
TO_DO = frozenset({StepState.OPEN, StepState.TAKEN, StepState.FAILED})


class StepRow(NamedTuple):
    """What one of several steps is about: an area, a car, a thing; its name in commands, and what people call it."""

    key: str
    named: str


ONLY = StepRow("", "")
"""What a step is about that there is one of."""


class StepOnRecord(NamedTuple):
    """A step of a run, as far as it is."""

    id: int
    step: Step
    state: StepState
    due: int | None = None
    """The number of what is owed for it."""
    who: str = ""
    """Who took, did, failed or skipped it; of one that is to be done again, who did it last."""
    at: Millis | None = None
    """When that was; for one that is only taken, when it was taken."""
    value: str = ""
    words: str = ""
    measure: int | None = None
    """The number of the measure that sees to the fault it found, or of the hazard as which it was reported."""
    named: str = ""
    """Which area, car or thing it is about, where there is a step for each."""

    @property
    def is_answered(self) -> bool:
        """Whether nothing more is to be done about it in the run: the steps after it may begin."""
        return self.state in ENDED or (self.state is StepState.FAILED and self.measure is not None)

    @property
    def is_to_do(self) -> bool:
        """Whether something is to be done about it now."""
        return self.state in TO_DO and not self.is_answered


class RunEntry(NamedTuple):
    """A line of a run's log. `at`: when it was entered; `occurred_at`: when it happened, as far as that is said."""

    at: Millis
    occurred_at: Millis
    who: str
    entry: str
    step: str
    """Its title; empty: the run as a whole."""
    value: str
    words: str


class Run(NamedTuple):
    """One run of a matter."""

    id: int
    matter: int
    playbook: Playbook
    version: int
    facts: tuple[str, ...]
    """What is so, of the facts that the playbook names."""
    lead: str
    started_at: Millis
    started_by: str
    ended_at: Millis | None
    outcome: RunOutcome | None
    steps: tuple[StepOnRecord, ...]
    entries: tuple[RunEntry, ...] = ()
    day_at: Millis | None = None
    """When the holiday begins that it is for."""

    def step(self, key: str) -> StepOnRecord:
        """Return a step by its name. Raises `Refused(NO_STEP)`."""
        for each in self.steps:
            if each.step.key == key:
                return each
        keys = tuple(each.step.key for each in self.steps)
        raise Refused(RunReason.NO_STEP, number=self.matter, text=key, choices=keys)

    @property
    def wanted(self) -> tuple[StepOnRecord, ...]:
        """The steps that belong to it, as things are."""
        return tuple(each for each in self.steps if self.wants(each.step))

    def wants(self, step: Step) -> bool:
        """Whether a step belongs to it, as things are; one that is repeated, until what it goes on for is over."""
        if step.when and step.when not in self.facts:
            return False
        return not step.until or any(not each.is_answered for each in self.of(step.until))

    def of(self, key: str) -> tuple[StepOnRecord, ...]:
        """Return the steps that were made from a step of the playbook: one, or one for each of something."""
        return tuple(each for each in self.steps if base_of(each.step.key) == key)

    def waits_for(self, step: Step) -> tuple[StepOnRecord, ...]:
        """Return the steps that must be done before one; of one that is left out, those before that."""
        return tuple(each for each in self.before(step) if not each.is_answered)

    def before(self, step: Step) -> list[StepOnRecord]:
        """Return the steps that come right before one; of one that is left out, those before that."""
        found: dict[str, StepOnRecord] = {}
        left = list(reversed(step.after))
        seen: set[str] = set()
        while left:
            key = left.pop()
            if key in seen:
                continue
            seen.add(key)
            earlier = self.playbook.step(key)
            if earlier is None:
                continue
            made = self.of(key)
            if made and self.wants(earlier):
                found |= {each.step.key: each for each in made}
            else:
                left += reversed(earlier.after)
        return list(found.values())

    def to_do(self, station: str = "") -> tuple[StepOnRecord, ...]:
        """Return the steps that can be done now; of a station, those that are listed there or everywhere."""
        here = (each for each in self.wanted if not station or each.step.station in {"", station})
        return tuple(each for each in here if each.is_to_do)

    @property
    def is_over(self) -> bool:
        """Whether nothing of it is left to do."""
        return all(each.is_answered for each in self.wanted)

    def settled(self) -> Iterator[tuple[StepOnRecord, StepState]]:
        """Give the steps that can be begun from now on, and those that must wait again, with the state of each."""
        for each in self.steps:
            may_begin = self.wants(each.step) and not self.waits_for(each.step)
            if each.state is StepState.WAITING and may_begin:
                yield each, StepState.OPEN
            elif each.is_to_do and not may_begin:
                yield each, StepState.WAITING

    def is_consistent(self) -> bool:
        """Whether no step is begun or ended ahead of those before it, and the run has ended just if all of it has."""
        begun = (each for each in self.wanted if each.state in {StepState.OPEN, StepState.TAKEN})
        return not any(self.waits_for(each.step) for each in begun) and (
            self.outcome is not RunOutcome.DONE or self.is_over
        )

    def due_at(self, step: Step, now: Millis) -> Millis | None:
        """Return by when a step that can be begun now has to be done, or None where no time is set."""
        term = term_of(step.due)
        if term is None:
            return None
        since: Millis | None = now
        if term.since == OF_HOLIDAY:
            if self.day_at is None:
                return None
            # Nobody is late for what is only now asked of them.
            return max(self.day_at + term.length, now + min(_SHORTEST, max(0, self.day_at - now)))
        if term.since == SINCE_START:
            since = self.started_at
        elif term.since:
            since = max((each.at for each in self.of(term.since) if each.at is not None), default=None)
        return max(now, (now if since is None else since) + term.length)

    def again_at(self, step: Step, happened: Millis) -> Millis | None:
        """Return by when a step that was done is to be done again, or None where once is enough."""
        term = term_of(step.repeat)
        return happened + term.length if term is not None and self.wants(step) else None


def base_of(key: str) -> str:
    """Return the name that a step has in the playbook: `area` of `area.workshop`."""
    return key.partition(".")[0]


def made_for(step: Step, row: str, named: str) -> Step:
    """Return a step as it is for one of its rows: an area, a car, a thing."""
    each = each_of(step.each)
    if each is None or not row:
        return step
    return step._replace(key=f"{step.key}.{row}", title=step.title.replace(each.in_title, named))
