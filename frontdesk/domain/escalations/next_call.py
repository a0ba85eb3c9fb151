"""What an escalation waits for: the next call, the action that was promised, the check that it worked. Pure."""

from dataclasses import dataclass

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.plan import Stage
from frontdesk.domain.escalations.terms import LineKind, State
from frontdesk.domain.people.roles import REACHED_AT, Role
from frontdesk.domain.stations.presence import Presence
from frontdesk.domain.values.clock import Millis


@dataclass(frozen=True, slots=True)
class Due:
    """What time alone brings next: at `at`, inclusive, the escalation goes to `level`, for the reason `kind`."""

    at: Millis
    kind: LineKind
    level: int


def next_due(escalation: Escalation, presence: Presence, now: Millis) -> Due | None:
    """Return what an escalation waits for, or None if it waits for nothing.

    If raised, it waits for the next stage, or for the same call again. If no manager console is there, it goes to the
    next stage at once. If acknowledged, it waits for the action, else it goes one step up. If acted on, it waits for
    the situation to end, else it goes one step up.
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
    stage, repeat = next_stage(escalation, presence, now), _repeat(escalation, presence, now)
    # Where both are due, or will be at the same instant, the next stage comes, and it alone.
    if stage is None or (repeat is not None and now < stage.at and repeat.at < stage.at):
        return repeat
    return stage


def next_stage(escalation: Escalation, presence: Presence, now: Millis) -> Due | None:
    """Return when the next stage is called while nobody has acknowledged it, or None at the top."""
    plan, level = escalation.plan, escalation.level
    if level >= plan.top:
        return None
    at = escalation.based_at + plan.stage(level + 1).after
    if level > 0:
        silent = _silent_since(plan.stage(level), presence, now)
        if silent is not None:
            at = min(at, max(silent, escalation.based_at + plan.stage(level).after))
    return Due(max(at, escalation.crossed_at), LineKind.CALLED, level + 1)


def _silent_since(stage: Stage, presence: Presence, now: Millis) -> Millis | None:
    """Return since when no manager console is there while only the manager can decide, or None otherwise."""
    if stage.deciders != (Role.MANAGER,):
        return None
    gone = [presence.gone_since(kind, now) for kind in REACHED_AT[Role.MANAGER]]
    return None if None in gone else max(since for since in gone if since is not None)


def _repeat(escalation: Escalation, presence: Presence, now: Millis) -> Due | None:
    plan = escalation.plan
    if not plan.repeat or escalation.level < 1 or escalation.state is not State.RAISED:
        return None
    # Into an empty hall nobody calls twice.
    if not any(presence.is_there(kind, now) for kind in plan.stage(escalation.level).stations):
        return None
    at = max(escalation.called_at + plan.repeat, escalation.crossed_at)
    return Due(at, LineKind.REPEATED, escalation.level)
