"""How an escalation runs, in words: who has it, whom it calls next and when (Z5, Z6)."""

from datetime import tzinfo

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.next_call import Due, next_due, next_stage
from frontdesk.domain.escalations.plan import Stage
from frontdesk.domain.escalations.terms import LineKind, Outcome, State
from frontdesk.domain.people.roles import Role
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from frontdesk.words.times import duration, short_time


def who_has_it(escalation: Escalation) -> str:
    """Return who has an escalation now: nobody yet, the person who acknowledged it, or the one who acted."""
    if escalation.state is State.ACTED:
        return _("{who} acted").format(who=escalation.acted_by)
    if escalation.state is State.ACKNOWLEDGED:
        return _("{who} is on it").format(who=escalation.acknowledged_by)
    if escalation.acted_by and (escalation.acted_at or 0) >= (escalation.acknowledged_at or 0):
        return _("{who} acted; still over the limit").format(who=escalation.acted_by)
    if escalation.acknowledged_by:
        return _("{who} took it on, undecided").format(who=escalation.acknowledged_by)
    return _("nobody has it yet")


def who_has_the_crowd(snapshot: Snapshot) -> str:
    """Return who has the over-count: told, taken on, decided, or nobody yet; "" while the zone is not over (Z5)."""
    crowd = snapshot.over_count
    if snapshot.floor.count < snapshot.policy.over_count:
        return ""
    if crowd is None:
        return _("nobody yet")
    if crowd.state is not State.RAISED or crowd.acknowledged_by or crowd.acted_by:
        return who_has_it(crowd)
    if crowd.is_told:
        return _("told by {who}, nobody has it yet").format(who=crowd.told_by)
    return _("nobody yet")


def how_it_ended(escalation: Escalation) -> str:
    """Return who dealt with a situation that is over, and how long it lasted: cleared by 王芳 in 3:40."""
    lasted = duration((escalation.cleared_at or escalation.crossed_at) - escalation.crossed_at)
    if escalation.outcome is Outcome.UNHANDLED:
        return _("ended after {time}; nobody acted").format(time=lasted)
    if escalation.credited_to:
        return _("cleared by {who} in {time}").format(who=escalation.credited_to, time=lasted)
    over = _("ended after {time}").format(time=lasted)
    if escalation.outcome is not None and not escalation.happened:
        return f"{over} · {word(escalation.outcome)}"
    return over


def who_was_first(escalation: Escalation, zone: tzinfo) -> str:
    """Return who dealt with a prompt that is no longer up, and when."""
    name = f"{word(escalation.kind)} {show_plate(escalation.plate)}".strip()
    if escalation.cleared_at is not None:
        return f"{short_time(escalation.cleared_at, zone)} {labelled(name, how_it_ended(escalation))}"
    is_taken_anew = (escalation.acknowledged_at or 0) > (escalation.acted_at or 0)
    if escalation.action is not None and not is_taken_anew:
        at, done = short_time(escalation.acted_at or 0, zone), word(escalation.action)
        text = _("{name}: {who} acted at {at}: {action}")
        return text.format(name=name, who=escalation.acted_by, at=at, action=done)
    if escalation.acknowledged_at is not None:
        at = short_time(escalation.acknowledged_at, zone)
        return _("{name}: {who} is on it since {at}").format(name=name, who=escalation.acknowledged_by, at=at)
    if escalation.told_at is not None:
        told = _("{name}: told by {who}").format(name=name, who=escalation.told_by)
        return f"{short_time(escalation.told_at, zone)} {told}"
    return ""


def _awaited(escalation: Escalation, snapshot: Snapshot, now: Millis) -> Due | None:
    """Return what is waited for: the next stage that reaches somebody, rather than the same call again."""
    due = next_due(escalation, snapshot.reach, now)
    if escalation.state is not State.RAISED:
        return due
    stage = next_stage(escalation, snapshot.reach, now)
    if stage is None:
        return due
    # A stage that reaches nobody is passed at once: the one after it is called, or whoever was reached last again.
    plan = escalation.plan
    levels = range(stage.level, plan.top + 1)
    heard = next((level for level in levels if snapshot.reach.hears(plan, level, now)), None)
    if heard is not None:
        return stage._replace(level=heard)
    return (
        (due or stage)._replace(kind=LineKind.REPEATED) if snapshot.reach.heard_up_to(plan, stage.level, now) else due
    )


def what_comes_next(escalation: Escalation, snapshot: Snapshot, now: Millis) -> str:
    """Return what comes next and in how long; "" if nothing does."""
    due = _awaited(escalation, snapshot, now)
    if due is None:
        return ""
    left = duration(max(0, due.at - now))
    if due.kind is LineKind.NOT_SOLVED:
        return _("check in {time}").format(time=left)
    if due.kind is LineKind.REPEATED:
        return _("again in {time}").format(time=left)
    whom = _stage_name(escalation.plan.stage(due.level), snapshot, now)
    if due.kind is LineKind.NOT_ACTED:
        return _("decide within {time}").format(time=left)
    return _("goes to {whom} in {time}").format(time=left, whom=whom)


def _stage_name(stage: Stage, snapshot: Snapshot, now: Millis) -> str:
    """Return whom a stage calls: the deputy 赵敏."""
    return role_name(stage.decider, snapshot, now)


def role_name(role: Role, snapshot: Snapshot, now: Millis) -> str:
    """Return a role with the person who has it now."""
    person = snapshot.roster.on_duty(role, now) if role not in {Role.GUARD, Role.ADVISOR} else None
    return f"{word(role)} {person.name}" if person else word(role)
