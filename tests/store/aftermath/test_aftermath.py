"""After an incident: investigated, assessed, closed; hazards; the authority; cars that were there (I12–I16)."""

from collections.abc import Callable
from functools import partial

import pytest
from at_desk import arrive, refusal

from frontdesk.desk import forgetting, matters, measures, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.incidents import aftermath, cars, commanding, hazards, knowing, reporting
from frontdesk.desk.plans import plans
from frontdesk.desk.progress import jobs
from frontdesk.desk.roll_calls import counting, reading
from frontdesk.domain.forgetting.customer import GONE, Customer
from frontdesk.domain.incidents.aftermath import IntoPlan
from frontdesk.domain.incidents.aftermath_reasons import AftermathReason
from frontdesk.domain.incidents.car_checks import CheckResult
from frontdesk.domain.incidents.incident import EntryKind, IncidentKind
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Obstacle
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.progress.terms import JobKind
from frontdesk.domain.roll_calls.roll_call import Mark
from frontdesk.domain.values.clock import HOUR, ManualClock
from frontdesk.domain.values.plates import Plate

As = Callable[[str], Desk]
Report = Callable[..., int]
CAR = Plate("苏A00001")


def owed(desk: Desk, number: int) -> list[DueName]:
    return [due.name for due in matters.shown(desk, number).dues if due.is_running]


def found(desk: Desk, number: int) -> None:
    aftermath.investigate(desk, number, cause="线路老化", responsible="无", loss_cny=1200)


def test_from_over_to_closed(as_: As, report: Report) -> None:
    desk = as_("王芳")
    number = report(hurt=1)
    assess = partial(aftermath.assess, desk, number, lessons="每月测线路", into_plan=IntoPlan.NO, why="已有规定")
    investigate = partial(found, desk, number)
    assert refusal(investigate) is AftermathReason.NOT_OVER
    commanding.end(desk, number)
    assert owed(desk, number) == [DueName.INVESTIGATE]
    assert refusal(assess) is AftermathReason.NOT_INVESTIGATED
    bad = partial(aftermath.investigate, desk, number, cause="x", responsible="x", loss_cny=-1)
    assert refusal(bad) is AftermathReason.LOSS
    assert refusal(partial(found, as_("赵敏"), number)) is PeopleReason.NOT_YOUR_POST
    found(as_("王芳"), number)
    assert owed(desk, number) == [DueName.ASSESS]
    assert refusal(assess) is AftermathReason.NO_MEASURE_SET
    measure = measures.propose(desk, "每月测线路", part_of=number).number
    no_why = partial(aftermath.assess, desk, number, lessons="教训", into_plan=IntoPlan.NO)
    assert refusal(no_why) is AftermathReason.INTO_PLAN_WHY
    assess()
    assert owed(desk, number) == []
    assert refusal(partial(matters.close, desk, number)) is MatterReason.MATTER_OPEN
    measures.drop(desk, measure, "不需要")
    assert not matters.shown(desk, number).is_open
    assert refusal(investigate) is MatterReason.MATTER_CLOSED


def test_what_was_learned_begins_a_draft_of_the_plan(as_: As, report: Report) -> None:
    """The plan is revised after an event (I13, G4)."""
    number = report(is_over=True)
    desk = as_("王芳")
    plans.write(desk, "fire", plans.Draft("消防预案", "一、断电。", "无", "初版", "新"))
    found(desk, number)
    learn = partial(aftermath.assess, desk, number, lessons="先断电再疏散", into_plan=IntoPlan.YES)
    assert refusal(learn) is AftermathReason.INTO_WHICH_PLAN
    learn(plan="fire")
    newest = plans.shown(desk, "fire").newest
    assert newest.said.after == "先断电再疏散"
    assert str(number) in newest.said.why
    assert not matters.shown(desk, number).is_open


def test_a_drill_and_a_mistake_are_not_learned_from(as_: As, report: Report) -> None:
    drill = report(is_drill=True, is_over=True)
    desk = as_("王芳")
    assert owed(desk, drill) == []
    told = partial(aftermath.told_outside, desk, drill, EntryKind.AUTHORITY, "应急局")
    assert refusal(told) is AftermathReason.IN_A_DRILL
    arrive(desk, 1)
    fire = report(IncidentKind.FIRE, "zone")
    assert len(aftermath.shown(desk, fire).cars) == 1
    reporting.take_back(desk, fire)
    assert aftermath.shown(desk, fire).cars == ()


@pytest.mark.parametrize("late", [0, 1])
def test_the_authority_is_told_within_the_hour(as_: As, report: Report, clock: ManualClock, late: int) -> None:
    number = report()
    desk = as_("王芳")
    knowing.say(desk, number, hurt=2)
    assert DueName.AUTHORITY not in owed(desk, number)
    knowing.say(desk, number, hurt=3)
    (due,) = (due for due in matters.shown(desk, number).dues if due.name is DueName.AUTHORITY)
    assert due.due_at == clock.at + HOUR
    clock.at += HOUR + late
    assert refusal(partial(aftermath.told_outside, desk, number, EntryKind.AUTHORITY, " ")) is AftermathReason.TOLD_WHAT
    aftermath.told_outside(desk, number, EntryKind.AUTHORITY, "应急局值班室已记录")
    (due,) = (due for due in matters.shown(desk, number).dues if due.name is DueName.AUTHORITY)
    assert due.is_missed(clock.at) is bool(late)
    knowing.say(desk, number, hurt=4)
    assert DueName.AUTHORITY not in owed(desk, number)


