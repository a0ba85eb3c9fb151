"""The customer file knows who is booked, whose car is in repair, and what is still to be told (G5)."""

from dataclasses import replace

import pytest

from frontdesk.desk import customers, forgetting, policy, zone
from frontdesk.desk.appointments import booking
from frontdesk.desk.cases import register
from frontdesk.desk.desk import Desk
from frontdesk.desk.messages import telling
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.customers.customer import Customer, Which, read_place
from frontdesk.domain.forgetting.customer import Customer as Forgotten
from frontdesk.domain.messages.message import Purpose, ToTell
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import DAY, HOUR, ManualClock
from frontdesk.domain.values.plates import NO_PLATE, Plate

CAR, NEW_CAR, ZENG, WANG = Plate("苏E10001"), Plate("苏E10009"), "13811110001", "13811110002"


@pytest.fixture
def served(manager: Desk, clock: ManualClock) -> Desk:
    """曾 came for an appointment, waits, and is booked again with another car; 王 and a name are only booked."""
    policy.load(manager, replace(Policy(), progress="all"))
    booking.book(manager, NewAppointment(clock.at + HOUR, CAR, "曾小明", ZENG))
    clock.at += HOUR
    for step in (zone.arrive, zone.receive, zone.make_work_order, zone.hand_over):
        step(manager, CAR)
    telling.add(manager, ToTell(Purpose.PROGRESS, "还要一小时", plate=CAR, phone=ZENG))
    booking.book(manager, NewAppointment(clock.at + DAY, NEW_CAR, "曾先生", ZENG))
    booking.book(manager, NewAppointment(clock.at + DAY, NO_PLATE, "王女士", WANG))
    booking.book(manager, NewAppointment(clock.at + DAY + HOUR, NO_PLATE, "Ms Li"))
    return manager


def everyone(desk: Desk, size: int, which: Which | None = None) -> list[Customer]:
    found: list[Customer] = []
    after = None
    while True:
        part = customers.part(desk, which or Which(), after, size)
        found += part.customers
        if part.after is None:
            return found
        after = read_place(part.after.written)


def test_each_of_them_once_with_what_is_open(served: Desk, clock: ManualClock) -> None:
    found = everyone(served, 50)
    assert [(each.name, each.phone, each.plates) for each in found] == [
        ("曾先生", "138****0001", (CAR, NEW_CAR)), ("Ms Li", "", ()), ("王女士", "138****0002", ()),
    ]  # fmt: skip
    zeng = found[0]
    assert (zeng.next_booking, zeng.last_booking) == (clock.at + DAY, clock.at)
    assert (len(zeng.repairs), len(zeng.to_tell)) == (1, 1)
    for size in (1, 2):
        assert everyone(served, size) == found
    assert [each.name for each in everyone(served, 1, Which("苏E"))] == ["曾先生"]
    assert customers.every(served, Which()) == tuple(found)


@pytest.mark.parametrize(
    ("text", "names"),
    [("曾", ["曾先生"]), ("10009", ["曾先生"]), ("0002", ["王女士"]), (WANG, ["王女士"]), ("ms LI", ["Ms Li"]),
     ("002", []), ("'\u202e%", [])],
)  # fmt: skip
def test_finding_who_is_only_booked(served: Desk, text: str, names: list[str]) -> None:
    assert [each.name for each in customers.find(served, text)] == names


def test_a_car_belongs_to_the_number_that_was_said_last(served: Desk, clock: ManualClock) -> None:
    clock.at += 1
    case = NewCase(
        channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.ORDINARY, customer="老王", phone=WANG,
        plate=NEW_CAR, words="太慢",
    )  # fmt: skip
    register.register(served, case)
    of_wang = next(each for each in everyone(served, 50) if each.phone == "138****0002")
    assert (of_wang.name, of_wang.plates) == ("老王", (NEW_CAR,))
    assert len(everyone(served, 50)) == 3


def test_who_is_forgotten_is_no_customer_any_more(served: Desk) -> None:
    booking.cancel(served, 3, "不来了")
    forgetting.forget(served, Forgotten(phone=WANG))
    assert [each.name for each in everyone(served, 50)] == ["曾先生", "Ms Li"]
