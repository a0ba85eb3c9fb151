"""What can be done with a step of a run, by whom, and when that may have been."""

from enum import StrEnum

from frontdesk.domain.people.roles import LADDER
from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.runs.playbook import About, Step
from frontdesk.domain.runs.reasons import RunReason
from frontdesk.domain.runs.run import ENDED, Run, StepOnRecord, StepState
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused


class StepAct(StrEnum):
    """What can be done with a step."""

    TAKE = "take"
    DONE = "done"
    FAIL = "fail"
    SKIP = "skip"


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


def may_do(step: Step, person: Person) -> bool:
    """Whether a step is for somebody: for anybody, or for their post or one below it."""
    if not step.role or step.role == person.post:
        return True
    lowest = _ABOVE.get(Post(step.role), Post(step.role))
    return person.post in LADDER and LADDER.index(person.post) >= LADDER.index(lowest)


def check_act(run: Run, each: StepOnRecord, act: StepAct, person: Person, *, manages: bool) -> None:
    """Check that somebody may do this with a step now; the run's lead and managers may what anybody in it may.

    Raises `Refused`: STEP_ENDED, STEP_LEFT_OUT, STEP_OVER, NOT_YOURS, STEP_WAITING, STEP_MANDATORY.
    """
    step, leads = each.step, manages or person.name == run.lead
    facts = {"number": run.matter, "step": step.title}
    if each.state in ENDED:
        raise Refused(RunReason.STEP_ENDED, **facts, state=each.state, who=each.who, when=each.at)
    if not run.wants(step):
        raise _left_out(run, step)
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


def _left_out(run: Run, step: Step) -> Refused:
    """Return why a step does not belong to a run: what it depends on is not so, or what it went on for is over."""
    facts = {"number": run.matter, "step": step.title}
    if step.when and step.when not in run.facts:
        return Refused(RunReason.STEP_LEFT_OUT, **facts, fact=run.playbook.fact(step.when))
    last = max(run.of(step.until), key=lambda each: each.at or 0)
    return Refused(RunReason.STEP_OVER, **facts, until=last.step.title, who=last.who, when=last.at)


def check_measure(run: Run, each: StepOnRecord, person: Person, *, manages: bool) -> None:
    """Check that somebody may see to the fault a step found by a measure: the run's lead, or a manager.

    A car is handed back without a fault only. Raises `Refused`: NOT_FAILED, NO_MEASURE_OF_CAR, MEASURE_NOT_YOURS.
    """
    facts = {"number": run.matter, "step": each.step.title}
    if each.state is not StepState.FAILED or each.measure is not None:
        raise Refused(RunReason.NOT_FAILED, **facts, measure=each.measure or 0)
    if run.playbook.about == About.CAR:
        raise Refused(RunReason.NO_MEASURE_OF_CAR, **facts)
    if not manages and person.name != run.lead:
        raise Refused(RunReason.MEASURE_NOT_YOURS, **facts, who=run.lead)


def earliest(run: Run, step: Step) -> Millis:
    """Return since when a step can have been done: since all before it were."""
    return max((run.started_at, *(each.at or 0 for each in run.before(step))))


def check_time(run: Run, step: Step, at: Millis, now: Millis) -> None:
    """A step happened after what it follows, and not later than now. Raises `Refused(STEP_TIME)`."""
    since = earliest(run, step)
    if not since <= at <= now:
        raise Refused(RunReason.STEP_TIME, step=step.title, at=since)
