"""The plan of a holiday: opened in time, its points closed by what the program sees, asked in it (S1–S3, S10, S11)."""

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from at_desk import refusal
from case_work import register
from holidays_support import FIRST, LAST, call_everybody, missing, roster_of, state
from store_checks import assert_whole

from data import agenda
from frontdesk.desk import approvals, calendar, matters, undo, zone
from frontdesk.desk.checks import doing, switching
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.holidays import opening, reading
from frontdesk.desk.people import staff
from frontdesk.desk.register import contacts
from frontdesk.desk.rosters import absences
from frontdesk.desk.runs import runs
from frontdesk.desk.surveys import surveys
from frontdesk.domain.calendar.working_days import PublishedYear
from frontdesk.domain.checks.shipped import ShippedCheck
from frontdesk.domain.holidays.points import Lack, Point
from frontdesk.domain.holidays.reasons import HolidayReason
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.people.staff import Post
from frontdesk.domain.register.contacts import ContactKind, Details
from frontdesk.domain.runs.reasons import RunReason
from frontdesk.domain.runs.run import RunOutcome, StepState
from frontdesk.domain.surveys.survey import SurveyKind
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, ManualClock, to_datetime
from frontdesk.domain.values.plates import Plate
from frontdesk.words.runs import entry_line

ZONE = ZoneInfo("Asia/Shanghai")


def plans(desk: Desk) -> list[tuple[date, int | None]]:
    return [(holiday.first, number) for holiday, number in reading.ahead(desk).holidays]


def test_it_is_opened_once_and_in_time(published: None, manager: Desk, clock: ManualClock) -> None:
    assert plans(manager)[0] == (FIRST, None)
    clock.at += DAY
    handling.evaluate(manager)
    (number,) = [number for first, number in plans(manager) if number]
    for _again in range(3):
        clock.at += DAY
        handling.evaluate(manager)
    assert [number for first, number in plans(manager) if number] == [number]
    run = reading.shown(manager, number or 0).run
    assert run is not None
    dues = {due.id: due for due in matters.shown(manager, number or 0).dues}
    zone_of = dues[run.step("roster").due or 0]
    left = {each.step.key: dues[each.due].due_at - (run.day_at or 0) for each in run.steps if each.due}
    assert {key: length // DAY for key, length in left.items()} == {
        "roster": -14, "vehicles": -2, "parts": -10, "suppliers": -7, "check": -1, "contacts": -5, "notices": -3,
        "asked": 14,
    }  # fmt: skip
    assert zone_of.is_running
    matters.close(manager, number or 0, "今年不做")
    clock.at += DAY
    handling.evaluate(manager)
    assert [number for first, number in plans(manager) if number] == [], "what was left is not opened again by itself"


def test_a_store_that_prepares_nothing_here_has_no_plan(manager: Desk, clock: ManualClock) -> None:
    calendar.load(manager, PublishedYear(2026, {FIRST: False}))
    zone.arrive(manager, Plate("苏A10001"))
    clock.at += DAY
    handling.evaluate(manager)
    assert plans(manager) == [(FIRST, None)]
    opening.open_by_hand(manager, date(2026, 8, 1), date(2026, 8, 2))
    clock.at += DAY
    handling.evaluate(manager)
    assert plans(manager)[0][1], "once one was planned by hand, the others open by themselves"


def test_a_year_nobody_has_published_is_said_and_its_file_opens_the_plan(
    published: None, manager: Desk, clock: ManualClock
) -> None:
    agenda.put(manager.connection, agenda.HOLIDAYS, clock.at + HOUR)
    clock.at += 230 * DAY
    assert to_datetime(clock.at, ZONE).date() == date(2027, 1, 14)
    handling.evaluate(manager)
    assert reading.ahead(manager).unpublished == (2027, 2028)
    assert plans(manager) == []
    festival = {date(2027, 2, 5) + timedelta(days=ahead): False for ahead in range(8)}
    calendar.load(manager, PublishedYear(2027, festival))
    assert reading.ahead(manager).unpublished == (2028,)
    for _day in range(2):
        clock.at += DAY
        handling.evaluate(manager)
    assert [(first, bool(number)) for first, number in plans(manager)] == [(date(2027, 2, 5), True)]


