"""Dates as people say them: each means one day, or it is asked about, never guessed."""

from datetime import datetime, timedelta, timezone

import pytest

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import to_millis
from frontdesk.domain.values.errors import Refused

SHANGHAI = timezone(timedelta(hours=8))
EVERY_DAY = OpeningHours.of(Policy())


def at(text: str) -> int:
    return to_millis(datetime.fromisoformat(text).replace(tzinfo=SHANGHAI))


MONDAY, TUESDAY, FRIDAY, SUNDAY = "2026-11-30T09:00", "2026-12-01T09:00", "2026-11-27T12:00", "2026-11-29T09:00"


def meant(typed: str, now: str) -> str:
    moment = datetime.fromtimestamp(read_deadline(typed, at(now), EVERY_DAY) / 1000, SHANGHAI)
    return moment.strftime("%Y-%m-%d %H:%M:%S").removesuffix(":00")


@pytest.mark.parametrize(
    ("now", "typed", "day"),
    [
        (FRIDAY, "周一", "2026-11-30"),
        (FRIDAY, "星期天", "2026-11-29"),
        (FRIDAY, "周日", "2026-11-29"),
        (FRIDAY, "礼拜三", "2026-12-02"),
        (FRIDAY, "周3", "2026-12-02"),
        (FRIDAY, "本周五", "2026-11-27"),
        (FRIDAY, "下周一", "2026-11-30"),
        (FRIDAY, "下周日", "2026-12-06"),
        (FRIDAY, "下个星期五", "2026-12-04"),
        (FRIDAY, "下下周二", "2026-12-08"),
        (MONDAY, "周二", "2026-12-01"),
        (MONDAY, "下周一", "2026-12-07"),
        (MONDAY, "下周五", "2026-12-11"),
        (SUNDAY, "下周一", "2026-11-30"),
        (FRIDAY, "monday", "2026-11-30"),
        (FRIDAY, "Mon", "2026-11-30"),
        (FRIDAY, "on thursday", "2026-12-03"),
        (FRIDAY, "coming thurs", "2026-12-03"),
        (FRIDAY, "Sept. 3", "2027-09-03"),
        (FRIDAY, "next monday", "2026-11-30"),
        (MONDAY, "next Monday", "2026-12-07"),
        (TUESDAY, "this friday", "2026-12-04"),
        (FRIDAY, "后天", "2026-11-29"),
        (FRIDAY, "三天后", "2026-11-30"),
        (FRIDAY, "3日内", "2026-11-30"),
        (FRIDAY, "十天", "2026-12-07"),
        (FRIDAY, "in three days", "2026-11-30"),
        (FRIDAY, "一周", "2026-12-04"),
        (FRIDAY, "1周内", "2026-12-04"),
        (FRIDAY, "两个星期后", "2026-12-11"),
        (FRIDAY, "in a week", "2026-12-04"),
        (FRIDAY, "2 weeks", "2026-12-11"),
        (FRIDAY, "一个月", "2026-12-27"),
        (FRIDAY, "半个月", "2026-12-12"),
        (FRIDAY, "12月1号", "2026-12-01"),
        (FRIDAY, "十二月一号", "2026-12-01"),
        (FRIDAY, "明年1月3号", "2027-01-03"),
        (FRIDAY, "1月3号", "2027-01-03"),
        (FRIDAY, "dec 1st", "2026-12-01"),
        (FRIDAY, "1 December 2026", "2026-12-01"),
        (FRIDAY, "3号", "2026-12-03"),
        (FRIDAY, "28号", "2026-11-28"),
        (FRIDAY, "27号", "2026-11-27"),
        (FRIDAY, "the 3rd", "2026-12-03"),
        (FRIDAY, "下个月3号", "2026-12-03"),
        (FRIDAY, "下月三十一日", "2026-12-31"),
        (FRIDAY, "本月30号", "2026-11-30"),
        (FRIDAY, "月底", "2026-11-30"),
        (FRIDAY, "下月底", "2026-12-31"),
        (FRIDAY, "end of month", "2026-11-30"),
        (FRIDAY, "年底", "2026-12-31"),
        (MONDAY, "月底", "2026-11-30"),
        ("2027-12-15T09:00", "下个月3号", "2028-01-03"),
        ("2028-02-01T09:00", "月底", "2028-02-29"),
    ],
)
def test_a_day(now: str, typed: str, day: str) -> None:
    assert meant(typed, now) == f"{day} 18:00"


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("明天下午3点", "2026-11-28 15:00"),
        ("明天15点", "2026-11-28 15:00"),
        ("下午三点一刻", "2026-11-27 15:15"),
        ("上午十点半", "2026-11-27 10:30"),
        ("明天十点半", "2026-11-28 10:30"),
        ("周一 上午9:05", "2026-11-30 09:05"),
        ("周二十点", "2026-12-01 10:00"),
        ("下周一下午2点30分", "2026-11-30 14:30"),
        ("12月1号15:00", "2026-12-01 15:00"),
        ("明早9点", "2026-11-28 09:00"),
        ("明晚八点", "2026-11-28 20:00"),
        ("中午12点", "2026-11-27 12:00"),
        ("中午一点", "2026-11-27 13:00"),
        ("24:00", "2026-11-28 00:00"),
        ("今天24点", "2026-11-28 00:00"),
        ("今晚12点", "2026-11-28 00:00"),
        ("明天0点", "2026-11-28 00:00"),
        ("月底24:00", "2026-12-01 00:00"),
        ("23:59", "2026-11-27 23:59"),
        ("10:05:30", "2026-11-27 10:05:30"),
        ("tomorrow 3pm", "2026-11-28 15:00"),
        ("tomorrow at 10", "2026-11-28 10:00"),
        ("3pm tomorrow", "2026-11-28 15:00"),
        ("monday half past ten", "2026-11-30 10:30"),
        ("quarter to 11", "2026-11-27 10:45"),
        ("3:30 p.m.", "2026-11-27 15:30"),
        ("12pm", "2026-11-27 12:00"),
        ("noon", "2026-11-27 12:00"),
        ("两小时后", "2026-11-27 14:00"),
        ("2个半小时", "2026-11-27 14:30"),
        ("半小时", "2026-11-27 12:30"),
        ("in 2 hours", "2026-11-27 14:00"),
        ("30分钟内", "2026-11-27 12:30"),
        ("２０２６－１２－０５ １４：３０", "2026-12-05 14:30"),
    ],
)
def test_a_time(typed: str, moment: str) -> None:
    assert meant(typed, FRIDAY) == moment


