"""What expires, is too few or faulty is one matter that begins and ends by itself, told once and not each day (S9)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from outage import begin_outage

from data.engine.transaction import Transaction
from data.proof.tables import compare
from frontdesk.desk import agenda_rules, matters, policy
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.register import fitness, teams, things
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Matter, MatterKind
from frontdesk.domain.register.events import RegisterEvent
from frontdesk.domain.register.teams import Team
from frontdesk.domain.register.things import Described, ThingKind
from frontdesk.domain.values.clock import ManualClock, to_millis

Sit = Callable[[str], Desk]
ZONE = ZoneInfo("Asia/Shanghai")
TODAY = date(2026, 5, 29)


def go_to(clock: ManualClock, day: date, at: str) -> None:
    """Let the time pass until an instant of the store's clock."""
    hour, minute = map(int, at.split(":"))
    wanted = to_millis(datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE))
    clock.at = wanted


def open_matter(desk: Desk) -> Matter | None:
    return next((each for each in matters.listed(desk) if each.kind is MatterKind.UPKEEP), None)


def owed(desk: Desk) -> dict[tuple[str, str], str]:
    """What is to be done, and by when, as the store's clock says."""
    matter = open_matter(desk)
    dues = [due for due in matter.dues if due.is_running] if matter else []
    return {(due.name, due.what): f"{datetime.fromtimestamp(due.due_at / 1000, ZONE):%m-%d %H:%M}" for due in dues}


def supply(name: str, ends: int | None = None, **more: object) -> Described:
    return Described(ThingKind.SUPPLY, name, expires_on=None if ends is None else TODAY + timedelta(days=ends), **more)  # type: ignore[arg-type]


def test_what_begins_to_expire_is_told_once_at_the_opening(as_: Sit, clock: ManualClock) -> None:
    desk = as_("王芳")
    things.add(desk, supply("灭火器 01", 31))
    things.add(desk, supply("灭火器 02", 31))
    things.add(desk, supply("急救包", 200))
    assert open_matter(desk) is None
    go_to(clock, TODAY + timedelta(days=1), "08:29")
    agenda_rules.come(desk)
    assert open_matter(desk) is None
    go_to(clock, TODAY + timedelta(days=1), "08:30")
    agenda_rules.come(desk)
    matter = open_matter(desk)
    assert matter is not None
    assert (matter.title, owed(desk)) == ("灭火器 01, 灭火器 02", {("thing_renew", "2026-06-29"): "06-29 18:00"})
    for day in range(2, 5):
        go_to(clock, TODAY + timedelta(days=day), "09:00")
        agenda_rules.come(desk)
    assert open_matter(desk) == matter


def test_it_ends_when_the_last_is_renewed_or_retired(as_: Sit) -> None:
    desk = as_("王芳")
    first, second = (things.add(desk, supply(f"灭火器 0{number}", 10)).number for number in (1, 2))
    matter = open_matter(desk)
    assert matter is not None
    things.renew(desk, first, date(2028, 6, 1))
    assert open_matter(desk)._replace(dues=()) == matter._replace(dues=(), title="灭火器 02")  # type: ignore[union-attr]
    things.retire(desk, second)
    assert open_matter(desk) is None
    assert matters.shown(desk, matter.id).outcome == "done"


def test_at_the_midnight_after_its_last_day_a_thing_may_not_be_used(as_: Sit, clock: ManualClock) -> None:
    desk = as_("王芳")
    number = things.add(desk, Described(ThingKind.VEHICLE, "救援车", expires_on=TODAY)).number
    go_to(clock, TODAY, "23:59")
    fitness.out(desk, number, why="试车")
    fitness.back(desk, number)
    clock.at += 60_000
    with pytest.raises(Exception, match="thing_faulty"):
        fitness.out(desk, number, why="试车")


