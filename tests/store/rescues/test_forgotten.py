"""A customer asks to be forgotten: their rescue is kept, and says nothing of them any more."""

from pathlib import Path

from at_desk import refusal
from rescue_team import CAR, PHONE, Team

from data.proof.tables import compare
from frontdesk.desk import forgetting
from frontdesk.desk.rescues import road
from frontdesk.domain.forgetting.customer import GONE, Customer
from frontdesk.domain.forgetting.reasons import ForgetReason
from frontdesk.domain.rescues.terms import RescueOutcome


def test_a_customer_is_forgotten_with_their_rescue(team: Team, store: Path) -> None:
    number = team.planned()
    customer = Customer(phone=PHONE)
    desk = team.by("王芳")
    assert refusal(lambda: forgetting.forget(desk, customer)) is ForgetReason.MATTERS_OPEN
    road.result(team.by("陈静"), number, RescueOutcome.CANCELLED, "自己走了")
    forgetting.forget(team.by("王芳"), customer)
    form = team.rescue(number).form
    assert (form.customer, form.plate, form.symptom, team.rescue(number).phone) == ("", CAR, GONE, "")
    assert forgetting.leave_no_trace(team.desk)
    assert "高先生".encode() not in store.read_bytes()
    assert not compare(team.desk.connection, lambda done, of: None).found
