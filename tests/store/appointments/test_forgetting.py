"""A customer who is forgotten is in no appointment, and in no event that told of one (C10, Z9)."""

from at_desk import refusal

from data.proof.chain import broken_link
from data.proof.tables import compare
from frontdesk.desk import forgetting, undo
from frontdesk.desk.appointments import booking, reading
from frontdesk.desk.desk import Desk
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.forgetting.customer import Customer
from frontdesk.domain.forgetting.reasons import ForgetReason
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate

HOUR = 3_600_000
PHONE, PLATE = "13811110001", Plate("苏A88888")


def test_nothing_of_a_customer_is_left(manager: Desk, clock: ManualClock) -> None:
    new = NewAppointment(clock.at + HOUR, PLATE, "曾小明", PHONE, work="方向盘抖")
    booking.book(manager, new)
    undo.undo(manager)
    number = booking.book(manager, new).number
    assert refusal(lambda: forgetting.forget(manager, Customer(phone=PHONE))) is ForgetReason.STILL_BOOKED
    booking.cancel(manager, number, "曾先生改主意")
    forgetting.forget(manager, Customer(phone=PHONE))
    found = reading.shown(manager, number)
    assert (found.customer, found.phone, found.work, found.why) == ("", "", "***", "***")
    told = " ".join(text for (text,) in manager.connection.execute("select changes || answer from events"))
    for said in ("曾小明", "曾先生", "方向盘抖", PHONE):
        assert said not in told
    assert manager.connection.execute("select count(*) from phones where number = ?", (PHONE,)).fetchone() == (0,)
    assert broken_link(manager.connection, lambda done, of: None) is None
    assert not compare(manager.connection, lambda done, of: None).found