def test_what_is_not_renewed_in_time_calls_the_manager(as_: Sit, clock: ManualClock) -> None:
    desk = as_("王芳")
    things.add(desk, supply("灭火器 01", 2))
    go_to(clock, TODAY + timedelta(days=2), "18:01")
    handling.evaluate(desk)
    assert [each.kind for each in desk.snapshot().escalations] == [Kind.DUE_MISSED]


def test_by_the_last_opening_day_before_it_expires(as_: Sit) -> None:
    desk = as_("王芳")
    closed = tuple((TODAY + timedelta(days=day)).isoformat() for day in (8, 9, 10))
    policy.load(desk, replace(desk.snapshot().policy, closed_dates=closed))
    things.add(desk, supply("灭火器 01", 10))
    assert owed(desk) == {("thing_renew", "2026-06-08"): "06-05 18:00"}


def test_what_had_expired_before_is_owed_in_three_days_at_once(as_: Sit) -> None:
    desk = as_("王芳")
    teams.put(desk, Team.SUPPLIES, "小钱")
    for number in range(3):
        things.add(desk, supply(f"灭火器 0{number}", -number - 1))
    assert owed(desk) == {("thing_renew", ""): "06-01 18:00"}
    matter = open_matter(desk)
    assert matter is not None
    assert {due.person for due in matter.dues} == {"小钱"}


def test_too_few_and_faulty_are_owed_each(as_: Sit) -> None:
    desk = as_("王芳")
    kit = things.add(desk, supply("急救包", quantity=1, least=2)).number
    van = things.add(desk, Described(ThingKind.VEHICLE, "救援车")).number
    fitness.faulty(desk, van, "漏油")
    assert owed(desk) == {("thing_restock", "急救包"): "06-01 18:00", ("thing_mend", "救援车"): "06-01 18:00"}
    things.count(desk, kit, 2)
    assert set(owed(desk)) == {("thing_mend", "救援车")}
    fitness.ready(desk, van)
    assert open_matter(desk) is None


def test_what_the_manager_leaves_is_not_asked_for_again_until_something_is_done_with_it(
    as_: Sit, clock: ManualClock
) -> None:
    desk = as_("王芳")
    kit = things.add(desk, supply("急救包", quantity=1, least=2)).number
    matter = open_matter(desk)
    assert matter is not None
    clock.at += 60_000
    matters.close(desk, matter.id, "下月统一采购")
    go_to(clock, TODAY + timedelta(days=1), "09:00")
    agenda_rules.come(desk)
    assert open_matter(desk) is None
    things.add(desk, supply("灭火器 01", 3))
    assert set(owed(desk)) == {("thing_renew", "2026-06-01")}
    things.count(desk, kit, 0)
    assert (DueName.RESTOCK, "急救包") in owed(desk)


def test_what_a_check_found_is_mended_by_what_follows_from_it(as_: Sit) -> None:
    desk = as_("王芳")
    van = things.add(desk, Described(ThingKind.VEHICLE, "救援车")).number
    check = begin_outage(desk)

    def find(transaction: Transaction) -> Result:
        fitness.set_faulty_in(transaction, van, "胎压 150", check)
        return Result(RegisterEvent.THING_FAULTY, number=van)

    desk.do(find)
    assert open_matter(desk) is None
    matters.close(desk, check, "演示")
    things.add(desk, supply("别的"))
    assert set(owed(desk)) == {("thing_mend", "救援车")}


def test_every_row_follows_from_the_events(as_: Sit, clock: ManualClock) -> None:
    desk = as_("王芳")
    numbers = [things.add(desk, supply(f"灭火器 0{number}", 20 + number)).number for number in range(3)]
    for day in range(1, 30, 7):
        go_to(clock, TODAY + timedelta(days=day), "09:00")
        agenda_rules.come(desk)
    for number in numbers:
        things.renew(desk, number, date(2028, 6, 1))
    assert open_matter(desk) is None
    assert compare(desk.connection, lambda done, of: None).found == []
