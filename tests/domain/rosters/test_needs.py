"""How many a shift needs, and from which days that is told (S8); the holidays as they were published."""

from datetime import date

import pytest

from data.calendar import _library
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.holidays import (
    DayKind,
    Holiday,
    holiday_of,
    kind_of,
    same_day_before,
    spring_festivals,
)
from frontdesk.domain.rosters.need import Basis, Past, PastDay, always, from_past, least_for
from frontdesk.domain.rosters.shift import Shift

CALENDAR = _library()
EARLY, LATE = Shift(1, "early", "", 480, 990), Shift(2, "late", "", 660, 1170)


@pytest.mark.parametrize(
    ("peak", "minutes", "least"),
    [(4.1, 6.2, 1), (8.0, 6.0, 1), (8.01, 6.0, 2), (12.0, 15.0, 4), (0, 6, 0), (16.0, 6.0, 2), (4.8, 10.0, 1)],
)
def test_the_arithmetic(peak: float, minutes: float, least: int) -> None:
    assert least_for(peak, minutes) == least


def test_the_busiest_hour_that_a_shift_has_a_part_in() -> None:
    days = [
        PastDay(date(2025, 1, 29), [485, 490, 530, 700, 1150], [6.0, 12.0]),
        PastDay(date(2025, 1, 30), [500, 1145], [9.0]),
    ]
    past = Past(Basis.HOLIDAY, days)
    assert (past.peak(EARLY), past.peak(LATE), past.mean) == (2.0, 1.0, 9.0)
    need = from_past(date(2026, 2, 17), EARLY, past)
    assert (need.least, need.basis, need.why, need.peak, need.minutes) == (1, Basis.HOLIDAY, "2025-01-29", 2.0, 9.0)
    assert from_past(date(2026, 2, 17), EARLY, past._replace(days=())).least == 1


def test_while_the_store_is_open() -> None:
    found = always(date(2026, 2, 17), (EARLY, LATE, Shift(3, "night", "", 1200, 1860)), (540, 1080), list(Post)[:1])
    assert [need.shift for need in found] == ["early", "late"]
    managers = always(date(2026, 2, 17), (EARLY, LATE), (540, 1170), (Post.MANAGER,))
    assert [(need.shift, need.least) for need in managers] == [("late", 1)]


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 2, 15), date(2025, 1, 28)),  # the first day of the Spring Festival
        (date(2026, 2, 17), date(2025, 1, 30)),
        (date(2026, 2, 23), date(2025, 2, 4)),  # the year before it was shorter: its last day
        (date(2026, 10, 1), date(2025, 10, 1)),
        (date(2026, 1, 1), date(2025, 1, 1)),
        (date(2026, 3, 3), None),
    ],
)
def test_the_same_day_of_the_same_holiday(day: date, before: date | None) -> None:
    assert same_day_before(day, CALENDAR) == before


def test_the_spring_festivals_and_kinds_of_days() -> None:
    assert [each.first.year for each in spring_festivals(date(2026, 6, 1), CALENDAR)] == [2026, 2025, 2024]
    assert [each.first.year for each in spring_festivals(date(2026, 2, 17), CALENDAR)] == [2025, 2024, 2023]
    assert holiday_of(date(2026, 2, 17), CALENDAR) == Holiday(date(2026, 2, 15), date(2026, 2, 23))
    assert holiday_of(date(2026, 2, 14), CALENDAR) is None
    kinds = [kind_of(date(2026, 2, day), CALENDAR) for day in (13, 14, 17, 28)]
    # 14 and 28 February are Saturdays that were published as working days.
    assert kinds == [DayKind.PLAIN, DayKind.PLAIN, DayKind.HOLIDAY, DayKind.PLAIN]
    assert kind_of(date(2026, 3, 7), CALENDAR) is DayKind.WEEKEND
