"""What is certain about the count of the zone, and what may only make it likelier."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.outlook.booked import Booked
from frontdesk.domain.outlook.course import Cars, Course
from frontdesk.domain.outlook.habits import Habits, PastDay
from frontdesk.domain.outlook.outlook import outlook, risk_of_half_hour
from frontdesk.domain.outlook.today import SoFar
from frontdesk.domain.values.clock import HOUR, MINUTE

SPAN = DaySpan.of(date(2026, 3, 3), ZoneInfo("Asia/Shanghai"))
NOW = SPAN.begins + 10 * HOUR
STEPS = 4
STAYS, LEAVES = [1.0] * (STEPS + 1), [1.0, 1.0, 0.0, 0.0, 0.0]
COMES, COMES_LATE, NEVER = [1.0, 0.0, 0.0, 0.0, 0.0], [1.0, 1.0, 1.0, 0.0, 0.0], [1.0] * (STEPS + 1)
NOBODY = [0.0] * STEPS


@pytest.mark.parametrize(
    ("staying", "to_come", "limit", "likely"),
    [
        ([], [], 1, 0.0),
        ([STAYS, STAYS], [], 3, 0.0),
        ([STAYS, STAYS], [COMES], 3, 1.0),
        ([STAYS, STAYS], [NEVER], 3, 0.0),
        ([STAYS, LEAVES], [COMES], 3, 1.0),
        ([STAYS, LEAVES], [COMES_LATE], 3, 0.0),
        ([STAYS], [COMES, COMES_LATE], 3, 1.0),
        ([], [COMES, COMES_LATE], 3, 0.0),
        ([], [[1.0, 0.5, 0.5, 0.5, 0.5]], 1, 0.5),
        ([], [[1.0, 0.5, 0.5, 0.5, 0.5], [1.0, 1.0, 0.5, 0.5, 0.5]], 2, 0.25),
    ],
)
def test_what_is_certain(staying: list[list[float]], to_come: list[list[float]], limit: int, likely: float) -> None:
    assert Course(Cars(staying, to_come, NOBODY, [1.0] * STEPS), limit).reaches(limit) == pytest.approx(likely)


def test_who_comes_leaves_again() -> None:
    short, long = ([1.0] + [0.0] * 3, [1.0] * STEPS)
    both = [COMES, COMES_LATE]
    assert Course(Cars([], both, NOBODY, short), 2).reaches(2) == pytest.approx(0)
    assert Course(Cars([], both, NOBODY, long), 2).reaches(2) == pytest.approx(1)


def test_what_was_before_does_not_count_but_who_is_there_still_does() -> None:
    short, long = ([1.0, 0.0, 0.0, 0.0], [1.0] * STEPS)
    assert Course(Cars([], [COMES], NOBODY, short), 1).reaches(1, first=3) == pytest.approx(0)
    assert Course(Cars([], [COMES], NOBODY, long), 1).reaches(1, first=3) == pytest.approx(1)


def habits() -> Habits:
    came = [SPAN.begins + 8 * HOUR + number * 4 * MINUTE for number in range(60)]
    return Habits.of([PastDay(SPAN, came, [number * MINUTE for number in range(1, 20)])])


def so_far(*ages: int) -> SoFar:
    return SoFar(SPAN, NOW, (), (), ages)


def test_a_zone_that_is_too_full_is_no_forecast() -> None:
    found = outlook(habits(), so_far(1, 2, 3, 4), 4)
    assert found.is_over and found.probability == 1 and found.peak >= 4


def test_more_cars_there_and_more_booked_make_it_likelier_and_a_higher_limit_less_likely() -> None:
    known, soon = habits(), Booked(0.9, NOW, NOW + HOUR)
    said = [outlook(known, so_far(*ages), 4).probability for ages in ((), (MINUTE,), (MINUTE, MINUTE))]
    said += [outlook(known, so_far(MINUTE, MINUTE), 4, [soon] * many).probability for many in (1, 2, 5)]
    assert said == sorted(said) and len(set(said)) == len(said)
    limits = [outlook(known, so_far(MINUTE), limit).probability for limit in (2, 3, 4, 6, 9)]
    assert limits == sorted(limits, reverse=True)
    booked = [risk_of_half_hour(known, SPAN, NOW, 4, [Booked(0.8, NOW, NOW + 30 * MINUTE)] * many) for many in range(6)]
    assert booked == sorted(booked)


def test_the_arrivals_are_those_that_are_expected() -> None:
    found = outlook(
        habits(), so_far()._replace(walked_in=()), 4, [Booked(0.5, NOW, NOW + 2 * HOUR), Booked(1, NOW - HOUR, NOW)]
    )
    calm = outlook(habits(), so_far(), 4)
    assert found.arrivals == pytest.approx(calm.arrivals + 0.25)
    assert found.basis_days == 1


def test_nothing_known_of_any_car_is_no_fault() -> None:
    found = outlook(Habits.of([PastDay(SPAN, [], [])]), so_far(MINUTE), 4)
    assert found.probability == pytest.approx(0) and found.arrivals == 0 and found.peak == 1


def test_a_zone_of_any_size_is_told_in_time() -> None:
    ages = [number * 10_000 for number in range(110)]
    said = [outlook(habits(), so_far(*ages), limit).probability for limit in (111, 115, 120, 200)]
    assert said == sorted(said, reverse=True) and all(0 <= each <= 1 for each in said)
    assert outlook(habits(), so_far(*ages[:50]), 60).probability < 0.01
