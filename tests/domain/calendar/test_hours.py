"""Opening hours, and the same day by them (Q1). The store's day is Shanghai's."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.policy.checks import inconsistencies
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import HOUR, to_datetime, to_millis

SHANGHAI = ZoneInfo("Asia/Shanghai")
FIVE_DAYS = ("08:30-18:00",) * 5 + ("", "")


def at(text: str) -> int:
    return to_millis(datetime.fromisoformat(text).replace(tzinfo=SHANGHAI))


def hours(weekly: tuple[str, ...] = FIVE_DAYS, closed: tuple[str, ...] = ()) -> OpeningHours:
    return OpeningHours.of(Policy(opening_hours=weekly, closed_dates=closed))


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-03-02T00:00", "2026-03-02T18:00"),  # a Monday, before opening
        ("2026-03-02T08:29:59.999", "2026-03-02T18:00"),
        ("2026-03-02T08:30", "2026-03-02T18:00"),
        ("2026-03-02T12:00", "2026-03-02T18:00"),
        ("2026-03-02T18:00", "2026-03-02T18:00"),  # at closing
        ("2026-03-02T18:00:00.001", "2026-03-03T18:00"),  # after closing
        ("2026-03-02T23:59", "2026-03-03T18:00"),
        ("2026-03-06T18:00:00.001", "2026-03-09T18:00"),  # Friday evening: Monday
        ("2026-03-07T10:00", "2026-03-09T18:00"),  # Saturday
        ("2026-03-08T10:00", "2026-03-09T18:00"),
    ],
)
def test_the_same_day(received: str, due: str) -> None:
    assert to_datetime(hours().same_day(at(received)), SHANGHAI) == to_datetime(at(due), SHANGHAI)


def test_a_closed_date_is_passed_over() -> None:
    closed = hours(closed=("2026-03-02", "2026-03-03"))
    assert closed.same_day(at("2026-03-02T10:00")) == at("2026-03-04T18:00")


def test_open_until_midnight() -> None:
    late = hours(("10:00-24:00",) * 7)
    assert late.same_day(at("2026-03-02T23:59:59.999")) == at("2026-03-03T00:00")


def test_a_store_that_never_opens_still_gets_a_due_time() -> None:
    assert hours(("",) * 7).same_day(at("2026-03-02T10:00")) == at("2026-03-03T10:00")


@pytest.mark.parametrize(
    ("begins", "amount", "ends"),
    [
        ("2026-03-02T00:00", 1, "2026-03-02T08:30:00.001"),
        ("2026-03-02T12:00", 0, "2026-03-02T12:00"),
        ("2026-03-02T12:00", 6 * HOUR, "2026-03-02T18:00"),  # at closing, not at the next opening
        ("2026-03-02T12:00", 6 * HOUR + 1, "2026-03-03T08:30:00.001"),
        ("2026-03-02T18:00", HOUR, "2026-03-03T09:30"),
        ("2026-03-02T20:00", HOUR, "2026-03-03T09:30"),
        ("2026-03-06T17:00", 2 * HOUR, "2026-03-10T09:30"),  # over a weekend, and a Monday that does not count
    ],
)
def test_the_time_that_passes_in_opening_hours(begins: str, amount: int, ends: str) -> None:
    def counts(day: date) -> bool:
        return day != date(2026, 3, 9)

    assert hours().after(at(begins), amount, counts) == at(ends)
    assert hours().time_between(at(begins), at(ends), counts) == amount


def test_time_that_no_day_takes_up_passes_by_the_wall_clock() -> None:
    assert hours().time_between(at("2026-03-02T10:00"), at("2027-03-02T10:00"), lambda _: False) == 0
    assert hours().after(at("2026-03-02T10:00"), HOUR, lambda _: False) == at("2027-04-06T01:00")


@pytest.mark.parametrize(
    ("moment", "closes"),
    [
        ("2026-03-02T06:00", "2026-03-02T18:00"),
        ("2026-03-02T17:59:59.999", "2026-03-02T18:00"),
        ("2026-03-02T18:00", None),
        ("2026-03-07T12:00", None),
    ],
)
def test_when_it_closes_today(moment: str, closes: str | None) -> None:
    assert hours().closing_after(at(moment)) == (None if closes is None else at(closes))


@pytest.mark.parametrize(
    "changed",
    [
        {"opening_hours": ("18:00-08:30",) * 7},
        {"opening_hours": ("8:30-18:00",) * 7},
        {"opening_hours": ("08:30-24:01",) * 7},
        {"opening_hours": ("08:30-25:00",) * 7},
        {"opening_hours": ("",) * 7},
        {"closed_dates": ("2026-02-30",)},
        {"closed_dates": ("20260217",)},
        {"closed_dates": ("2026-W08-2",)},
        {"closed_dates": ("2026-2-17",)},
        {"time_zone": "Asia/Nanjing"},
        {"province": "台"},
        {"province": ""},
        {"bays": ("1", "1", "2")},
        {"bays": ("1", " ")},
        {"over_stay_warning_s": 1201},
        {"over_count_warning": 5},
    ],
)
def test_a_policy_that_contradicts_itself(changed: dict[str, Any]) -> None:
    assert next(key for key, _, _ in inconsistencies(Policy(**changed))) == next(iter(changed))


def test_the_default_policy_is_sound() -> None:
    assert inconsistencies(Policy()) == []
    assert inconsistencies(Policy(opening_hours=("00:00-24:00", *FIVE_DAYS[1:]))) == []
