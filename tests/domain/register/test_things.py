"""How a thing stands, by its last day, by how many there are, by what was said of it; who may use it."""

from datetime import date, timedelta
from typing import Any

import pytest

from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.register.last_days import read_last_day
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.register.things import (
    UNFIT,
    Described,
    Fault,
    Outing,
    Thing,
    ThingKind,
    ThingState,
    check_described,
    check_fit,
)
from frontdesk.domain.values.errors import Reason, Refused

TODAY = date(2026, 3, 2)
WARNING = 30


def thing(
    ends: int | None = None,
    count: tuple[int, int] | None = None,
    *,
    faulty: bool = False,
    out: bool = False,
    retired: bool = False,
) -> Thing:
    quantity, least = count or (None, None)
    last = None if ends is None else TODAY + timedelta(days=ends)
    described = Described(ThingKind.SUPPLY, "急救包", "", quantity, least, "个", last)
    return Thing(
        1,
        described,
        Fault("压力不足", 1, "张三") if faulty else None,
        Outing(1, "张三", None, "送客户") if out else None,
        None,
        1 if retired else None,
    )


@pytest.mark.parametrize(
    ("left", "state"),
    [
        (31, ThingState.READY),
        (30, ThingState.EXPIRING),
        (1, ThingState.EXPIRING),
        (0, ThingState.EXPIRING),
        (-1, ThingState.EXPIRED),
        (-400, ThingState.EXPIRED),
        (None, ThingState.READY),
    ],
)
def test_the_last_day_is_a_day_of_use(left: int | None, state: ThingState) -> None:
    assert thing(left).state(TODAY, WARNING) is state
    assert (state in UNFIT) == (state is ThingState.EXPIRED)


@pytest.mark.parametrize(("quantity", "is_low"), [(0, True), (1, True), (2, False), (3, False)])
def test_fewer_than_the_least_are_too_few(quantity: int, is_low: bool) -> None:
    assert thing(count=(quantity, 2)).is_low == is_low


@pytest.mark.parametrize(
    ("said", "states"),
    [
        ({}, ["ready"]),
        ({"ends": 3, "count": (0, 1)}, ["low", "expiring"]),
        ({"ends": -3, "count": (0, 1)}, ["expired", "low"]),
        ({"ends": -3, "out": True}, ["out", "expired"]),
        ({"faulty": True, "out": True, "count": (0, 1)}, ["faulty", "out", "low"]),
        ({"faulty": True, "out": True, "ends": -1, "retired": True}, ["retired"]),
    ],
)
def test_what_weighs_most_comes_first(said: dict[str, Any], states: list[str]) -> None:
    assert [*thing(**said).states(TODAY, WARNING)] == states


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({}, None),
        ({"ends": 0}, None),
        ({"count": (0, 1)}, None),
        ({"ends": -1}, ThingState.EXPIRED),
        ({"faulty": True}, ThingState.FAULTY),
        ({"out": True}, ThingState.OUT),
        ({"retired": True}, ThingState.RETIRED),
    ],
)
def test_who_may_use_it(said: dict[str, Any], state: ThingState | None) -> None:
    if state is None:
        check_fit(thing(**said), TODAY)
        return
    with pytest.raises(Refused) as refused:
        check_fit(thing(**said), TODAY)
    assert refused.value.reason is RegisterReason.THING_FAULTY
    assert refused.value.facts["state"] is state


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"name": ""}, RegisterReason.THING_NAME),
        ({"quantity": -1}, RegisterReason.THING_NUMBER),
        ({"quantity": 1_000_001}, RegisterReason.THING_NUMBER),
        ({"least": 1}, RegisterReason.THING_LEAST),
        ({"expires_on": date(1999, 12, 31)}, RegisterReason.THING_DAY),
        ({"expires_on": date(2057, 1, 1)}, RegisterReason.THING_DAY),
    ],
)
def test_what_is_not_right_about_a_thing(change: dict[str, Any], reason: Reason) -> None:
    right = Described(ThingKind.TOOL, "千斤顶", expires_on=date(2056, 12, 31))
    check_described(right, TODAY)
    with pytest.raises(Refused) as refused:
        check_described(right._replace(**change), TODAY)
    assert refused.value.reason is reason


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2027-06-30", date(2027, 6, 30)),
        ("2027-06", date(2027, 6, 30)),
        ("2027.2", date(2027, 2, 28)),
        ("2028/02", date(2028, 2, 29)),
        ("２０２７年６月", date(2027, 6, 30)),
        ("2027年6月15日", date(2027, 6, 15)),
        ("20270615", date(2027, 6, 15)),
        ("明年3月1日", date(2027, 3, 1)),
        ("两年", date(2028, 3, 2)),
        ("in 6 months", date(2026, 9, 2)),
        ("3月1日", date(2027, 3, 1)),
    ],
)
def test_a_last_day_as_it_is_typed(typed: str, day: date) -> None:
    assert read_last_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["", "soon", "2027-13", "2027-02-30", "27-06", "2027-06-", "9999999999"])
def test_what_is_no_day(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_last_day(typed, TODAY)
    assert refused.value.reason is CalendarReason.BAD_DATE
