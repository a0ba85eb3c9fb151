"""Reads a calendar (.ics) as appointments: each entry by its UID and version, those that repeat themselves one by one.

A time without a zone is the store's. An entry that lasts all day is refused: nobody knows when the car comes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from frontdesk.domain.appointments.appointment import CUSTOMER_LIMIT, USUAL_MINUTES, Waits, Way
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.appointments.incoming import Incoming, Series, known_by, member_of
from frontdesk.domain.appointments.reasons import BookFileReason
from frontdesk.domain.values.clock import Millis, to_datetime, to_millis
from frontdesk.domain.values.errors import FrontdeskError, InputError, Refused
from frontdesk.domain.values.phones import mask_in
from frontdesk.domain.values.plates import NO_PLATE, PROVINCES, Plate, is_usual, parse_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.domain.zone.cars import Purpose

_BEGINS, _ENDS = "BEGIN:VEVENT", "END:VEVENT"
_ZONES = re.compile(r"BEGIN:VTIMEZONE.*?END:VTIMEZONE", re.DOTALL | re.IGNORECASE)
_PLATE = re.compile(rf"[{PROVINCES}][A-Z][·•・.\s-]?[A-Z0-9]{{4,6}}[警学挂领港澳]?")
_TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_MEMBER = "%Y%m%dT%H%M"
_SHOWN = 40
_LATEST = 400
"""So many appointments of one entry that repeats itself are made at most."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a calendar says: its entries, those that repeat themselves, and why others are not taken."""

    entries: tuple[Incoming, ...]
    series: tuple[Series, ...]
    faults: tuple[tuple[int, FrontdeskError], ...]


@dataclass(frozen=True, slots=True)
class CalendarReading:
    """How a calendar is read."""

    zone: ZoneInfo
    province: str
    source: str
    now: Millis
    days: int
    """So many days ahead what repeats itself is booked."""

    def read(self, path: Path, content: bytes) -> Read:
        """Return what a calendar says. Raises `InputError(BAD_CALENDAR)` for what is none."""
        text = content.decode("utf-8-sig", "replace")
        if "BEGIN:VCALENDAR" not in text.upper():
            raise InputError(BookFileReason.BAD_CALENDAR, path=path, text="BEGIN:VCALENDAR ?")
        called_off = re.search(r"(?mi)^METHOD:CANCEL\s*$", text) is not None
        single, repeated = list[Incoming](), list[Incoming]()
        series, faults = list[Series](), list[tuple[int, FrontdeskError]]()
        for number, event in _events(text):
            try:
                found, repeats = self._of_event(event, number, called_off=called_off)
            except Refused as refusal:
                faults.append((number, refusal))
            else:
                series += repeats
                (repeated if repeats else single).extend(found)
        # One of those that repeat themselves may have been moved by itself: it stands as an entry of its own.
        moved = {entry.key for entry in single}
        entries = (*single, *(entry for entry in repeated if entry.key not in moved))
        return Read(entries, tuple(series), tuple(faults))

    def _of_event(self, event: Any, line: int, *, called_off: bool) -> tuple[list[Incoming], list[Series]]:
        if event is None:
            raise Refused(BookFileReason.NO_START, text="VEVENT")
        title = clean_line(str(event.get("SUMMARY", "")), None)
        start = self._start(event, title)
        uid = clean_line(str(event.get("UID", "")), None)
        if not uid:
            raise Refused(BookFileReason.NO_UID, text=_shown(title) or "VEVENT")
        source, uid = known_by(uid, self.source)
        sequence = _whole(event.get("SEQUENCE", 0))
        is_cancelled = called_off or str(event.get("STATUS", "")).upper() == "CANCELLED"
        original = _value(event, "RECURRENCE-ID")
        if original is not None:
            uid = member_of(uid, f"{self._local(original):{_MEMBER}}")
        if event.get("RRULE") is None or original is not None:
            new = self._new(event, title, to_millis(start))
            return [Incoming(line, new, source, uid, sequence, is_cancelled)], []
        times = [] if is_cancelled else self._times(event, start, title)
        found = [
            Incoming(line, self._new(event, title, to_millis(at)), source, member_of(uid, f"{at:{_MEMBER}}"), sequence)
            for at in times
        ]
        return found, [Series(source, uid, sequence, frozenset(each.uid for each in found))]

    def _start(self, event: Any, title: str) -> datetime:
        start = _value(event, "DTSTART")
        if isinstance(start, datetime):
            if start.tzinfo is None and (zone := clean_line(str(event["DTSTART"].params.get("TZID", "")))):
                raise Refused(BookFileReason.UNKNOWN_ZONE, text=_shown(title), zone=_shown(zone))
            return self._local(start)
        if isinstance(start, date):
            raise Refused(BookFileReason.ALL_DAY, text=_shown(title))
        raise Refused(BookFileReason.NO_START, text=_shown(title))

    def _local(self, moment: date) -> datetime:
        """Return a moment by the store's clock; one that names no zone is that already."""
        if not isinstance(moment, datetime):
            moment = datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001 - it gets the store's zone
        return moment.replace(tzinfo=self.zone) if moment.tzinfo is None else moment.astimezone(self.zone)

    def _new(self, event: Any, title: str, at: Millis) -> NewAppointment:
        plate = self._plate(event, title)
        own = {name: clean_line(str(event.get(f"X-FRONTDESK-{name}", "")), None) for name in _OWN}
        said = clean_line(_PLATE.sub(" ", mask_in(title)), None)
        attendee = event.get("ATTENDEE")
        named = str(getattr(attendee, "params", {}).get("CN", "")) if attendee is not None else ""
        return NewAppointment(
            at=at,
            plate=plate,
            customer=own["CUSTOMER"] or clean_line(named, CUSTOMER_LIMIT),
            purpose=Purpose.REPAIR if own["PURPOSE"] == Purpose.REPAIR else Purpose.MAINTENANCE,
            work=own["WORK"] if own["PURPOSE"] else said,
            minutes=self._minutes(event),
            waits=Waits.AWAY if own["WAITS"] == Waits.AWAY else Waits.LOUNGE,
            advisor=own["ADVISOR"],
            way=own["CHANNEL"] or Way.ONLINE,
        )

    def _plate(self, event: Any, title: str) -> Plate:
        said = str(event.get("X-FRONTDESK-PLATE", ""))
        if said:
            return parse_plate(said, self.province)
        texts = (title, str(event.get("LOCATION", "")), str(event.get("DESCRIPTION", "")))
        for text in texts:
            for found in _PLATE.finditer(text.upper()):
                plate = parse_plate(found[0], self.province)
                if is_usual(plate):
                    return plate
        return NO_PLATE

    def _minutes(self, event: Any) -> int:
        start, ends = _value(event, "DTSTART"), _value(event, "DTEND")
        length = _value(event, "DURATION")
        if isinstance(ends, datetime):
            length = self._local(ends) - self._local(start)
        minutes = int(length.total_seconds()) // 60 if isinstance(length, timedelta) else 0
        return minutes or USUAL_MINUTES

    def _times(self, event: Any, start: datetime, title: str) -> list[datetime]:
        """Return when an entry that repeats itself is due, from today on, as far ahead as is booked."""
        from dateutil.rrule import rrulestr  # noqa: PLC0415 - only where something repeats itself

        rule = event["RRULE"].to_ical().decode()
        frequency = re.search(r"FREQ=(\w+)", rule.upper())
        if frequency is None or frequency[1] in _TOO_OFTEN:
            raise Refused(BookFileReason.BAD_RULE, text=_shown(title))
        # By the clock on the wall: 9:30 stays 9:30 when the clocks change.
        naive = start.replace(tzinfo=None)
        try:
            found = rrulestr(_floating(rule, self.zone), dtstart=naive)
            first = to_datetime(self.now, self.zone).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
            times = found.between(first, first + timedelta(days=self.days + 1), inc=True)
        except (ValueError, TypeError, OverflowError) as error:
            raise Refused(BookFileReason.BAD_RULE, text=_shown(title)) from error
        left_out = {self._local(each) for each in _left_out(event)}
        local = (each.replace(tzinfo=self.zone) for each in times[:_LATEST])
        return [each for each in local if each not in left_out]


