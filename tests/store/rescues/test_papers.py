"""The sheet and the slip of a rescue: what the team needs, and nothing of the customer's beyond that (R4, C10)."""

import segno
from rescue_team import FORM, PHONE, Team

from frontdesk.desk.rescues import calls, road
from frontdesk.documents import rescue_page
from frontdesk.domain.rescues.terms import RescueOutcome
from frontdesk.words import i18n

PLACE = "G25 <b>1184K</b> & 出口"


def test_the_sheet_tells_the_whole_of_it(team: Team) -> None:
    number = team.on_the_road()
    desk = team.by("陈静")
    road.contact(desk, number, "客户电话 13900018000，已上高速")
    road.arrive(desk, number)
    road.check(desk, number, as_planned=False, words="泵型号不对")
    road.result(desk, number, RescueOutcome.TOWED)
    with i18n.spoken("en"):
        page = rescue_page.sheet(desk, number).page
    for said in ("高先生", "苏E·7K521", "plan 1: 30 min", "李建国", "离合总成", "泵型号不对", "towed to the store"):
        assert said in page, said
    assert PHONE not in page and "139****8000" in page


def test_the_slip_has_the_place_as_a_code_and_no_number_of_the_customer(team: Team) -> None:
    number = team.on_the_road()
    calls.change(team.by("陈静"), number, FORM._replace(place=f"{PLACE} 电话13900018000"))
    with i18n.spoken("zh"):
        page = rescue_page.slip(team.desk, number).page
    drawn = segno.make("G25 <b>1184K</b> & 出口 电话139****8000\n苏E·7K521 · 大通V80", micro=False, error="m")
    assert drawn.svg_inline(border=2, omitsize=True) in page
    for said in ("&lt;b&gt;1184K&lt;/b&gt; &amp; 出口", "刘军 13800010061", "何伟", "救援车2", "更换离合总成"):
        assert said in page, said
    assert PHONE not in page and "<b>1184K" not in page


def test_a_slip_before_there_is_a_plan(team: Team) -> None:
    assert "离合器踩下无力" in rescue_page.slip(team.desk, team.called()).page
