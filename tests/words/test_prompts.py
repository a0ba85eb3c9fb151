"""What a line says of several prompts of one kind."""

from attended import hire, sign
from case_work import register

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.domain.cases.case import Severity
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.values.clock import HOUR, MINUTE, ManualClock
from frontdesk.domain.values.plates import Plate
from frontdesk.words.escalations.prompt import situations


def test_a_case_is_late_since_it_was_due_however_long_its_car_waits(desk: Desk, clock: ManualClock) -> None:
    """The car of the later case has waited longer than any case is late."""
    hire(desk)
    zone.arrive(desk, Plate("苏B20002"))
    clock.at += HOUR
    register(desk, Severity.MAJOR, customer="先到期", plate="苏B10001")
    clock.at += MINUTE
    register(desk, Severity.MAJOR, customer="后到期", plate="苏B20002")
    clock.at += 40 * MINUTE
    sign(desk, clock.at)
    handling.evaluate(desk)
    snapshot = desk.snapshot()
    due = [each for each in snapshot.escalations if each.kind is Kind.COMPLAINT_DUE]
    latest = max(clock.at - each.crossed_at for each in due)
    said = situations(due, snapshot, clock.at)
    assert "先到期" in said, said
    assert f"latest by {latest // MINUTE}:" in said
