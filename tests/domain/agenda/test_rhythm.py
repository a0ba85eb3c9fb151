"""What time alone brings comes when the calendar says, walked day by day beside it (G2)."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.agenda.rhythm import (
    EACH_QUARTER,
    EVERY_MONTH,
    MOST_MISSED,
    Days,
    Rhythm,
    Terms,
    next_at,
    passed,
)
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.values.clock import DAY, MINUTE, Millis, to_millis

BEGINS, YEARS = date(2020, 1, 1), 10
MOVED = {date(2024, 2, day): False for day in range(9, 18)} | {date(2024, 2, 18): True, date(2024, 4, 1): False}
"""A spring festival whose Sunday is worked, and a first day of a quarter that was given free."""
OFFSETS = {"Asia/Shanghai": (8,), "Europe/Berlin": (1, 2), "America/New_York": (-5, -4)}


def is_working(day: date) -> bool:
    return MOVED.get(day, day.weekday() < 5)


def terms(zone: str = "Asia/Shanghai") -> Terms:
    week = ("08:30-18:00",) * 5 + ("", "09:00-12:00")
    return Terms(OpeningHours(ZoneInfo(zone), week, frozenset({"2024-01-01", "2024-03-01"})), is_working)


def counts(day: date, days: Days) -> bool:
    """The same, said otherwise: by the day of the week."""
    if days is Days.WORKING:
        return is_working(day)
    return days is Days.EVERY or (day.strftime("%a") != "Sat" and str(day) not in {"2024-01-01", "2024-03-01"})


def minute_of(day: date, at: str, zone: str) -> Millis:
    """The first minute of a day at which the clock on the wall shows a time; an hour after the one before it, if never.

    Found by looking what the clock shows at each offset that the zone has, not by asking for the time in it.
    """
    here, (hour, minute) = ZoneInfo(zone), map(int, at.split(":"))
    for ahead in sorted(OFFSETS[zone], reverse=True):
        moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC) - timedelta(hours=ahead)
        shown = moment.astimezone(here)
        if (shown.date(), shown.hour, shown.minute) == (day, hour, minute):
            return to_millis(moment)
    return minute_of(day, f"{hour - 1:02}:{minute:02}", zone) + 60 * MINUTE


def walked(rhythm: Rhythm, zone: str) -> list[Millis]:
    """Every instant of ten years, by going through the days."""
    found, day, month_done = [], BEGINS, (0, 0)
    while day < date(BEGINS.year + YEARS, 1, 1):
        if counts(day, rhythm.days):
            is_first = month_done != (day.year, day.month)
            if rhythm.months is None or (is_first and day.month in rhythm.months):
                found.append(minute_of(day, rhythm.at, zone))
            month_done = (day.year, day.month)
        day += timedelta(days=1)
    return found


@pytest.mark.parametrize(
    ("rhythm", "zone"),
    [
        (Rhythm("21:00"), "Asia/Shanghai"),
        (Rhythm("02:30"), "Europe/Berlin"),
        (Rhythm("02:30"), "America/New_York"),
        (Rhythm("00:00", Days.OPEN), "Asia/Shanghai"),
        (Rhythm("06:00", Days.EVERY, EVERY_MONTH), "Europe/Berlin"),
        (Rhythm("21:00", Days.WORKING, EACH_QUARTER), "Asia/Shanghai"),
    ],
)
def test_ten_years_are_as_walked_day_by_day(rhythm: Rhythm, zone: str) -> None:
    """Also where a clock skips the time in spring, and shows it twice in autumn."""
    found: list[Millis] = []
    expected, at = walked(rhythm, zone), to_millis(datetime(2020, 1, 1, tzinfo=ZoneInfo(zone))) - 1
    while len(found) < len(expected):
        at = next_at(rhythm, at, terms(zone))
        found.append(at)
    assert found == expected


@pytest.mark.parametrize("off", [-1, 0, 1])
def test_the_very_instant_is_over(off: int) -> None:
    rhythm, at = Rhythm("21:00"), to_millis(datetime(2026, 11, 28, 13, tzinfo=UTC))
    assert next_at(rhythm, at + off, terms()) == (at if off < 0 else at + DAY)


@pytest.mark.parametrize(("days", "missed"), [(0, 0), (1, 1), (5, 5), (31, 31), (32, 31), (1000, 31)])
def test_of_a_long_time_in_which_nothing_ran_one_is_due(days: int, missed: int) -> None:
    first = to_millis(datetime(2026, 11, 28, 13, tzinfo=UTC))
    found, due = passed(Rhythm("21:00"), first, first + days * DAY + MINUTE, terms())
    assert (len(found), due) == (missed, first + days * DAY)
    assert list(found) == [due - ahead * DAY for ahead in range(missed, 0, -1)]
    assert len(found) <= MOST_MISSED


def test_where_no_day_counts_it_comes_all_the_same() -> None:
    never = terms()._replace(is_working=lambda day: False)
    at = to_millis(datetime(2026, 11, 28, 13, tzinfo=UTC))
    assert next_at(Rhythm("21:00", Days.WORKING), at, never) == at + DAY
    assert next_at(Rhythm("21:00", Days.WORKING, EACH_QUARTER), at, never) == to_millis(
        datetime(2027, 1, 1, 13, tzinfo=UTC)
    )
