"""What a line says of several prompts of one kind."""

from attended import hire, sign
from case_work import register

from frontdesk.desk import policy, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.progress import telling
from frontdesk.domain.cases.case import Severity
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.progress.terms import Heard
from frontdesk.domain.stations.station import StationKind
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


def test_what_is_owed_to_customers_says_how_many_they_are_and_the_longest(desk: Desk, clock: ManualClock) -> None:
    hire(desk)
    desk.actor = Actor("reception", "王芳")
    policy.load(desk, Policy(progress="all"))
    for plate in ("苏A10001", "苏A10002", "苏A10003"):
        zone.arrive(desk, Plate(plate))
        zone.receive(desk, Plate(plate))
        zone.make_work_order(desk, Plate(plate))
        clock.at += MINUTE
    clock.at += 30 * MINUTE
    sign(desk, clock.at)
    handling.evaluate(desk)

    def line() -> str:
        snapshot = desk.snapshot()
        rows = snapshot.rows(StationKind.RECEPTION, clock.at)
        owed = next(row.prompts for row in rows if row.prompts and row.prompts[0].kind is Kind.DUE_MISSED)
        return situations(owed, snapshot, clock.at)

    assert "3 customers to tell, longest 3:00" in line()
    assert "A·10001" in line()
    telling.told(desk, Plate("苏A10001"), Heard.PHONE)
    handling.evaluate(desk)
    assert "2 customers to tell" in line()


def test_a_case_whose_customer_is_not_known_leaves_no_gap(desk: Desk, clock: ManualClock) -> None:
    hire(desk)
    register(desk, Severity.MAJOR, customer="", plate="")
    clock.at += 40 * MINUTE
    sign(desk, clock.at)
    handling.evaluate(desk)
    due = [each for each in desk.snapshot().escalations if each.kind is Kind.COMPLAINT_DUE]
    said = situations(due, desk.snapshot(), clock.at)
    assert "  " not in said, said
