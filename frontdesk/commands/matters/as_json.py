"""A matter, what is owed for it and what is signed, as JSON: times ISO 8601 in the store's zone."""

import json
from zoneinfo import ZoneInfo

from frontdesk.domain.approvals.approval import Approval
from frontdesk.domain.matters.due import Due
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.values.clock import Millis
from frontdesk.words.times import iso_time

Json = dict[str, object]


def as_json(matter: Matter, zone: ZoneInfo, now: Millis, warning: Millis) -> Json:
    """Return a matter with all that is or was owed for it."""
    first = matter.next_due
    return {
        "number": matter.id,
        "kind": matter.kind,
        "title": matter.title,
        "drill": matter.is_drill,
        "part_of": matter.part_of,
        "opened_at": iso_time(matter.opened_at, zone),
        "opened_by": matter.opened_by,
        "next_due": iso_time(first.due_at, zone) if first else None,
        "closed_at": iso_time(matter.closed_at, zone),
        "closed_by": matter.closed_by or None,
        "outcome": matter.outcome,
        "dues": [_due(due, zone, now, warning) for due in matter.dues],
    }


def approval_json(approval: Approval, zone: ZoneInfo) -> Json:
    """Return what is to be signed, with its signatures."""
    return {
        "matter": approval.matter,
        "what": approval.what,
        "state": approval.state,
        "roles": list(approval.roles),
        "next": approval.next_role if approval.decided_at is None else None,
        "asked_at": iso_time(approval.asked_at, zone),
        "asked_by": approval.asked_by,
        "decided_at": iso_time(approval.decided_at, zone),
        "hash": approval.hash,
        "text": json.loads(approval.text),
        "signatures": [
            {
                "role": each.role,
                "in_place_of": approval.in_place_of(each),
                "who": each.who,
                "verdict": each.verdict,
                "at": iso_time(each.at, zone),
                "by_phone": bool(each.taken_by),
                "taken_by": each.taken_by or None,
                "words": each.words,
            }
            for each in approval.signatures
        ],
        "unconfirmed": [each.who for each in approval.unconfirmed],
    }


def _due(due: Due, zone: ZoneInfo, now: Millis, warning: Millis) -> Json:
    return {
        "name": due.name,
        "what": due.what or None,
        "person": due.person or None,
        "due_at": iso_time(due.due_at, zone),
        "provisional": due.provisional,
        "state": due.state(now, warning),
        "missed": due.is_missed(now),
        "met_at": iso_time(due.met_at, zone),
        "met_by": due.met_by or None,
        "changes": [
            {
                "at": iso_time(each.at, zone),
                "by": each.who,
                "was": iso_time(each.was, zone),
                "becomes": iso_time(each.becomes, zone),
                "why": each.why,
            }
            for each in due.changes
        ],
    }
