"""A complaint as JSON: times ISO 8601 in the store's zone, phones masked (C10)."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from frontdesk.desk.zone import VisitLine
from frontdesk.domain.case_clocks import DueClock
from frontdesk.domain.clock import Millis
from frontdesk.domain.complaints import Complaint, Note, Stage
from frontdesk.wording import iso_time

Json = dict[str, object]


def due_of(case: Complaint) -> DueClock | None:
    """Return the running clock that is due first; None where there is none, or the case is closed."""
    return None if case.stage is Stage.CLOSED else case.next_due


def as_json(case: Complaint, now: Millis, zone: ZoneInfo) -> Json:
    """Return a case with its clocks."""
    due = due_of(case)
    return {
        "number": case.id,
        "stage": case.stage,
        "severity": case.severity,
        "kind": case.kind,
        "channel": case.channel,
        "received_at": iso_time(case.received_at, zone),
        "customer": case.customer,
        "phone": case.phone,
        "plate": case.plate or None,
        "words": case.words,
        "assigned_to": case.assigned_to or None,
        "next_due": iso_time(due.due_at, zone) if due else None,
        "overdue": due is not None and due.is_missed(now),
        "clocks": [_clock(clock, now, zone) for clock in case.clocks],
    }


def with_notes(case: Complaint, notes: Iterable[Note], now: Millis, zone: ZoneInfo) -> Json:
    """Return a case with its clocks and its history."""
    history = [{"at": iso_time(n.at, zone), "who": n.who, "step": n.step, "words": n.words} for n in notes]
    return {**as_json(case, now, zone), "notes": history}


def visit_json(visit: VisitLine, zone: ZoneInfo) -> Json:
    """Return one visit of the car."""
    return {
        "arrived": iso_time(visit.arrived_at, zone),
        "received": iso_time(visit.received_at, zone),
        "received_by": visit.received_by or None,
        "work_order": iso_time(visit.work_order_at, zone),
        "handed_over": iso_time(visit.handed_over_at, zone),
        "left": iso_time(visit.left_at, zone),
        "stays": [
            {"place": place, "from": iso_time(since, zone), "until": iso_time(until, zone)}
            for place, since, until in visit.stays
        ],
    }


def _clock(clock: DueClock, now: Millis, zone: ZoneInfo) -> Json:
    return {
        "name": clock.name,
        "started_at": iso_time(clock.started_at, zone),
        "due_at": iso_time(clock.due_at, zone),
        "met_at": iso_time(clock.met_at, zone),
        "missed": clock.is_missed(now),
        "paused_s": 0,
        "provisional": clock.provisional,
    }