_OWN = ("CUSTOMER", "PURPOSE", "WORK", "WAITS", "ADVISOR", "CHANNEL")


def _value(event: Any, name: str) -> Any:
    """Return what a property of an entry says; None where it is missing, or nothing that can be read."""
    try:
        return getattr(event.get(name), "dt", None)
    except ValueError:
        return None


def _left_out(event: Any) -> list[date]:
    """Return when an entry that repeats itself is left out."""
    said = event.get("EXDATE")
    try:
        return [each.dt for listed in (said if isinstance(said, list) else [said]) if listed for each in listed.dts]
    except (AttributeError, ValueError):
        return []


def _floating(rule: str, zone: ZoneInfo) -> str:
    """Return a rule whose end is by the store's clock."""

    def local(found: re.Match[str]) -> str:
        until = datetime.strptime(found[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(zone)
        return f"UNTIL={until:%Y%m%dT%H%M%S}"

    return re.sub(r"UNTIL=(\d{8}T\d{6}Z)", local, rule.upper())


def _whole(value: Any) -> int:
    try:
        return max(0, int(value))
    except (TypeError, ValueError):
        return 0


def _shown(text: str) -> str:
    cut = clean_line(text)
    return cut if len(cut) <= _SHOWN else f"{cut[:_SHOWN]}…"


def _events(text: str) -> Iterator[tuple[int, Any]]:
    """Yield each entry with the line it begins at; None for one that cannot be read: those after it are read."""
    from icalendar import Calendar  # noqa: PLC0415 - slow to load, and seldom needed

    zones = "\r\n".join(_ZONES.findall(text))
    for number, block in _blocks(text):
        parts = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-", zones, block, "END:VCALENDAR", "")
        try:
            events = Calendar.from_ical("\r\n".join(part for part in parts if part or part is parts[-1])).walk("VEVENT")
            yield number, events[0]
        except (ValueError, KeyError, IndexError, TypeError, AttributeError):
            yield number, None


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    block: list[str] = []
    begins = 0
    for number, row in enumerate(text.splitlines(), 1):
        if row.strip().upper() == _BEGINS:
            block, begins = [], number
        if begins:
            block.append(row)
        if begins and row.strip().upper() == _ENDS:
            yield begins, "\r\n".join(block)
            begins = 0
    if begins:
        yield begins, ""
