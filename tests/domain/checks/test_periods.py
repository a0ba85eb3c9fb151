"""When checks come, beside a calendar that is written down otherwise: ten years, moved holidays, clocks set twice."""

from bisect import bisect_right
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from random import Random
from zoneinfo import ZoneInfo

import pytest
from rounds import Rounds

from data.calendar import _library
from frontdesk.domain.agenda.rhythm import MOST_MISSED, Terms
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.checks.periods import Every, Period, Span, due_at, passed, periods
from frontdesk.domain.values.clock import DAY, HOUR, Millis, to_millis

ZONES = ("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe")
FIRST, LAST = date(2020, 1, 1), date(2029, 12, 31)
CLOSED = {date(2024, 2, day) for day in range(9, 14)} | {date(2027, 5, day) for day in range(1, 32)}
"""A Spring Festival in which the store is closed, and a month in which it is rebuilt."""
MOVED = _library().days
MONDAY_TO_SATURDAY = ("08:30-18:00",) * 6 + ("",)


def terms(zone: str = "Asia/Shanghai", week: tuple[str, ...] = MONDAY_TO_SATURDAY) -> Terms:
    hours = OpeningHours(ZoneInfo(zone), week, frozenset(map(str, CLOSED)))
    return Terms(hours, lambda day: MOVED.get(day, day.weekday() < 5))


def days() -> list[date]:
    return [FIRST + timedelta(days=ahead) for ahead in range((LAST - FIRST).days + 1)]


def is_open(day: date) -> bool:
    return day.strftime("%a") != "Sun" and day not in CLOSED


def is_worked(day: date) -> bool:
    return MOVED[day] if day in MOVED else day.strftime("%a") not in {"Sat", "Sun"}


def best(listed: list[date]) -> list[date]:
    opened = list(filter(is_open, listed))
    return list(filter(is_worked, opened)) or opened


def in_buckets(key: Callable[[date], str], many: int) -> list[Period]:
    """Each run of days of one name, with the first day that counts and the last on which it may be done."""
    found = []
    for name, group in groupby(days(), key):
        listed = list(group)
        counting = best(listed)
        if counting:
            found.append(Period(name, counting[0], counting[:many][-1], listed[-1] + timedelta(days=1)))
    return found


def holidays() -> list[Period]:
    """Free days as strings of letters: a holiday is a stretch that is longer than its Saturdays and Sundays."""
    found = []
    free = [day for day in days() if not is_worked(day)]
    stretches: list[list[date]] = []
    for day in free:
        if stretches and stretches[-1][-1] + timedelta(days=1) == day:
            stretches[-1].append(day)
        else:
            stretches.append([day])
    for stretch in stretches:
        if {day.strftime("%a") for day in stretch} <= {"Sat", "Sun"} or stretch[0] <= FIRST:
            continue
        counting = best([stretch[0] - timedelta(days=back) for back in range(7, 0, -1)])
        if counting:
            found.append(Period(str(stretch[0]), counting[-2:][0], counting[-1], stretch[0]))
    return found


WALKED = {
    Every.DAILY: [Period(str(day), day, day, day + timedelta(days=1)) for day in days() if is_open(day)],
    Every.WEEKLY: in_buckets(lambda day: day.strftime("%G-W%V"), 1),
    Every.MONTHLY: in_buckets(lambda day: day.strftime("%Y-%m"), 3),
    Every.QUARTERLY: in_buckets(lambda day: f"{day.year}-Q{'111222333444'[day.month - 1]}", 5),
    Every.BEFORE_HOLIDAY: holidays(),
}


def shown_at(day: date, hour: int, minute: int, zone: str) -> Millis:
    """The instant at which the clock on the wall shows a time, found by looking at it each half hour."""
    at = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=15)
    while (shown := at.astimezone(ZoneInfo(zone))) and (shown.date(), shown.hour, shown.minute) != (day, hour, 0):
        at += timedelta(minutes=30)
    return to_millis(at + timedelta(minutes=minute))


@pytest.mark.parametrize("every", Every)
def test_ten_years_are_as_walked(every: Every) -> None:
    """But for the first and the last one, which begin or end beyond those years."""
    found = list(periods(every, FIRST, LAST, terms()))
    inside = [each for each in found if each.opens > FIRST + timedelta(days=7) and each.ends <= LAST]
    assert inside == [each for each in WALKED[every] if each.opens > FIRST + timedelta(days=7) and each.ends <= LAST]
    assert len(inside) > 35 and len({each.name for each in found}) == len(found)
    for each in found:
        assert each.opens <= each.until < each.ends


