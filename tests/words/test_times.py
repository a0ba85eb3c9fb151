"""When something ends, as people read it: a day that ends at midnight ends at its own 24:00."""

from datetime import datetime, timedelta, timezone

import pytest

from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor.times import times
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, to_millis
from frontdesk.words import i18n
from frontdesk.words import times as said

ZONE = timezone(timedelta(hours=8))
NOW = to_millis(datetime(2026, 3, 2, 10, tzinfo=ZONE))
ROUND_THE_CLOCK = Policy(opening_hours=("00:00-24:00",) * 7)


@pytest.mark.parametrize(
    ("typed", "short", "long"),
    [
        ("today", "24:00", "Mon 2026-03-02 24:00"),
        ("2026-03-05", "03-05 24:00", "Thu 2026-03-05 24:00"),
        ("2026-03-05 00:01", "03-05 00:01", "Thu 2026-03-05 00:01"),
        ("2026-03-05 23:59", "03-05 23:59", "Thu 2026-03-05 23:59"),
        ("2026-02-28", "02-28 24:00", "Sat 2026-02-28 24:00"),
    ],
)
def test_a_day_without_a_time_ends_on_that_day(typed: str, short: str, long: str) -> None:
    now = NOW - 5 * 1440 * MINUTE if "02-28" in typed else NOW
    at = read_deadline(typed, now, OpeningHours.of(ROUND_THE_CLOCK))
    assert said.end_time(at, lambda moment: said.short_time(moment, ZONE, now)) == short
    assert said.end_time(at, lambda moment: said.day_and_time(moment, ZONE)) == long


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        (NOW, "10:00"), (NOW + 15 * HOUR, "03-03 01:00"), (NOW - 60 * DAY, "01-01 10:00"),
        (NOW - 61 * DAY, "2025-12-31 10:00"), (NOW + 305 * DAY, "2027-01-01 10:00"),
    ],
)  # fmt: skip
def test_the_year_stands_where_it_is_another(at: int, shown: str) -> None:
    assert said.short_time(at, ZONE, NOW) == shown


def test_the_doctor_says_24_00(desk: Desk) -> None:
    snapshot = desk.snapshot()._replace(policy=ROUND_THE_CLOCK)
    (hours,) = (each for each in times(snapshot, NOW) if each.topic == "hours")
    assert hours.facts == {"opens": "00:00", "closes": "24:00"}


@pytest.mark.parametrize(
    ("length", "english", "chinese"),
    [
        (0, "0:00", "0:00"), (HOUR - 1, "59:59", "59:59"), (HOUR, "1 h", "1 小时"),
        (-8 * HOUR - 18 * MINUTE, "-8 h 18 min", "-8 小时 18 分"), (DAY - 1, "23 h 59 min", "23 小时 59 分"),
        (DAY, "1 day", "1 天"), (5 * DAY + 8 * HOUR, "5 days 8 h", "5 天 8 小时"),
    ],
)  # fmt: skip
def test_a_length_of_time_is_said_in_words(
    monkeypatch: pytest.MonkeyPatch, length: int, english: str, chinese: str
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")  # put back at the end: `use` changes it
    i18n.use("en")
    in_english = said.duration(length)
    i18n.use("zh")
    in_chinese = said.duration(length)
    i18n.use("en")
    assert (in_english, in_chinese) == (english, chinese)
