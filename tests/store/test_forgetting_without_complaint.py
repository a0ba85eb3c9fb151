"""A customer who never complained is forgotten all the same: booked, in repair, told, quoted (C10)."""

from dataclasses import replace
from pathlib import Path

import pytest
from at_desk import refusal

from data.proof.chain import broken_link
from data.proof.tables import compare
from frontdesk.desk import approvals, forgetting, policy, quotes, retention, undo, zone
from frontdesk.desk.appointments import booking
from frontdesk.desk.desk import Desk
from frontdesk.desk.messages import telling as words
from frontdesk.desk.progress import findings, jobs, promises, repairs, telling
from frontdesk.desk.runs import runs, starting
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.forgetting.customer import Customer
from frontdesk.domain.forgetting.reasons import ForgetReason
from frontdesk.domain.messages.message import Purpose, ToTell
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.progress.terms import Decision, FoundKind, Heard, JobKind
from frontdesk.domain.quotes import About, QuoteLine
from frontdesk.domain.retention.terms import Held, RecordClass
from frontdesk.domain.values.clock import DAY, HOUR, ManualClock, to_datetime
from frontdesk.domain.values.plates import Plate

CAR, PHONE, OTHER = Plate("苏BD8832"), "13811110001", "13811110002"
WORDS = ("曾先生", "曾小明", "方向盘抖")
OF_CUSTOMERS = (RecordClass.VISITS, RecordClass.CASES, RecordClass.APPOINTMENTS)
"""The classes that hold something of a customer."""


@pytest.fixture
def served(manager: Desk, clock: ManualClock) -> Desk:
    """A customer was booked, came, and waits while the car is in repair; something was taken back each time."""
    policy.load(manager, replace(Policy(), progress="all"))
    new = NewAppointment(clock.at + HOUR, CAR, "曾小明", PHONE, work="方向盘抖")
    booking.book(manager, replace(new, customer="曾先生的弟弟"))
    undo.undo(manager)
    booking.book(manager, new)
    booking.book(manager, NewAppointment(clock.at + HOUR, Plate("苏A99999"), "王女士", OTHER, work="保养"))
    clock.at += HOUR
    for step in (zone.arrive, zone.receive, zone.make_work_order, zone.hand_over):
        step(manager, CAR)
    jobs.assign(manager, CAR, JobKind.REPAIR, "刘军")
    jobs.start(manager, CAR)
    findings.find(manager, CAR, FoundKind.HIDDEN, "渗油，曾先生的旧伤")
    undo.undo(manager)
    findings.find(manager, CAR, FoundKind.HIDDEN, "渗油，曾先生说旧伤")
    findings.decide(manager, CAR, Decision.LATER, Heard.PHONE, "曾先生说下次")
    promises.promise(manager, CAR, clock.at + HOUR, why="曾先生要得急")
    telling.told(manager, CAR, Heard.PHONE, "曾先生知道了")
    repair = repairs.shown(manager, CAR).id
    lines = (QuoteLine("工时", 1, 2),)
    quotes.add(manager, About(matter=repair), "曾先生要便宜的", lines, valid_until=clock.at + HOUR)
    starting.start(manager, "handback", "zh", matter=repair)
    runs.fail(manager, repair, "works", "曾先生听见异响")
    number = words.add(manager, ToTell(Purpose.READY, "曾先生的车好了", name="曾小明", plate=CAR, phone=PHONE)).number
    words.told(manager, number, "曾先生说好")
    return manager


def left_in(desk: Desk, store: Path) -> list[str]:
    """Return what of the customer is in the file."""
    assert forgetting.leave_no_trace(desk)
    content = store.read_bytes()
    assert "王女士".encode() in content
    assert broken_link(desk.connection, lambda done, of: None) is None
    assert not compare(desk.connection, lambda done, of: None).found
    return [said for said in (*WORDS, PHONE) if said.encode() in content]


@pytest.mark.parametrize(
    "customer", [Customer(phone=PHONE), Customer(plate=CAR), Customer(phone=PHONE, name="曾小明")], ids=str
)
def test_nothing_is_left_in_a_byte(served: Desk, store: Path, customer: Customer) -> None:
    assert refusal(lambda: forgetting.forget(served, customer)) is ForgetReason.STILL_IN_REPAIR
    zone.leave(served, CAR)
    done = forgetting.forget(served, customer).facts
    assert (done["cases"], done["appointments"], done["repairs"]) == (0, 1, 1)
    assert left_in(served, store) == []
    assert refusal(lambda: forgetting.forget(served, customer)) is ForgetReason.NOBODY_FOUND


def test_a_booking_that_was_taken_back_is_all_there_was(manager: Desk, clock: ManualClock, store: Path) -> None:
    booking.book(manager, NewAppointment(clock.at + HOUR, Plate("苏A99999"), "王女士", OTHER))
    booking.book(manager, NewAppointment(clock.at + HOUR, CAR, "曾小明", PHONE, work="方向盘抖"))
    undo.undo(manager)
    forgetting.forget(manager, Customer(plate=CAR))
    assert left_in(manager, store) == []
    assert refusal(lambda: forgetting.forget(manager, Customer(plate=CAR))) is ForgetReason.NOBODY_FOUND


def test_a_car_with_two_numbers_keeps_what_is_not_tied_to_the_one(served: Desk, clock: ManualClock) -> None:
    zone.leave(served, CAR)
    clock.at += DAY
    sold = booking.book(served, NewAppointment(clock.at + HOUR, CAR, "新车主", OTHER)).number
    booking.cancel(served, sold, "不来了")
    # The repair is that of the first appointment: the buyer's number does not reach it, the seller's does.
    assert forgetting.holdings(served, Customer(phone=OTHER, plate=CAR)).addressed.repairs == ()
    assert len(forgetting.holdings(served, Customer(phone=PHONE)).addressed.repairs) == 1


def test_a_number_that_is_still_to_be_rung_up_stays(served: Desk, director: Desk, clock: ManualClock) -> None:
    zone.leave(served, CAR)
    made = clock.at
    clock.at += 4 * 366 * DAY
    (booked_with,) = served.connection.execute("select phone_id from appointments where plate = ?", (CAR,)).fetchone()
    new = words.add(served, ToTell(Purpose.READY, "好了", plate=CAR, phone_id=booked_with)).number
    before = to_datetime(made + 2 * DAY).date()
    for kind in OF_CUSTOMERS:
        approvals.sign(director, retention.purge(served, kind, before).number)
        retention.purge(served, kind, before)
    assert words.shown(served, new).phone == "138****0001"
    assert not any(any(each.going.values()) for each in retention.shown(served))


def test_each_class_goes_when_its_own_term_is_over(
    served: Desk, director: Desk, clock: ManualClock, store: Path
) -> None:
    zone.leave(served, CAR)
    made = clock.at
    clock.at += 4 * 366 * DAY
    before = to_datetime(made + 2 * DAY).date()
    held = {each.kind: each for each in retention.shown(served)}
    assert held[RecordClass.VISITS].repairs == 1
    # The other customer never came: once it is known, hers is over too.
    booked: Held = held[RecordClass.APPOINTMENTS]
    assert (booked.past, booked.appointments, booked.numbers) == (1, 1, 1)
    for kind in OF_CUSTOMERS:
        approvals.sign(director, retention.purge(served, kind, before).number)
        retention.purge(served, kind, before)
    assert left_in(served, store) == []
    assert not any(any(each.going.values()) for each in retention.shown(served))
