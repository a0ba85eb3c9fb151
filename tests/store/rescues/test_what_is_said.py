"""What the plan of a rescue says, what is read to the customer, and how they hear it left (R1–R5, R7, R9)."""

from at_desk import MINUTE, refusal
from rescue_team import CAR, Team

from data.messages import routes
from frontdesk.desk import parts, zone
from frontdesk.desk.messages import telling, wishes
from frontdesk.desk.progress import jobs
from frontdesk.desk.rescues import rescues, road
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.messages.message import MessageState
from frontdesk.domain.parts.part import Carrier, PartState, Source
from frontdesk.domain.progress.terms import JobKind
from frontdesk.domain.rescues.reasons import RescueReason
from frontdesk.domain.values.clock import ManualClock
from frontdesk.words import i18n
from frontdesk.words.rescues import history_lines, plan_lines, script
from frontdesk.words.times import long_time

CARE = "路肩作业，先放三角牌"


def test_what_the_store_knows_of_the_car(team: Team, clock: ManualClock) -> None:
    """When it was here last, and what was done on it then (R1)."""
    desk = team.by("陈静")
    zone_of = OpeningHours.of(desk.snapshot().policy).zone
    never = rescues.history(desk, CAR)
    for step in (zone.arrive, zone.receive, zone.make_work_order):
        step(desk, CAR)
    jobs.assign(team.by("孙磊"), CAR, JobKind.REPAIR, "刘军", title="换离合器片")
    clock.at += 60 * MINUTE
    zone.leave(team.by("陈静"), CAR)
    known = rescues.history(desk, CAR)
    with i18n.spoken("en"):
        assert history_lines(never.last_visit, never.repairs, zone_of) == ["This car was never here."]
        said = history_lines(known.last_visit, known.repairs, zone_of)
    assert [line.rpartition(" ")[2] for line in said[1:]] == ["换离合器片"]
    assert said[0] == f"here last: {long_time(clock.at, zone_of)}"


def test_what_the_plan_says(team: Team) -> None:
    number = team.planned(tools="千斤顶", cautions=CARE)
    plan = team.rescue(number).plan
    assert plan is not None
    with i18n.spoken("en"):
        said = plan_lines(plan, OpeningHours.of(team.desk.snapshot().policy).zone)
    assert said[0].startswith("plan 1: 30 min on the road, 90 min of work, 800-1500 yuan · 孙磊")
    for name in ("刘军, 何伟", "更换离合总成", "离合总成 ×1, 机油 ×2", "千斤顶", CARE):
        assert any(name in line for line in said)


def test_what_is_read_to_the_customer(team: Team) -> None:
    number = team.planned(cautions=CARE)
    first, second = team.rescue(number).parts
    desk = team.by("陈静")
    parts.order(desk, first.id, {"source": Source.FACTORY, "carrier": Carrier.COURIER, "may_fly": False})
    parts.order(desk, second.id, {"source": Source.NEIGHBOUR, "carrier": Carrier.ROAD, "monitored": True})
    with i18n.spoken("en"):
        said = script(team.rescue(number), "13800010061")
    assert said == (
        "刘军 (13800010061) leads the team; it needs about 30 minutes to you and 90 on site. Planned: 更换离合总成."
        f" It will cost about 800 to 1500 yuan. Please note: {CARE}. 离合总成 may not go by air."
        " 机油 has to be approved by its maker. Do you agree?"
    )


def test_by_phone_and_by_text(team: Team) -> None:
    """Each is a proof of its own: one that was told leaves the other, and sent is not told."""
    routes.put(team.desk.connection, {"sms": ("folder:/srv/sms",)})
    number = team.on_the_road()
    call, text = telling.of_matter(team.desk, number)
    assert (call.channel, text.channel) == ("phone", "sms")
    assert call.text == text.text == "已出发"
    telling.told(team.by("陈静"), call.id)
    assert [each.state for each in telling.of_matter(team.desk, number)] == [MessageState.TOLD, text.state]
    wishes.note(team.desk, "13900018000", no_texts=True)
    other = team.signed(parts=(), leader="孙磊", crew=())
    road.depart(team.by("陈静"), other, "已出发", eta=team.desk.now() + MINUTE)
    assert [each.channel for each in telling.of_matter(team.desk, other)] == ["phone"]


def test_without_a_part_it_leaves_once_it_is_said_how_it_follows(team: Team, clock: ManualClock) -> None:
    number = team.signed()
    desk = team.by("陈静")
    assert refusal(lambda: road.depart(desk, number, "已出发", eta=clock.at + MINUTE)) is RescueReason.WITHOUT_PARTS
    road.depart(desk, number, "已出发", eta=clock.at + MINUTE, without="邻店快递补送")
    rescue = team.rescue(number)
    assert (rescue.departed_at, rescue.without) == (clock.at, "邻店快递补送")
    assert {part.state for part in rescue.missing} == {PartState.ASKED}
