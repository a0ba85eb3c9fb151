"""A complaint as JSON: times ISO 8601 in the store's zone, phones masked (C10)."""

from collections.abc import Iterable
from dataclasses import asdict
from zoneinfo import ZoneInfo

from frontdesk.commands.penalties import as_json as penalty_json
from frontdesk.domain.cases.asks import Ask
from frontdesk.domain.cases.case import Case, Note
from frontdesk.domain.cases.clocks import DueClock
from frontdesk.domain.cases.quality import QualityForm
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.picture.case_page import CasePage
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.zone.visits import VisitLine
from frontdesk.words.times import iso_time

Json = dict[str, object]


def as_json(case: Case, now: Millis, zone: ZoneInfo) -> Json:
    """Return a case with its clocks."""
    due = case.next_due
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
        "nature": case.nature,
        "wants": case.wants or None,
        "drill": case.is_drill,
        "reported_to": case.reported_to or None,
        "at_quality": case.at_quality or None,
        "to_write_up": case.to_write_up,
        "follow_up_at": iso_time(case.follow_up_at, zone),
        "followed_up_at": iso_time(case.followed_up_at, zone),
        "satisfaction": case.satisfaction,
        "asked": list(case.asked),
        "clocks": [_clock(clock, now, zone) for clock in case.clocks],
    }


def with_notes(case: Case, notes: Iterable[Note], now: Millis, zone: ZoneInfo) -> Json:
    """Return a case with its clocks and its history."""
    return {**as_json(case, now, zone), "notes": [_note(note, zone) for note in notes]}


def page_json(page: CasePage, now: Millis, zone: ZoneInfo) -> Json:
    """Return everything on record about a case."""
    return {
        **with_notes(page.case, page.notes, now, zone),
        "quality": [_form(form, zone) for form in page.forms],
        "asks": [_ask(ask, zone) for ask in page.asks],
        "closing_reports": [
            {
                "at": iso_time(filed.at, zone),
                "who": filed.who,
                **asdict(filed.report),
                "to_read": filed.is_to_read,
                "read_at": iso_time(filed.read_at, zone),
                "read_by": filed.read_by or None,
            }
            for filed in page.reports
        ],
        "related": [case.id for case in page.related],
        "visits": [_visit(visit, now, zone) for visit in page.visits],
        "crowdings": [_crowding(escalation, now, zone) for escalation in page.crowdings],
        "penalties": [penalty_json.as_json(penalty, zone) for penalty in page.penalties],
    }


def _visit(visit: VisitLine, now: Millis, zone: ZoneInfo) -> Json:
    """Return one visit of the car, with its two clocks in seconds."""
    return {
        "arrived": iso_time(visit.arrived_at, zone),
        "received": iso_time(visit.received_at, zone),
        "received_by": visit.received_by or None,
        "work_order": iso_time(visit.work_order_at, zone),
        "handed_over": iso_time(visit.handed_over_at, zone),
        "left": iso_time(visit.left_at, zone),
        "zone_s": visit.zone_time(now) // SECOND,
        "customer_wait_s": visit.customer_wait(now) // SECOND,
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
        "paused_s": clock.paused(now) // SECOND,
        "provisional": clock.provisional,
        "lifted_at": iso_time(clock.lifted_at, zone),
        "paused_until": iso_time(clock.paused_until(now), zone),
        "what": clock.what or None,
        "withdrawn": clock.withdrawn,
    }


def _note(note: Note, zone: ZoneInfo) -> Json:
    said = {"at": iso_time(note.at, zone), "who": note.who, "step": note.step, "words": note.words}
    up = iso_time(note.written_up_at, zone)
    return {**said, "form": note.form, "written_up_at": up, "satisfaction": note.satisfaction}


def _form(form: QualityForm, zone: ZoneInfo) -> Json:
    times = {name: iso_time(getattr(form, name), zone) for name in ("handed_at", "answered_at", "passed_on_at")}
    said = {name: value or None for name, value in asdict(form).items() if name != "id"}
    return {"number": form.id, **said, **times}


def _ask(ask: Ask, zone: ZoneInfo) -> Json:
    times = {name: iso_time(getattr(ask, name), zone) for name in ("asked_at", "ended_at")}
    return {**ask._asdict(), **times}


def _crowding(escalation: Escalation, now: Millis, zone: ZoneInfo) -> Json:
    return {
        "id": escalation.id,
        "kind": escalation.kind,
        "plate": escalation.plate or None,
        "crossed_at": iso_time(escalation.crossed_at, zone),
        "cleared_at": iso_time(escalation.cleared_at, zone),
        "lasted_s": escalation.lasted(now) / SECOND,
        "outcome": escalation.outcome,
        "acted_by": escalation.acted_by or None,
        "action": escalation.action,
        "why": escalation.why,
    }
