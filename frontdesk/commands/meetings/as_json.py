"""A meeting as JSON: times ISO 8601 in the store's zone, phone numbers masked (Q6, Q9)."""

from zoneinfo import ZoneInfo

from frontdesk.domain.customers.customer import Customer
from frontdesk.domain.meetings.meeting import Item, Meeting
from frontdesk.domain.picture import outgoing
from frontdesk.domain.values.clock import Millis
from frontdesk.words.times import iso_time

Json = dict[str, object]


def as_json(meeting: Meeting, zone: ZoneInfo, now: Millis) -> Json:
    """Return a meeting with all that is owed of it."""
    meeting = outgoing.of_meeting(meeting)
    first = meeting.matter.next_due
    return {
        "number": meeting.id,
        "kind": meeting.kind,
        "state": meeting.state,
        "open": meeting.matter.is_open,
        "what": meeting.what,
        "at": iso_time(meeting.at, zone),
        "place": meeting.place or None,
        "customer": meeting.customer or None,
        "phone": meeting.phone or None,
        "plate": meeting.plate or None,
        "case": meeting.case,
        "invited": meeting.invited or None,
        "wanted_by": meeting.wanted_by or None,
        "held_at": iso_time(meeting.held_at, zone),
        "brought_forward": meeting.was_brought_forward,
        "present": meeting.present or None,
        "minutes": meeting.minutes or None,
        "minuted_by": meeting.minuted_by or None,
        "why": meeting.why or None,
        "next_due": iso_time(first.due_at, zone) if first else None,
        "items": [_item(item, zone, now) for item in meeting.items],
    }


def visit_json(customer: Customer, last: Millis | None, zone: ZoneInfo) -> Json:
    """Return a customer whom a visit is due to."""
    return {
        "name": customer.name or None,
        "phone": customer.phone or None,
        "plates": list(customer.plates),
        "open_cases": list(customer.open_cases),
        "repairs": list(customer.repairs),
        "next_booking": iso_time(customer.next_booking, zone),
        "last_visited": iso_time(last, zone),
    }


def _item(item: Item, zone: ZoneInfo, now: Millis) -> Json:
    owed = item.due or item.clock
    return {
        "number": item.id,
        "kind": item.kind,
        "what": item.what,
        "who": item.person or None,
        "open": item.is_open,
        "due_at": iso_time(item.due_at, zone),
        "missed": owed is not None and owed.is_missed(now),
        "done_at": iso_time(owed.met_at if owed else None, zone),
        "in_case": item.clock is not None,
        "agreed_anew": len(item.due.changes) if item.due else 0,
        "answer": item.answer or None,
    }
