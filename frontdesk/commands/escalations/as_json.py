"""An escalation as JSON, with its record. Times are ISO 8601 in the store's zone, lengths in seconds."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.next_call import next_due
from frontdesk.domain.escalations.record import RecordLine
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.words.times import iso_time

Json = dict[str, object]


def as_json(escalation: Escalation, snapshot: Snapshot, now: Millis, zone: ZoneInfo) -> Json:
    """Return one escalation. `next_step_at` is when it calls somebody next if nobody does anything."""
    due = next_due(escalation, snapshot.reach, now)
    lasted = None if escalation.cleared_at is None else escalation.cleared_at - escalation.crossed_at
    return {
        "id": escalation.id,
        "kind": escalation.kind,
        "plate": escalation.plate or None,
        "crossed_at": iso_time(escalation.crossed_at, zone),
        "raised_at": iso_time(escalation.raised_at, zone),
        "state": escalation.state,
        "level": escalation.level,
        "continues": escalation.continues,
        "told_at": iso_time(escalation.told_at, zone),
        "told_by": escalation.told_by or None,
        "acknowledged_at": iso_time(escalation.acknowledged_at, zone),
        "acknowledged_by": escalation.acknowledged_by or None,
        "acted_at": iso_time(escalation.acted_at, zone),
        "acted_by": escalation.acted_by or None,
        "action": escalation.action,
        "cleared_at": iso_time(escalation.cleared_at, zone),
        "cleared_by": (escalation.cleared_by or None) if escalation.happened else None,
        "outcome": escalation.outcome,
        "why": escalation.why,
        "lasted_s": None if lasted is None else lasted / SECOND,
        "next_step_at": iso_time(due.at, zone) if due else None,
        "next_level": due.level if due else None,
    }


def with_steps(
    escalation: Escalation, steps: Iterable[RecordLine], snapshot: Snapshot, *, now: Millis, zone: ZoneInfo
) -> Json:
    """Return one escalation with its record."""
    return {**as_json(escalation, snapshot, now, zone), "steps": [step_json(step, zone) for step in steps]}


def step_json(step: RecordLine, zone: ZoneInfo) -> Json:
    """Return one line of an escalation's record."""
    return {
        "kind": step.kind,
        "level": step.level,
        "due_at": iso_time(step.due_at, zone),
        "at": iso_time(step.at, zone),
        "late_s": step.late / SECOND,
        "role": step.role or None,
        "who": step.who or None,
        "delivered": step.delivered,
        "detail": step.facts or step.detail or None,
    }