@pytest.mark.parametrize(("rated", "is_grave"), [((3, 5), True), ((5, 3), True), ((2, 5), False), ((4, 3), False)])
def test_a_grave_hazard_is_dealt_with_today(as_: As, report: Report, rated: tuple[int, int], is_grave: bool) -> None:
    number = report(IncidentKind.HAZARD, words="地面漏油")
    desk = as_("张三")
    (before,) = (due for due in matters.shown(desk, number).dues if due.is_running)
    assert refusal(partial(hazards.rate, desk, number, 6, 1)) is AftermathReason.RATING
    hazards.rate(desk, number, *rated)
    (after,) = (due for due in matters.shown(desk, number).dues if due.is_running)
    assert (after.due_at < before.due_at) is is_grave
    followed = aftermath.shown(desk, number)
    assert [part.title for part in followed.measures] == (["地面漏油"] if is_grave else [])
    hazards.act(desk, number, "已擦净，铺防滑垫")
    assert matters.shown(desk, number).is_open is is_grave
    assert refusal(partial(hazards.act, desk, number, "再擦")) is AftermathReason.HAZARD_ACTED


def test_a_hazard_that_happens_is_an_incident(as_: As, report: Report) -> None:
    hazard = report(IncidentKind.HAZARD, "lounge", words="吊灯松动")
    desk = as_("张三")
    hazards.becomes(desk, hazard, IncidentKind.INJURY)
    assert not matters.shown(desk, hazard).is_open
    real = aftermath.shown(desk, hazard + 1).incident
    assert (real.kind, real.place, real.words) == (IncidentKind.INJURY, "lounge", "吊灯松动")
    assert refusal(partial(hazards.rate, desk, real.id, 1, 1)) is AftermathReason.NO_HAZARD


def test_a_car_that_was_there_is_looked_at_before_anybody_works_on_it(as_: As, report: Report) -> None:
    desk = as_("赵敏")
    arrive(desk, 1)
    zone.make_work_order(desk, CAR)
    zone.hand_over(desk, CAR)
    jobs.assign(desk, CAR, JobKind.REPAIR, "刘军")
    number = report(IncidentKind.EQUIPMENT, "workshop")
    begin = partial(jobs.start, as_("李强"), CAR)
    assert refusal(begin) is AftermathReason.CAR_WAS_THERE
    damaged = partial(cars.check, desk, number, CAR, CheckResult.DAMAGED)
    assert refusal(damaged) is AftermathReason.CAR_CHECK_WORDS
    assert (
        refusal(partial(cars.check, desk, number, Plate("苏A00009"), CheckResult.FIT)) is AftermathReason.NO_CAR_CHECK
    )
    damaged(words="右后门烟熏")
    assert refusal(partial(damaged, words="再看")) is AftermathReason.NO_CAR_CHECK
    begin()
    undo.undo(desk)
    undo.undo(desk)
    assert refusal(begin) is AftermathReason.CAR_WAS_THERE


def test_it_stays_open_until_it_was_learned_from(as_: As, report: Report) -> None:
    number = report(is_over=True)
    desk = as_("王芳")
    matter = matters.shown(desk, number)
    assert Obstacle.NOT_LEARNED_FROM in desk.read(lambda connection: matters.obstacles(connection, matter))


def test_what_was_said_of_a_customer_goes_with_them(as_: As, report: Report) -> None:
    desk = as_("赵敏")
    arrive(desk, 1)
    zone.make_work_order(desk, CAR)
    zone.hand_over(desk, CAR)
    jobs.assign(desk, CAR, JobKind.REPAIR, "刘军")
    number = report(IncidentKind.EQUIPMENT, "workshop")
    counting.start(desk, number)
    customer = reading.meant(reading.last_of(desk, number), CAR)
    counting.mark(desk, number, customer.key, Mark.LEFT, words="孙太太说他回家了")
    cars.check(desk, number, CAR, CheckResult.DAMAGED, words="孙先生的箱子烧了")
    jobs.drop(desk, CAR)
    zone.leave(desk, CAR)
    for matter in matters.listed(desk):
        matters.close(as_("王芳"), matter.id, "试完")
    forgetting.forget(as_("王芳"), Customer(plate=CAR))
    (mark,) = reading.meant(reading.last_of(desk, number), CAR).marks
    assert (mark.mark, mark.words) == (Mark.LEFT, GONE)
    assert [each.words for each in aftermath.shown(desk, number).cars] == [GONE]
    told = desk.connection.execute("select count(*) from events where changes like '%孙%'").fetchone()
    assert told == (0,)
