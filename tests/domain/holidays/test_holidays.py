"""Holidays: their names beside the library's, which come, what is said of their days (S2, S5)."""

from datetime import date, timedelta

import pytest
from at_desk import refusal
from chinese_calendar.constants import holidays as published
from chinese_calendar.constants import workdays

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.working_days import Calendar, unpublished
from frontdesk.domain.holidays.names import HolidayName, name_of
from frontdesk.domain.holidays.notice import (
    Draft,
    NoticeChannel,
    count_parts,
    hour_lines,
    hours_of,
    hours_typed,
    text_of,
    with_hours,
)
from frontdesk.domain.holidays.plan import HolidayPlan, check_days, coming
from frontdesk.domain.holidays.reasons import HolidayReason
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.rosters.holidays import Holiday, holiday_of

CALENDAR = Calendar(
    {**dict.fromkeys(published, False), **dict.fromkeys(workdays, True)}, frozenset(day.year for day in published)
)
NAMED = {
    "New Year's Day": HolidayName.NEW_YEAR,
    "Spring Festival": HolidayName.SPRING,
    "Tomb-sweeping Day": HolidayName.QINGMING,
    "Labour Day": HolidayName.LABOUR,
    "Dragon Boat Festival": HolidayName.DRAGON_BOAT,
    "National Day": HolidayName.NATIONAL,
    "Mid-autumn Festival": HolidayName.MID_AUTUMN,
}
FESTIVAL = Holiday(date(2026, 2, 15), date(2026, 2, 23))


def test_each_published_holiday_has_its_name() -> None:
    """Beside the names of the library, of every holiday from 2008 on; two that fall together have one of theirs."""
    found: dict[Holiday, set[HolidayName]] = {}
    for day, name in published.items():
        holiday = holiday_of(day, CALENDAR)
        if day.year >= 2008 and name in NAMED and holiday is not None:
            found.setdefault(holiday, set()).add(NAMED[name])
    assert len(found) > 110
    assert {holiday: name_of(holiday) for holiday, names in found.items() if name_of(holiday) not in names} == {}


def test_which_holidays_come() -> None:
    def days(today: date, within: int, least: int = 1) -> list[date]:
        return [each.first for each in coming(today, within, CALENDAR, least)]

    assert days(date(2026, 1, 24), 21) == []
    assert days(date(2026, 1, 25), 21) == [FESTIVAL.first]
    assert days(date(2026, 2, 14), 21) == [FESTIVAL.first]
    assert days(date(2026, 2, 15), 21) == [], "one that goes on is not to come"
    assert days(date(2025, 12, 20), 60) == [date(2026, 1, 1), FESTIVAL.first]
    assert days(date(2025, 12, 20), 60, least=4) == [FESTIVAL.first]
    assert days(date(2026, 1, 25), 0) == []
    assert days(date(2026, 12, 1), 90) == [], "of a year that nobody has published none is known"
    assert unpublished(date(2026, 12, 1), date(2027, 2, 1), CALENDAR) == (2027,)
    assert unpublished(date(2026, 1, 1), date(2026, 12, 31), CALENDAR) == ()


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [
        (date(2026, 2, 1), date(2026, 2, 3), HolidayReason.HOLIDAY_DAYS),
        (date(2026, 2, 2), date(2026, 2, 1), HolidayReason.HOLIDAY_DAYS),
        (date(2026, 2, 2), date(2026, 3, 5), HolidayReason.HOLIDAY_DAYS),
        (date(2027, 2, 3), date(2027, 2, 4), HolidayReason.HOLIDAY_DAYS),
        (date(2026, 2, 23), date(2026, 2, 25), HolidayReason.HOLIDAY_PLANNED),
        (date(2026, 2, 2), date(2026, 2, 14), None),
        (date(2026, 2, 24), date(2026, 3, 26), None),
    ],
)
def test_days_that_can_be_planned(first: date, last: date, reason: HolidayReason | None) -> None:
    known = [HolidayPlan(7, *FESTIVAL, 0)]
    if reason is None:
        check_days(first, last, date(2026, 2, 1), known)
    else:
        assert refusal(lambda: check_days(first, last, date(2026, 2, 1), known)) is reason


def test_what_is_said_of_the_days() -> None:
    policy = Policy(closed_dates=("2026-02-16", "2026-02-17"), opening_hours=("08:30-18:00",) * 6 + ("",))
    days = [FESTIVAL.first + timedelta(days=ahead) for ahead in range(FESTIVAL.length)]
    hours = hours_of(days, OpeningHours.of(policy))
    assert list(hour_lines(hours)) == [
        "2月15日至17日休息", "2月18日至21日营业 08:30–18:00", "2月22日休息", "2月23日营业 08:30–18:00",
    ]  # fmt: skip
    typed = with_hours(hours, "2-18 9:00-16:00，2-19~21休息；23 10~15")
    assert list(hour_lines(typed))[1:] == [
        "2月18日营业 09:00–16:00", "2月19日至22日休息", "2月23日营业 10:00–15:00",
    ]  # fmt: skip
    assert list(hour_lines(((date(2026, 4, 30), ""), (date(2026, 5, 1), "")))) == ["4月30日至5月1日休息"]


@pytest.mark.parametrize("typed", ["", "25:00-26:00", "9", "16:00-9:00", "[b]", "9:00-9:00"])
def test_no_hours_of_a_day(typed: str) -> None:
    assert refusal(lambda: hours_typed(typed, ())) is HolidayReason.NOTICE_HOURS


@pytest.mark.parametrize("typed", ["3-1 9-16", "9-16", "2-17", "2-30 休息", "x 9-16"])
def test_no_day_of_the_holiday(typed: str) -> None:
    hours = ((date(2026, 2, 17), ""), (date(2026, 2, 18), ""))
    assert refusal(lambda: with_hours(hours, typed)) is HolidayReason.NOTICE_HOURS


def test_one_draft_is_said_in_each_channel() -> None:
    said = Draft(
        ((date(2026, 2, 17), ""), (date(2026, 2, 18), "09:00-16:00")), "0512-6666", "王芳 13800010031", "祝您新年快乐！"
    )
    found = {channel: text_of(channel, said, "星河店", "春节") for channel in NoticeChannel}
    for text in found.values():
        assert all(
            part in text for part in ("星河店", "春节", "2月17日休息", "09:00–16:00", "0512-6666", "王芳 13800010031")
        )
    assert found[NoticeChannel.TEXT] == (
        "星河店春节营业时间：2月17日休息；2月18日营业 09:00–16:00。"
        "电话0512-6666，紧急联系王芳 13800010031。祝您新年快乐！"
    )
    assert found[NoticeChannel.WEBSITE] == found[NoticeChannel.DOOR] == found[NoticeChannel.SOCIAL]
    assert [count_parts("字" * length) for length in (1, 70, 71, 134, 135)] == [1, 1, 2, 2, 3]
