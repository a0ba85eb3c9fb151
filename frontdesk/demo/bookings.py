"""The demo's appointments: those of the morning's cars, and of some of the random day's (Z9)."""

import random
from collections.abc import Iterable

from frontdesk.demo.repairs import time_of_day
from frontdesk.demo.script import Line
from frontdesk.desk.appointments import booking
from frontdesk.desk.desk import Desk
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.journal.result import Result
from frontdesk.domain.zone.cars import Purpose

_SHARE = 0.4
"""Which part of the random day's cars has an appointment."""
_QUARTER = 15 * 60
_NAMES = ("王女士", "张先生", "刘女士", "周先生", "吴女士", "郑先生", "冯女士", "沈先生")


def book(desk: Desk, line: Line) -> Result:
    """Make an appointment; where the half hour is full, above what it takes, as for a customer who insists."""
    said, at = line.details, time_of_day(desk, line.details["for"])
    new = NewAppointment(at, line.plate, said["customer"], purpose=Purpose(said["purpose"]), work=said["work"])
    return booking.book(desk, new, above=True)


def of_random_day(lines: Iterable[Line], at: int, who: str) -> list[Line]:
    """Return the appointments of some of the cars that come, made at `at`; each comes about the time it is for."""
    first = {line.plate: line for line in reversed(tuple(lines)) if line.do == "arrive"}
    return [_made(line, at, who) for plate, line in first.items() if random.Random(plate).random() < _SHARE]


def _made(line: Line, at: int, who: str) -> Line:
    chance = random.Random(line.plate[::-1])
    on = round((line.at + chance.randint(-600, 900)) / _QUARTER) * _QUARTER
    details = {
        "for": f"{on // 3600:02}:{on // 60 % 60:02}:00",
        "customer": chance.choice(_NAMES),
        "purpose": line.details["purpose"],
        "work": "",
    }
    return Line(at, who, "book", line.plate, details)