@pytest.mark.parametrize(
    ("now", "typed", "first", "second"),
    [
        (MONDAY, "周一", "2026-11-30", "2026-12-07"),
        (MONDAY, "monday 3pm", "2026-11-30", "2026-12-07"),
        (SUNDAY, "周日", "2026-11-29", "2026-12-06"),
        (TUESDAY, "next friday", "2026-12-04", "2026-12-11"),
        (FRIDAY, "周末", "2026-11-28", "2026-11-29"),
        (FRIDAY, "下周末", "2026-12-05", "2026-12-06"),
        (FRIDAY, "3日", "2026-12-03", "2026-11-30"),
        (FRIDAY, "明天3点", "03:00", "15:00"),
        (FRIDAY, "half past three", "03:30", "15:30"),
        (FRIDAY, "12am", "00:00", "12:00"),
        (FRIDAY, "凌晨12点", "00:00", "12:00"),
        (FRIDAY, "晚上3点", "03:00", "15:00"),
        ("2027-01-31T09:00", "一个月", "2027-02-28", "2027-03-01"),
    ],
)
def test_what_has_two_meanings_is_asked_about(now: str, typed: str, first: str, second: str) -> None:
    with pytest.raises(Refused) as refused:
        read_deadline(typed, at(now), EVERY_DAY)
    assert refused.value.reason is CalendarReason.UNCLEAR_DATE
    assert refused.value.facts == {"text": typed, "first": first, "second": second}


@pytest.mark.parametrize(
    "typed",
    ["周", "周八", "周0", "下周", "月初", "31号", "2月30号", "下月31日后", "25点", "24:01", "下午3:60", "13pm",
     "下午23:99",
     "几天", "半天", "一会儿", "tomorrow morning", "next week", "明天下午", "二〇二六", "三", "1月", "0号",
     "mondays", "monkey", "marvel 3"],
)  # fmt: skip
def test_what_makes_no_sense(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_deadline(typed, at(FRIDAY), EVERY_DAY)
    assert refused.value.reason is CalendarReason.UNREADABLE_DATE


def test_an_hour_is_told_by_the_opening_hours() -> None:
    night = OpeningHours.of(Policy(opening_hours=("20:00-24:00",) * 7))
    assert read_deadline("明天22点", at(FRIDAY), night) == at("2026-11-28T22:00")
    with pytest.raises(Refused, match="unclear_date"):
        read_deadline("明天10点", at(FRIDAY), night)
    assert read_deadline("明天", at(FRIDAY), night) == at("2026-11-29T00:00")