def test_one_by_hand_and_late_has_a_day_for_each_point(manager: Desk, clock: ManualClock) -> None:
    today = to_datetime(clock.at, ZONE).date()
    number = opening.open_by_hand(manager, today + timedelta(days=2), today + timedelta(days=3)).number
    dues = [due.due_at for due in matters.shown(manager, number).dues]
    assert min(dues) == clock.at + DAY
    again = lambda: opening.open_by_hand(manager, today + timedelta(days=3), today + timedelta(days=5))  # noqa: E731
    assert refusal(again) is HolidayReason.HOLIDAY_PLANNED
    undo.undo(manager)
    assert refusal(lambda: reading.shown(manager, number)) is HolidayReason.NO_HOLIDAY_PLAN


def test_the_contact_list_and_backup_suppliers(plan: int, manager: Desk) -> None:
    assert {each.kind for each in matters.listed(manager)} >= {MatterKind.HOLIDAY, MatterKind.CONTACTS}
    assert Lack.UNCALLED in missing(manager, plan, Point.CONTACTS)
    assert missing(manager, plan, Point.SUPPLIERS) == {Lack.NO_BACKUP: ()}
    assert refusal(lambda: runs.done(manager, plan, "contacts", words="都打过了")) is RunReason.NOT_SEEN
    contacts.add(manager, Details(ContactKind.SUPPLIER, "备用机油", "02511112222", is_backup=True))
    assert missing(manager, plan, Point.SUPPLIERS) == {Lack.BACKUP_UNCALLED: ("备用机油",)}
    call_everybody(manager)
    assert (state(manager, plan, "contacts"), state(manager, plan, "suppliers")) == (StepState.DONE,) * 2
    assert not any(each.kind is MatterKind.CONTACTS for each in matters.listed(manager))
    undo.undo(manager)
    assert state(manager, plan, "contacts") is StepState.OPEN
    call_everybody(manager)
    staff.add(manager, "新来的", Post.GUARD, "13800138999")
    assert missing(manager, plan, Point.CONTACTS) == {Lack.UNCALLED: ("新来的",)}
    assert state(manager, plan, "contacts") is StepState.OPEN, "what is not so any more is open again"
    assert_whole(manager.connection)


def test_a_published_roster_closes_its_point_and_a_sick_call_opens_it(plan: int, manager: Desk) -> None:
    assert missing(manager, plan, Point.ROSTER) == {Lack.UNROSTERED: ("2026-06-19", "2026-06-20", "2026-06-21")}
    number = roster_of(manager, FIRST, LAST - timedelta(days=1), "王五")
    assert missing(manager, plan, Point.ROSTER) == {Lack.UNROSTERED: ("2026-06-21",)}
    roster_of(manager, LAST, LAST, "王五")
    assert (state(manager, plan, "roster"), missing(manager, plan, Point.ROSTER)) == (StepState.DONE, {})
    absences.add(manager, "王五", FIRST, FIRST, "病假")
    assert missing(manager, plan, Point.ROSTER)[Lack.NOBODY_ON] == ("2026-06-19",)
    assert state(manager, plan, "roster") is StepState.OPEN
    assert number


def test_gaps_are_seen_however_far_ahead_the_holiday_is(published: None, manager: Desk, clock: ManualClock) -> None:
    first = date(2026, 8, 1)
    number = opening.open_by_hand(manager, first, first + timedelta(days=1)).number
    roster_of(manager, first - timedelta(days=1), first + timedelta(days=1), "王五", least=1)
    assert missing(manager, number, Point.ROSTER) == {Lack.GAPS: ("2026-08-01", "2026-08-02")}
    assert state(manager, number, "roster") is StepState.OPEN