@pytest.mark.parametrize("zone", ZONES)
def test_the_times_are_those_on_the_wall(zone: str) -> None:
    begins = shown_at(date(2025, 3, 1), 0, 0, zone)
    for day in (date(2025, 3, 8) + timedelta(days=ahead) for ahead in range(0, 260, 1)):
        if not is_open(day):
            continue
        span = passed(Every.DAILY, "09:30", begins, (), now=shown_at(day, 6, 0, zone), terms=terms(zone)).comes
        assert span == Span(
            str(day), shown_at(day, 5, 0, zone), shown_at(day, 9, 30, zone),
            shown_at(day + timedelta(days=1), 5, 0, zone),
        )  # fmt: skip


@pytest.mark.parametrize("every", Every)
def test_no_period_is_left_out_whenever_somebody_is_there(every: Every, rounds: Rounds) -> None:
    """The store is looked at at random instants: each period comes or is missed, once, in its order; none twice."""
    for seed in rounds(3, 300):
        random = Random(seed)
        by, zone = random.choice(("05:30", "09:30", "23:59")), random.choice(ZONES)
        expected = [each for each in WALKED[every] if FIRST + timedelta(days=8) <= each.opens]
        begins = to_millis(datetime.combine(FIRST + timedelta(days=8), datetime.min.time(), ZoneInfo(zone)))
        told: list[str] = []
        since, known = begins, set[str]()
        ends = to_millis(datetime(2026, 6, 1, tzinfo=ZoneInfo(zone)))
        now = begins
        while now < ends:
            now += random.choice((HOUR, 7 * HOUR, DAY, 3 * DAY, 20 * DAY))
            found = passed(every, by, since, known, now=now, terms=terms(zone))
            assert len(found.missed) <= MOST_MISSED
            for span in (*found.missed, *([found.comes] if found.comes else ())):
                told.append(span.name)
                known.add(span.name)
                since = max(since, span.opens_at)
                assert span.opens_at <= now
            if found.comes:
                assert found.comes.opens_at <= now < found.comes.ends_at
                assert found.comes.due_at <= due_at(found.comes, now) <= found.comes.ends_at
            assert found.next_at is None or found.next_at > now
            again = passed(every, by, since, known, now=now, terms=terms(zone))
            assert again == found._replace(missed=(), comes=None)
        opens = [to_millis(datetime.combine(each.opens, datetime.min.time(), ZoneInfo(zone))) for each in expected]
        whole = [each.name for each in expected[: bisect_right(opens, now - 5 * HOUR)]]
        assert told == whole, seed


def test_of_a_long_time_the_latest_are_told() -> None:
    begins = shown_at(date(2025, 3, 3), 6, 0, "Asia/Shanghai")
    found = passed(Every.DAILY, "09:30", begins, (), now=begins + 200 * DAY, terms=terms())
    assert len(found.missed) == MOST_MISSED and found.comes is not None
    assert [span.opens_at for span in (*found.missed, found.comes)] == sorted(
        span.opens_at for span in (*found.missed, found.comes)
    )


@pytest.mark.parametrize(
    ("hour", "minute", "comes"), [(4, 59, False), (5, 0, True), (9, 29, True), (9, 30, False), (12, 0, False)]
)
def test_switched_on_in_the_middle_of_a_day(hour: int, minute: int, comes: bool) -> None:
    """It comes at once where it can still be done in time, else the next time."""
    at = shown_at(date(2025, 3, 3), hour, minute, "Asia/Shanghai")
    found = passed(Every.DAILY, "09:30", at, (), now=at, terms=terms())
    assert (found.comes is not None, found.missed) == (comes, ())


def test_a_store_that_never_opens_is_not_asked() -> None:
    shut = Terms(OpeningHours(ZoneInfo("Asia/Shanghai"), ("",) * 7, frozenset()), lambda day: True)
    at = shown_at(date(2025, 3, 3), 9, 0, "Asia/Shanghai")
    for every in Every:
        assert passed(every, "09:30", at, (), now=at + 90 * DAY, terms=shut) == ((), None, None)
