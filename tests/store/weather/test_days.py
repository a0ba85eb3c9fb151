"""Days of the weather in the store's own zone: over New Year, and where clocks are changed (I7)."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from weathers import CALM, STORM, switch

from data import policy as policies
from frontdesk.desk import matters, policy
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.weather import decisions, forecasts
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock, Millis, to_millis
from frontdesk.domain.weather.decision import Choice, NewDecision, Service

NEW_YORK = ZoneInfo("America/New_York")
SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(zone: ZoneInfo, *moment: int) -> Millis:
    return to_millis(datetime(*moment, tzinfo=zone))  # type: ignore[arg-type]


def moved_to(desk: Desk, zone: ZoneInfo) -> None:
    at_desk, desk.actor = desk.actor, Actor("manager", "王芳")
    present = desk.read(policies.current)
    hours = ("08:30-18:00",) * 7
    policy.change(desk, replace(present, time_zone=zone.key, opening_hours=hours), present)
    desk.actor = at_desk


def test_three_days_over_new_year(desk: Desk, clock: ManualClock) -> None:
    clock.at = at(SHANGHAI, 2026, 12, 31, 23, 59, 59)
    forecasts.publish(desk, STORM, "明天暴雨")
    assert [each.day for each in desk.snapshot().weather.days] == [
        date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2)
    ]  # fmt: skip
    clock.at += 1000
    found = desk.snapshot().weather
    assert [each.day for each in found.days] == [date(2027, 1, 1), date(2027, 1, 2)]
    severe = found.severe(date(2027, 1, 1))
    assert severe is not None
    assert severe.ahead == 1
    # Looked up anew on the first of January, it is another day's look-up.
    forecasts.publish(desk, CALM, "好")
    assert [each.ahead for each in desk.snapshot().weather.days] == [0, 1, 2]


@pytest.mark.parametrize("changed", [date(2026, 11, 1), date(2027, 3, 14)])
def test_it_is_owed_by_the_stores_clock_on_days_of_23_and_25_hours(
    desk: Desk, clock: ManualClock, changed: date
) -> None:
    moved_to(desk, NEW_YORK)
    clock.at = at(NEW_YORK, changed.year, changed.month, changed.day, 0, 30) - 86_400_000
    switch(desk, "daily")
    for day in (changed - timedelta(days=1), changed, changed + timedelta(days=1)):
        seven = at(NEW_YORK, day.year, day.month, day.day, 7, 0)
        clock.at = seven - 1
        handling.evaluate(desk)
        assert [each.title for each in matters.listed(desk) if each.kind is MatterKind.FORECAST] == []
        clock.at = seven
        handling.evaluate(desk)
        (owed,) = [each for each in matters.listed(desk) if each.kind is MatterKind.FORECAST]
        assert owed.title == day.isoformat()
        assert owed.next_due is not None
        assert owed.next_due.due_at == at(NEW_YORK, day.year, day.month, day.day, 9, 0)
        forecasts.publish(desk, (STORM[1], *CALM[1:]), "暴雨")
        midnight = datetime(day.year, day.month, day.day, tzinfo=NEW_YORK) + timedelta(days=1)
        clock.at = to_millis(midnight) - 1
        assert desk.snapshot().weather.severe(day) is not None
        clock.at += 1
        assert desk.snapshot().weather.severe(day + timedelta(days=1)) is None


def test_a_decision_over_new_year_and_an_hour_that_comes_twice(desk: Desk, clock: ManualClock) -> None:
    moved_to(desk, NEW_YORK)
    clock.at = at(NEW_YORK, 2026, 10, 31, 10, 0)
    begins, ends = at(NEW_YORK, 2026, 10, 31, 22, 0), at(NEW_YORK, 2026, 11, 1, 4, 0)
    assert ends - begins == 7 * 3_600_000
    number = decisions.decide(desk, NewDecision(Choice.STOP, (Service.RESCUE,), begins, ends)).number
    assert decisions.shown(desk, number).matter.title == "stop rescue 2026-10-31"
    clock.at = at(NEW_YORK, 2026, 12, 31, 23, 0)
    begins = at(NEW_YORK, 2026, 12, 31, 23, 30)
    late = decisions.decide(desk, NewDecision(Choice.STOP, (Service.PICK_UP,), begins, begins + 3_600_000)).number
    assert decisions.shown(desk, late).matter.title == "stop pick_up 2026-12-31"