def test_checks_are_seen_where_they_come_and_said_where_not(plan: int, manager: Desk, clock: ManualClock) -> None:
    assert missing(manager, plan, Point.CHECK) == {Lack.CHECK_OFF: ()}
    assert refusal(lambda: runs.done(manager, plan, "check")) is RunReason.NOT_SEEN
    runs.done(manager, plan, "check", words="王五看过，无异常")
    assert state(manager, plan, "check") is StepState.DONE
    switching.switch_on(manager, ShippedCheck.HOLIDAY)
    assert state(manager, plan, "check") is StepState.DONE, "whoever said so is believed"
    assert missing(manager, plan, Point.CHECK) == {Lack.UNCHECKED: ()}
    round_of = switching.open_now(manager, ShippedCheck.HOLIDAY).number
    run = runs.of_matter(manager, round_of)[-1]
    clock.at += HOUR
    doing.several(manager, round_of, [doing.Given(each.step.key, "1") for each in run.steps], is_done=True)
    assert missing(manager, plan, Point.CHECK) == {}


def test_in_the_holiday_those_who_came_are_asked(plan: int, manager: Desk, director: Desk, clock: ManualClock) -> None:
    assert missing(manager, plan, Point.ASKED) == {Lack.NOT_OVER: ("2026-06-21",)}
    survey = surveys.draft(manager, 2026, SurveyKind.HOLIDAY).number
    drafted = surveys.shown(manager, survey).plan
    surveys.change(manager, survey, drafted._replace(person="李四"))
    surveys.submit(manager, survey)
    staff.add(director, "张总", Post.GENERAL_MANAGER)
    approvals.sign(director, survey)
    director.actor = director.actor.__class__("manager", "张总")
    approvals.sign(director, survey)
    clock.at += 20 * DAY
    assert to_datetime(clock.at, ZONE).date() == FIRST
    for place in range(2):
        plate = Plate(f"苏A1000{place}")
        zone.arrive(manager, plate)
        register(manager, plate=plate, phone=f"1380000000{place}", customer=f"客户{place}")
        clock.at += MINUTE
        zone.leave(manager, plate)
    for _day in range(2):
        clock.at += DAY
        handling.evaluate(manager)
    found = surveys.shown(manager, survey)
    assert [(draw.month, len(draw.pool)) for draw in found.draws] == [("2026-06-19", 2)]
    assert {each.name for each in found.asked} == {"客户0", "客户1"}
    assert state(manager, plan, "asked") is StepState.OPEN
    clock.at += DAY
    handling.evaluate(manager)
    assert state(manager, plan, "asked") is StepState.DONE
    assert state(manager, plan, "summary") is StepState.OPEN


def test_without_a_survey_words_stand_for_it_and_the_plan_ends(plan: int, manager: Desk, clock: ManualClock) -> None:
    clock.at += 24 * DAY
    handling.evaluate(manager)
    assert missing(manager, plan, Point.ASKED) == {Lack.NO_SURVEY: ()}
    runs.done(manager, plan, "asked", words="当面问了 6 位，都满意")
    run = reading.shown(manager, plan).run
    assert run is not None
    for each in run.steps:
        if each.is_to_do and each.step.key != "summary":
            runs.skip(manager, plan, each.step.key, "已过")
    runs.done(manager, plan, "parts", words="库存够") if state(manager, plan, "parts") is StepState.OPEN else None
    runs.done(manager, plan, "summary", words="进店 12 台，无投诉")
    ended = reading.shown(manager, plan)
    assert ended.run is not None
    assert (ended.run.outcome, ended.matter.is_open) == (RunOutcome.DONE, False)


@pytest.mark.parametrize("who", ["老周", "路人"])
def test_whose_it_is_not(plan: int, desk_of: Any, who: str) -> None:
    desk = desk_of(who)
    today = to_datetime(desk.now(), ZONE).date()
    assert refusal(lambda: opening.open_by_hand(desk, today + timedelta(days=40), today + timedelta(days=41)))


def test_the_log_says_in_words_how_a_point_stands(plan: int, manager: Desk) -> None:
    roster_of(manager, FIRST, LAST, "王五")
    absences.add(manager, "王五", FIRST, FIRST, "病假")
    run = reading.shown(manager, plan).run
    assert run is not None
    told = [entry_line(each, ZONE, manager.now()) for each in run.entries if each.step == run.step("roster").step.title]
    assert [" · done · " in told[0], " · open again · " in told[1]] == [True, True]
