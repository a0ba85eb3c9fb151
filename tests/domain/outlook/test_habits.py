"""What days of a class were like, and how the present one goes beside them."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.outlook.habits import Habits, PastDay
from frontdesk.domain.outlook.today import SoFar, busier, slower
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE

SPAN = DaySpan.of(date(2026, 3, 3), ZoneInfo("Asia/Shanghai"))
NINE = SPAN.begins + 9 * HOUR


def habits(*lengths: int, came: int = 8) -> Habits:
    times = [NINE + number * MINUTE for number in range(came)]
    return Habits.of([PastDay(SPAN, times, list(lengths))])


def so_far(walked_in: tuple[int, ...] = (), lengths: tuple[int, ...] = (), now: int = NINE + HOUR) -> SoFar:
    return SoFar(SPAN, now, walked_in, lengths, ())


def test_a_half_hour_is_smoothed_by_its_neighbours() -> None:
    found = habits().per_half_hour
    assert found[17:20] == (2.0, 4.0, 2.0)
    assert sum(found) == pytest.approx(8)


def test_the_first_and_the_last_half_hour_have_one_neighbour() -> None:
    day = PastDay(SPAN, [SPAN.begins, SPAN.ends - 1], [])
    found = Habits.of([day, day]).per_half_hour
    assert found[0] == found[47] == 0.75 and found[1] == found[46] == 0.25


def test_a_day_has_the_cars_that_came_on_it_and_who_had_a_booking_is_no_walk_in() -> None:
    early, noon = SPAN.begins - MINUTE, SPAN.begins + 12 * HOUR
    day = PastDay.of(SPAN, [(early, NINE), (NINE, NINE + 5), (noon, None), (SPAN.ends, None)], frozenset({noon}))
    assert day.came == [NINE]
    assert day.lengths == [5]


def test_how_many_are_still_there_is_what_was_known_at_the_pace_of_the_day() -> None:
    known = habits(10 * MINUTE, 20 * MINUTE)
    assert known.staying(1.0, [0, 10 * MINUTE - 1, 10 * MINUTE, 20 * MINUTE]) == [1.0, 1.0, 0.5, 0.0]
    assert known.staying(1.5, [15 * MINUTE - 1, 15 * MINUTE]) == [1.0, 0.5]


def test_a_car_that_has_been_there_for_longer_than_any_leaves_at_some_time() -> None:
    now, soon, late = habits(10 * MINUTE).staying_on(1.0, 2 * HOUR, [0, 30 * MINUTE, DAY])
    assert now == 1
    assert soon == pytest.approx(0.368, abs=0.001)
    assert late < 0.001


def test_who_is_there_goes_on_as_those_who_stayed_as_long() -> None:
    found = habits(*[MINUTE] * 98, 30 * MINUTE, 50 * MINUTE).staying_on(1.0, 20 * MINUTE, [0, 15 * MINUTE])
    assert found[0] == 1
    assert found[1] == pytest.approx((1 + 0.0498) / 3, abs=0.001)


def test_nothing_known_of_today_is_a_usual_day() -> None:
    early = so_far(now=SPAN.begins)
    assert busier(habits(MINUTE), early) == slower(habits(MINUTE), early) == 1


def test_no_car_where_many_come_makes_the_next_hour_calmer_and_many_make_it_busier() -> None:
    known = habits(MINUTE, came=40)
    calm, busy = (busier(known, so_far(tuple(NINE + number for number in range(cars)))) for cars in (0, 80))
    assert 0.15 < calm < 0.35
    assert 1.4 < busy < 2


def test_what_is_hours_ago_says_less() -> None:
    known = habits(MINUTE)
    soon, late = (busier(known, so_far((NINE,) * 40, now=NINE + hours * HOUR)) for hours in (1, 10))
    assert soon > 2 > late > 1


@pytest.mark.parametrize(
    ("lengths", "found"), [((), 1.0), ((10 * MINUTE,) * 10, 1.0), ((MINUTE,) * 90, 0.6), ((HOUR,) * 9, 1.5)]
)
def test_the_pace_of_the_day_is_kept_within_bounds(lengths: tuple[int, ...], found: float) -> None:
    assert slower(habits(10 * MINUTE), so_far(lengths=lengths)) == pytest.approx(found)


def test_what_was_entered_of_later_is_not_known_yet() -> None:
    stretches = [(NINE, NINE + 20 * MINUTE), (NINE + 10 * MINUTE, None), (NINE + 20 * MINUTE, None)]
    found = SoFar.of(SPAN, NINE + 15 * MINUTE, stretches)
    assert found.walked_in == (NINE, NINE + 10 * MINUTE)
    assert found.lengths == ()
    assert found.ages == (15 * MINUTE, 5 * MINUTE)


def test_a_car_of_yesterday_that_stands_there_still_is_there_but_did_not_come_today() -> None:
    found = SoFar.of(SPAN, NINE, [(SPAN.begins - HOUR, None)])
    assert found.walked_in == ()
    assert found.ages == (10 * HOUR,)
