"""Meetings in words: what they are about, what is owed of them, what came of it (Q6, Q9, C14)."""

from collections.abc import Iterator
from datetime import tzinfo

from frontdesk.domain.customers.customer import Customer
from frontdesk.domain.meetings.meeting import Item, Meeting
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.matters import time_left
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import long_time


def heading(meeting: Meeting, zone: tzinfo) -> str:
    """Return a meeting in one line."""
    about = labelled(case_number(meeting.id), word(meeting.kind))
    case = "" if meeting.case is None else _("complaint No. {number}").format(number=meeting.case)
    parts = (meeting.place, meeting.customer, show_plate(meeting.plate))
    told = (about, long_time(meeting.at, zone), case, what(meeting), word(meeting.state), *map(clean_line, parts))
    return " · ".join(filter(None, told))


def what(meeting: Meeting) -> str:
    """Return what a meeting is about; of one that a major case called for, what the group does there."""
    called = meeting.case is not None and meeting.what == f"#{meeting.case}"
    return _("hear the facts, decide, give each department its part") if called else clean_line(meeting.what)


def lines(meeting: Meeting, zone: tzinfo, now: Millis) -> Iterator[str]:
    """Return everything said about a meeting below its heading."""
    told = (
        (_("phone"), meeting.phone),
        (_("invited"), meeting.invited),
        (_("wanted by"), meeting.wanted_by),
        (_("held"), _held(meeting, zone)),
        (_("what was said there"), f"{meeting.minuted_by} {meeting.minutes}".strip()),
        (_("why cancelled"), meeting.why),
    )
    yield from (labelled(name, said) for name, said in told if said)
    owed = [due for due in meeting.matter.dues if due.is_running and not due.what]
    yield from (labelled(word(due.name), f"{long_time(due.due_at, zone)} · {time_left(due, now)}") for due in owed)
    yield from (item_line(item, zone, now) for item in meeting.items)


def _held(meeting: Meeting, zone: tzinfo) -> str:
    if meeting.held_at is None:
        return ""
    ahead = _("brought forward") if meeting.was_brought_forward else ""
    return " ".join(filter(None, (long_time(meeting.held_at, zone), ahead, clean_line(meeting.present))))


def item_line(item: Item, zone: tzinfo, now: Millis) -> str:
    """Return one thing that is owed of a meeting, and how it stands."""
    owed = item.due or item.clock
    sign = "○" if item.is_open else "✓"
    parts = [f"{sign} {item.id} {word(item.kind)}", clean_line(item.what), item.person, long_time(item.due_at, zone)]
    if item.due is not None:
        again = _("agreed anew {count} times").format(count=len(item.due.changes)) if item.due.changes else ""
        missed = _("was missed") if item.due.is_missed(now) else ""
        parts += [time_left(item.due, now) if item.due.is_running else "", again, missed]
    elif owed is not None:
        parts.append(_("owed in the complaint") if item.is_open else "")
    return " · ".join(filter(None, (*parts, clean_line(item.answer))))


def visit_line(customer: Customer, last: Millis | None, zone: tzinfo) -> str:
    """Return a customer who is to be visited: who, which cars, what is open, when the last visit was."""
    named = " ".join(filter(None, (customer.name or "—", customer.phone)))
    open_ones = (
        (_("open cases"), len(customer.open_cases)),
        (_("cars in repair"), len(customer.repairs)),
        (_("booked"), 0 if customer.next_booking is None else 1),
    )
    told = [f"{name} {count}" for name, count in open_ones if count]
    visited = _("never visited") if last is None else _("visited {at}").format(at=long_time(last, zone))
    return " · ".join((named, " ".join(map(show_plate, customer.plates)) or "—", *told, visited))
