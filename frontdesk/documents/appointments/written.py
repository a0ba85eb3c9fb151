"""Appointments as files: a table with masked phones, or a calendar without any (Z9)."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from frontdesk.domain.appointments.appointment import OWN, Appointment, State
from frontdesk.domain.appointments.incoming import outside_uid
from frontdesk.domain.appointments.table_columns import Column
from frontdesk.domain.picture import outgoing
from frontdesk.domain.values.clock import to_datetime
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.appointments.lines import way_word
from frontdesk.words.lookup import word

Cell = str | int | datetime | None
_STATUS = {State.BOOKED: "TENTATIVE", State.CANCELLED: "CANCELLED"}


def rows(found: Sequence[Appointment], zone: ZoneInfo) -> Iterator[tuple[Cell, ...]]:
    """Yield the headings, then a line for each appointment, in the order of `Column`."""
    yield tuple(word(column) for column in Column)
    for each in map(outgoing.of_appointment, found):
        yield (
            each.id,
            to_datetime(each.at, zone),
            show_plate(each.plate),
            each.customer,
            each.phone,
            word(each.purpose),
            each.work,
            each.minutes,
            word(each.waits),
            each.advisor,
            way_word(each.way),
            word(each.state),
            None if each.confirmed_at is None else to_datetime(each.confirmed_at, zone),
            each.why,
            outside_uid(each),
            each.version,
        )


def write_calendar(path: Path, found: Sequence[Appointment], store: str) -> None:
    """Write a calendar: no phone number is in it, masked or not."""
    from icalendar import Calendar  # noqa: PLC0415 - slow to load, and seldom needed

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Frontdesk//appointments//EN")
    if store:
        calendar.add("x-wr-calname", store)
    for each in found:
        calendar.add_component(_event(outgoing.of_appointment(each)))
    path.write_bytes(calendar.to_ical())


def _event(each: Appointment) -> Any:
    from icalendar import Event  # noqa: PLC0415 - as above

    at = to_datetime(each.at, ZoneInfo("UTC"))
    event = Event()
    event.add("uid", outside_uid(each))
    event.add("dtstamp", to_datetime(each.made_at, UTC))
    event.add("dtstart", at)
    event.add("dtend", at + timedelta(minutes=each.minutes))
    event.add("sequence", each.version if each.source != OWN else each.revision)
    confirmed = each.confirmed_at is not None and each.state is State.BOOKED
    event.add("status", "CONFIRMED" if confirmed else _STATUS.get(each.state, "CONFIRMED"))
    title = (show_plate(each.plate), each.customer, each.work or word(each.purpose), each.advisor)
    event.add("summary", " ".join(filter(None, title)))
    own = {
        "plate": each.plate, "customer": each.customer, "purpose": each.purpose, "work": each.work,
        "waits": each.waits, "advisor": each.advisor, "channel": each.way,
    }  # fmt: skip
    for name, said in own.items():
        if said:
            event.add(f"x-frontdesk-{name}", str(said))
    return event
