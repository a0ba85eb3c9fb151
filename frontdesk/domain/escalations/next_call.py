"""What an escalation waits for: the next call, the action that was promised, the check that it worked. Pure."""

from typing import NamedTuple

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.reach import Reach
from frontdesk.domain.escalations.terms import LineKind, State
from frontdesk.domain.values.clock import Millis


class Due(NamedTuple):
    """What time alone brings next: at `at`, inclusive, the escalation goes to `level`, for the reason `kind`."""

    at: Millis
    kind: LineKind
    level: int


def next_due(escalation: Escalation, reach: Reach, now: Millis) -> Due | None:
    """Return what an escalation waits for, or None where it waits for nothing.

    Raised: the next stage, or the same call again. A stage that reaches nobody hands over to the next one at once.
    Acknowledged: the action, else one step up. Acted on: the end of the situation, else one step up.
    """
    plan, up = escalation.plan, min(escalation.level + 1, escalation.plan.top)
    if escalation.state is State.CLEARED:
        return None
    # What went on from a crossing before this one waits for nothing in between.
    if escalation.state is State.ACTED and escalation.verify_at is not None:
        return Due(max(escalation.verify_at, escalation.crossed_at), LineKind.NOT_SOLVED, up)
    if escalation.state is State.ACKNOWLEDGED and plan.holds:
        act_by = (escalation.acknowledged_at or now) + plan.act_within
        return Due(max(act_by, escalation.crossed_at), LineKind.NOT_ACTED, up)
    stage, repeat = next_stage(escalation, reach, now), _repeat(escalation, reach, now)
    # Where both are due, or will be at the same instant, the next stage comes, and it alone.
    if stage is None or (repeat is not None and now < stage.at and repeat.at < stage.at):
        return repeat
    return stage


def next_stage(escalation: Escalation, reach: Reach, now: Millis) -> Due | None:
    """Return when the next stage is called while nobody has acknowledged it, or None at the top."""
    plan, level = escalation.plan, escalation.level
    if level >= plan.top:
        return None
    at = escalation.based_at + plan.stage(level + 1).after
    if level > 0:
        lost = reach.lost_since(plan.stage(level), escalation.called_at, now)
        if lost is not None:
            at = min(at, max(lost, escalation.based_at + plan.stage(level).after))
    return Due(max(at, escalation.crossed_at), LineKind.CALLED, level + 1)


def _repeat(escalation: Escalation, reach: Reach, now: Millis) -> Due | None:
    """Return when whoever hears it is called again: where the last stage reached nobody, those of the one before."""
    plan = escalation.plan
    if escalation.level < 1 or escalation.state is not State.RAISED or not (every := _every(escalation)):
        return None
    level = reach.heard_up_to(plan, escalation.level, now)
    # Into an empty hall nobody calls.
    if not level:
        return None
    return Due(max(escalation.called_at + every, escalation.crossed_at), LineKind.REPEATED, level)


def _every(escalation: Escalation) -> Millis:
    """Return how often it calls again; 0 for never: it is a chain that does not repeat, and its stage was heard."""
    return escalation.plan.repeat or (escalation.plan.insist if escalation.passed_on else 0)
