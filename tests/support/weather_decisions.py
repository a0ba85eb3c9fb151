"""A decision because of the weather, written and signed, for tests."""

from weathers import HOUR

from frontdesk.desk import approvals
from frontdesk.desk.appointments import booking
from frontdesk.desk.desk import Desk
from frontdesk.desk.messages import telling
from frontdesk.desk.weather import decisions
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.messages.message import Message, Purpose
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock, Millis
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.weather.affected import Affected, RowState
from frontdesk.domain.weather.decision import Choice, NewDecision, Service

TOMORROW: Millis = 22 * HOUR
"""It is 10:00 of a Friday: 8:00 tomorrow."""


def by(desk: Desk, who: str) -> Desk:
    desk.actor = Actor("manager", who)
    return desk


def book(desk: Desk, at: Millis, plate: str = "苏A12345") -> int:
    return booking.book(desk, NewAppointment(at, Plate(plate), "王女士", "13800138000", work="保养")).number


def stop(clock: ManualClock, hours: int = 6, choice: Choice = Choice.STOP, place: str = "") -> NewDecision:
    begins = clock.at + TOMORROW
    return NewDecision(choice, (Service.APPOINTMENTS,), begins, begins + hours * HOUR, place=place, why="暴雨")


def decide(desk: Desk, new: NewDecision) -> int:
    """Written at the desk, signed by manager and director."""
    number = decisions.decide(by(desk, "张三"), new).number
    sign(desk, number)
    return number


def sign(desk: Desk, number: int) -> None:
    for who in ("王芳", "李建国"):
        approvals.sign(by(desk, who), number)
    by(desk, "张三")


def listed(desk: Desk, number: int) -> list[tuple[int, RowState]]:
    return [(row.ref, row.state) for row in decisions.shown(desk, number).rows]


def owed(desk: Desk) -> list[Message]:
    return [each for each in telling.listed(desk) if each.purpose is Purpose.WEATHER]


def only(desk: Desk, number: int) -> Affected:
    (row,) = decisions.shown(desk, number).rows
    return row
