"""How many a half hour takes, how likely it gets too full, what would be better (Z5, Z9)."""

import random
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.appointments.risk import KnownDay, KnownRisk, RoughRisk, Usual
from frontdesk.domain.appointments.slots import HALF_HOUR, Day, Slot, half_hours, next_best, shifted
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.outlook.habits import HALF_HOURS, Habits
from frontdesk.domain.policy.policy import Policy
from frontdesk.words.appointments.lines import day_title, room

HALF = 30 * 60_000
BEGINS = 1_780_020_000_000


def rough(walk_ins: float = 2.0, zone_s: float = 600, limit: int = 4) -> RoughRisk:
    return RoughRisk(Usual((walk_ins,) * HALF_HOURS, zone_s, 1.0), limit=limit, bays=3, zone_s=1200)


def known(walk_ins: float = 0.5, booked: dict[int, int] | None = None) -> KnownDay:
    lengths = tuple(sorted(int(random.Random(number).expovariate(1 / 500_000)) for number in range(400)))
    habits = Habits(30, (walk_ins,) * HALF_HOURS, lengths)
    return KnownRisk(habits, 4, 1.0).on(DaySpan.of(date(2026, 5, 29), ZoneInfo("Asia/Shanghai")), booked or {})


def slot(place: int, booked: int, capacity: int, risk: float = 0.0) -> Slot:
    return Slot(BEGINS + place * HALF, 600 + 30 * place, booked, capacity, 0.0, risk, is_rough=False)


@pytest.mark.parametrize(
    ("walk_ins", "zone_s", "takes"),
    [(0, 600, 9), (2, 600, 7), (2.4, 600, 6), (9, 600, 1), (0, 1200, 4), (0, 0, 4), (0, 3600, 1)],
)
def test_the_rough_rule_counts_what_the_bays_can_take(walk_ins: float, zone_s: float, takes: int) -> None:
    found = rough(walk_ins, zone_s)
    assert found.is_rough
    assert found.capacity(20, 0.1) == takes


def test_with_enough_on_file_it_is_the_most_that_stays_at_the_target() -> None:
    found = known()
    takes = found.capacity(20, 0.1)
    assert not found.is_rough
    assert found(20, takes) <= 0.1 < found(20, takes + 1)
    assert known(30).capacity(20, 0.1) == 1


def test_whoever_came_in_the_hour_before_may_be_there_still() -> None:
    assert known(booked={19: 3, 18: 3})(20, 1) > known(booked={18: 3})(20, 1) > known()(20, 1)


def test_the_risk_grows_with_each_and_is_near_what_chance_does() -> None:
    """Beside a plain simulation: cars come at any second of the half hour, and stay as long as cars do."""
    found, dice = rough(walk_ins=3, zone_s=500), random.Random(1)
    before = 0.0
    for booked in (0, 2, 4, 6):
        assert found(20, booked) > before
        before = found(20, booked)
        full = sum(_gets_full(dice, 3 + booked, 500) for _ in range(2000)) / 2000
        assert abs(found(20, booked) - full) < 0.1


def _gets_full(dice: random.Random, mean: float, zone_s: float) -> bool:
    here: list[float] = []
    at = -3600.0
    while at < 1800:
        at += dice.expovariate(mean / 1800)
        here = [leaves for leaves in here if leaves > at]
        here.append(at + dice.expovariate(1 / zone_s))
        if 0 <= at < 1800 and len(here) >= 4:
            return True
    return False


def test_the_next_best_is_near_free_and_calm() -> None:
    slots = [slot(-1, 0, 3, 0.3), slot(0, 3, 3), slot(1, 1, 3, 0.1), slot(2, 3, 3), slot(3, 0, 3)]
    best = next_best(slots, BEGINS + 5, BEGINS - 2 * HALF)
    assert [each.begins for each in best] == [BEGINS + HALF, BEGINS - HALF, BEGINS + 3 * HALF]
    assert [each.begins for each in next_best(slots, BEGINS + 5, BEGINS)] == [BEGINS + HALF, BEGINS + 3 * HALF]


def test_what_a_shift_does_to_both() -> None:
    found, one, other = rough(), slot(0, 4, 3, rough()(20, 4)), slot(1, 1, 3, rough()(21, 1))
    done = shifted(found, found, one, other, 2)
    assert (done.from_before, done.from_after) == (found(20, 4), found(20, 2))
    assert (done.to_before, done.to_after) == (found(21, 1), found(21, 3))
    assert shifted(found, found, one, other, 9).moved == 4


def test_half_hours_are_those_in_which_the_store_is_open() -> None:
    hours = OpeningHours.of(Policy(opening_hours=("08:40-10:00", *[""] * 6)))
    assert [minute for _, minute in half_hours(date(2026, 6, 1), hours)] == [510, 540, 570]
    assert half_hours(date(2026, 6, 2), hours) == []


def test_half_hours_that_are_over_are_not_free_and_another_year_is_named() -> None:
    day = date(2026, 5, 29)
    slot = Slot(1_000_000, 0, 0, 4, 0.0, 0.0, is_rough=True)
    found = Day(day, (slot, slot._replace(begins=1_000_000 + HALF_HOUR)), ())
    ends = slot.begins + HALF_HOUR
    assert [found.free(at) for at in (ends - 1, ends, ends + HALF_HOUR)] == [8, 4, 0]
    assert [room(slot, at) for at in (ends - 1, ends)] == ["4 free", ""]
    assert day_title(day, date(2026, 1, 1)).startswith("05-29 ")
    assert day_title(day, date(2025, 12, 31)).startswith("2026-05-29 ")
