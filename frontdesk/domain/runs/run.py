"""A run: a playbook being carried out. It keeps the steps it began with; each is taken, done, failed or skipped."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.people.roles import LADDER
from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.runs.playbook import SINCE_START, Playbook, Step, term_of
from frontdesk.domain.runs.reasons import RunReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused


class StepState(StrEnum):
    """How far a step is."""

    WAITING = "waiting"
    """Other steps come first, or what it depends on is not so."""
    OPEN = "open"
    TAKEN = "taken"
    """Somebody is at it."""
    DONE = "done"
    FAILED = "failed"
    """A fault was found: an answer, not an end. It is done again, or a manager skips it."""
    SKIPPED = "skipped"


class StepAct(StrEnum):
    """What can be done with a step."""

    TAKE = "take"
    DONE = "done"
    FAIL = "fail"
    SKIP = "skip"


class RunOutcome(StrEnum):
    """How a run ended."""

    DONE = "done"
    STOPPED = "stopped"
    """Its matter was closed before every step was done."""


ENDED = frozenset({StepState.DONE, StepState.SKIPPED})
"""Nothing more is to be done; the steps after it may begin."""
TO_DO = frozenset({StepState.OPEN, StepState.TAKEN, StepState.FAILED})
AFTER = {
    StepAct.TAKE: StepState.TAKEN,
    StepAct.DONE: StepState.DONE,
    StepAct.FAIL: StepState.FAILED,
    StepAct.SKIP: StepState.SKIPPED,
}
"""The state each act leads to."""

_ABOVE = {
    Post.DRIVER: Post.SUPERVISOR,
    Post.TECHNICIAN: Post.SUPERVISOR,
    Post.PARTS: Post.SUPERVISOR,
    Post.OFFICE: Post.MANAGER,
    Post.QUALITY: Post.MANAGER,
}
"""The lowest post of the ladder that may also do what is for a post beside it."""


class StepOnRecord(NamedTuple):
    """A step of a run, as far as it is."""

    id: int
    step: Step
    state: StepState
    due: int | None = None
    """The number of what is owed for it."""
    who: str = ""
    """Who took, did, failed or skipped it."""
    at: Millis | None = None
    """When that was; for one that is only taken, when it was taken."""
    value: str = ""
    words: str = ""


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
        """Whether a step belongs to it, as things are."""
        return not step.when or step.when in self.facts

    def waits_for(self, step: Step) -> tuple[StepOnRecord, ...]:
        """Return the steps that must be done before one; of one that is left out, those before that."""
        return tuple(each for each in self.before(step) if each.state not in ENDED)

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
            each = self.step(key)
            if self.wants(each.step):
                found[key] = each
            else:
                left += reversed(each.step.after)
        return list(found.values())

    def to_do(self, station: str = "") -> tuple[StepOnRecord, ...]:
        """Return the steps that can be done now; of a station, those that are listed there or everywhere."""
        here = (each for each in self.wanted if not station or each.step.station in {"", station})
        return tuple(each for each in here if each.state in TO_DO)

    @property
    def is_over(self) -> bool:
        """Whether nothing of it is left to do."""
        return all(each.state in ENDED for each in self.wanted)

    def settled(self) -> Iterator[tuple[StepOnRecord, StepState]]:
        """Give the steps that can be begun from now on, and those that must wait again, with the state of each."""
        for each in self.steps:
            may_begin = self.wants(each.step) and not self.waits_for(each.step)
            if each.state is StepState.WAITING and may_begin:
                yield each, StepState.OPEN
            elif each.state in TO_DO and not may_begin:
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
        if term.since == SINCE_START:
            since = self.started_at
        elif term.since:
            since = self.step(term.since).at
        return max(now, (now if since is None else since) + term.length)


def may_do(step: Step, person: Person) -> bool:
    """Whether a step is for somebody: for anybody, or for their post or one below it."""
    if not step.role or step.role == person.post:
        return True
    lowest = _ABOVE.get(Post(step.role), Post(step.role))
    return person.post in LADDER and LADDER.index(person.post) >= LADDER.index(lowest)


def check_act(run: Run, each: StepOnRecord, act: StepAct, person: Person, *, manages: bool) -> None:
    """Check that somebody may do this with a step now; the run's lead and managers may what anybody in it may.

    Raises `Refused`: STEP_ENDED, STEP_LEFT_OUT, NOT_YOURS, STEP_WAITING, STEP_MANDATORY.
    """
    step, leads = each.step, manages or person.name == run.lead
    facts = {"number": run.matter, "step": step.title}
    if each.state in ENDED:
        raise Refused(RunReason.STEP_ENDED, **facts, state=each.state, who=each.who, when=each.at)
    if not run.wants(step):
        fact = next(fact.title for fact in run.playbook.facts if fact.key == step.when)
        raise Refused(RunReason.STEP_LEFT_OUT, **facts, fact=fact)
    if not leads and not may_do(step, person):
        raise Refused(RunReason.NOT_YOURS, **facts, role=Post(step.role), name=person.name)
    is_anothers = each.state is StepState.TAKEN and each.who != person.name
    if is_anothers and (act is StepAct.TAKE or not leads):
        raise Refused(RunReason.NOT_YOURS, **facts, who=each.who, when=each.at)
    if act is StepAct.SKIP:
        if not step.optional and not manages:
            raise Refused(RunReason.STEP_MANDATORY, **facts)
        return
    if waits := run.waits_for(step):
        raise Refused(RunReason.STEP_WAITING, **facts, steps=tuple(each.step.title for each in waits))
    if act is StepAct.TAKE and each.state is not StepState.OPEN:
        raise Refused(RunReason.NOT_YOURS, **facts, who=each.who, when=each.at)


def check_time(run: Run, step: Step, at: Millis, now: Millis) -> None:
    """A step happened after what it follows, and not later than now. Raises `Refused(STEP_TIME)`."""
    earliest = max((run.started_at, *(each.at or 0 for each in run.before(step))))
    if not earliest <= at <= now:
        raise Refused(RunReason.STEP_TIME, step=step.title, at=earliest)
