"""An appointment and a half hour as JSON: times ISO 8601 in the store's zone, phones masked."""

from zoneinfo import ZoneInfo

from frontdesk.domain.appointments.appointment import Appointment
from frontdesk.domain.appointments.show_rate import ShowRates
from frontdesk.domain.appointments.slots import Day, Slot
from frontdesk.domain.picture import outgoing
from frontdesk.words.times import iso_time

Json = dict[str, object]


def as_json(booked: Appointment, zone: ZoneInfo, *, late_s: int, now: int) -> Json:
    """Return an appointment as it leaves the program."""
    found = outgoing.of_appointment(booked)
    return {
        "number": found.id,
        "at": iso_time(found.at, zone),
        "minutes": found.minutes,
        "plate": found.plate or None,
        "customer": found.customer or None,
        "phone": found.phone or None,
        "purpose": found.purpose,
        "work": found.work or None,
        "waits": found.waits,
        "advisor": found.advisor or None,
        "channel": found.way,
        "state": found.state,
        "late": found.is_late(late_s, now),
        "confirmed_at": iso_time(found.confirmed_at, zone),
        "confirmed_by": found.confirmed_by or None,
        "visit": found.visit_id,
        "why": found.why or None,
        "source": found.source,
        "uid": found.uid,
        "sequence": found.sequence,
        "made_at": iso_time(found.made_at, zone),
        "made_by": found.made_by or None,
    }


def day_json(day: Day, rates: ShowRates, zone: ZoneInfo) -> Json:
    """Return the half hours of a day, and how many of those who booked came lately."""
    return {
        "day": day.day.isoformat(),
        "slots": [slot_json(slot, zone) for slot in day.slots],
        "show_rates": {
            lead: {"rate": round(found.rate, 4), "came": found.came, "of": found.of}
            for lead, found in rates.by_lead.items()
        },
    }


def slot_json(slot: Slot, zone: ZoneInfo) -> Json:
    """Return a half hour."""
    said = slot.override
    return {
        "from": iso_time(slot.begins, zone),
        "booked": slot.booked,
        "capacity": slot.capacity,
        "expected": round(slot.expected, 2),
        "risk": round(slot.risk, 4),
        "rough": slot.is_rough,
        "override": None if said is None else {"capacity": said.capacity, "why": said.why, "who": said.who},
    }
