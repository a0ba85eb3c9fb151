"""What was written down wrongly, said twice, or called off: nothing is lost, nobody is misled (R1–R6)."""

from at_desk import MINUTE, refusal
from rescue_team import CAR, FORM, Team

from frontdesk.desk import matters, parts
from frontdesk.desk.messages import telling
from frontdesk.desk.rescues import calls, planning, road
from frontdesk.desk.undo import undo
from frontdesk.domain.messages.message import Message, MessageState
from frontdesk.domain.parts.part import PartState
from frontdesk.domain.rescues.reasons import RescueReason
from frontdesk.domain.rescues.terms import RescueOutcome
from frontdesk.domain.values.plates import Plate


def told(team: Team, number: int) -> Message:
    """The newest word that is owed to the customer."""
    return telling.of_matter(team.desk, number)[-1]


def test_a_wrong_number_and_plate_are_put_right_where_the_customer_is_rung_up(team: Team) -> None:
    number = team.on_the_road()
    right = Plate("苏E7K527")
    desk = team.by("陈静")
    calls.change(desk, number, FORM._replace(plate=right), phone="13900019111")
    rescue = team.rescue(number)
    assert (rescue.form.plate, rescue.phone, rescue.second) == (right, "139****9111", "")
    assert (told(team, number).plate, told(team, number).phone) == (right, "139****9111")
    assert matters.shown(desk, number).title == right
    undo(desk)
    assert (told(team, number).plate, told(team, number).phone) == (CAR, "139****8000")
    assert matters.shown(desk, number).title == CAR


def test_what_was_found_on_site_is_not_overwritten(team: Team) -> None:
    number = team.on_the_road()
    desk = team.by("陈静")
    road.arrive(desk, number)
    road.check(desk, number, as_planned=False, words="泵型号不对")
    again = refusal(lambda: road.check(desk, number, as_planned=True))
    assert (again, team.rescue(number).checked_words) == (RescueReason.CHECKED, "泵型号不对")


def test_called_off_nobody_is_told_and_no_part_is_waited_for(team: Team) -> None:
    number = team.signed()
    desk = team.by("陈静")
    road.depart(desk, number, "已出发", eta=desk.now() + 30 * MINUTE, without="快递")
    road.result(desk, number, RescueOutcome.CANCELLED, "自己走了")
    assert told(team, number).state is MessageState.WITHDRAWN
    assert {part.state for part in team.rescue(number).parts} == {PartState.CANCELLED}
    assert parts.open_ones(desk) == ()
    undo(desk)
    assert told(team, number).is_open
    assert len(parts.open_ones(desk)) == 2


def test_a_rescue_that_was_called_off_is_not_put_right_any_more(team: Team) -> None:
    number = team.called()
    road.result(team.by("陈静"), number, RescueOutcome.CANCELLED, "自己走了")
    assert refusal(lambda: calls.change(team.desk, number, FORM)) is RescueReason.RESCUE_OVER
    assert refusal(lambda: planning.consent(team.by("王芳"), number)) is RescueReason.RESCUE_OVER
