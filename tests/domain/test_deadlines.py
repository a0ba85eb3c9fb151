"""When the clocks of a case are due: tables of instants, and a second computation on random ones (Q1, Q2, C3, C6)."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.calendars import _library
from frontdesk.domain.clock import to_millis
from frontdesk.domain.deadlines import Deadline, within_hours, within_working_days
from frontdesk.domain.policy import Policy
from frontdesk.domain.working_days import Calendar

SHANGHAI = timezone(timedelta(hours=8))
LIBRARY = _library()
EVERY_DAY = Policy()
FIVE_DAYS = Policy(opening_hours=("08:30-18:00",) * 5 + ("", ""))


def at(text: str) -> int:
    return to_millis(datetime.fromisoformat(text).replace(tzinfo=SHANGHAI))


@pytest.mark.parametrize(
    ("began", "due"),
    [
        ("2026-03-02T00:00", "2026-03-05T18:00"),  # a Monday before opening: the day itself does not count
        ("2026-03-02T12:00", "2026-03-05T18:00"),
        ("2026-03-02T18:00", "2026-03-05T18:00"),  # at closing
        ("2026-03-02T23:59:59.999", "2026-03-05T18:00"),  # after closing: still that day
        ("2026-03-05T10:00", "2026-03-10T18:00"),  # over a weekend
        ("2026-03-07T10:00", "2026-03-11T18:00"),  # began on a Saturday
        ("2026-02-13T10:00", "2026-02-25T18:00"),  # Spring Festival, with the make-up Saturday 14 February
        ("2026-02-12T10:00", "2026-02-24T18:00"),
        ("2026-02-14T10:00", "2026-02-26T18:00"),  # began on the make-up Saturday itself
        ("2026-09-30T10:00", "2026-10-10T18:00"),  # National Day, with the make-up Saturday 10 October
    ],
)
def test_three_working_days(began: str, due: str) -> None:
    assert within_working_days(at(began), 3, EVERY_DAY, LIBRARY) == Deadline(at(due), False)


def test_into_a_year_nobody_has_published_is_provisional() -> None:
    last = max(LIBRARY.years)
    found = within_working_days(at(f"{last}-12-31T10:00"), 3, EVERY_DAY, LIBRARY)
    assert found.provisional
    assert not within_working_days(at(f"{last}-12-01T10:00"), 3, EVERY_DAY, LIBRARY).provisional
    known = Calendar({**LIBRARY.days, date(last + 1, 1, 1): False}, LIBRARY.years | {last + 1})
    again = within_working_days(at(f"{last}-12-31T10:00"), 3, EVERY_DAY, known)
    assert (again.provisional, again.at > found.at) == (False, date(last + 1, 1, 1).weekday() < 5)


def test_a_working_day_the_store_stays_closed_on() -> None:
    # 2026-02-14 is a make-up Saturday; a store open Monday to Friday is closed, and so is everybody until the 24th.
    assert within_working_days(at("2026-02-13T10:00"), 1, FIVE_DAYS, LIBRARY).at == at("2026-02-16T18:00")
    assert within_working_days(at("2026-02-13T10:00"), 1, EVERY_DAY, LIBRARY).at == at("2026-02-14T18:00")


def test_the_stores_own_days() -> None:
    own = Policy(working_days="own", opening_hours=("08:30-18:00",) * 6 + ("",), closed_dates=("2026-03-03",))
    assert within_working_days(at("2026-03-02T10:00"), 3, own, LIBRARY) == Deadline(at("2026-03-06T18:00"), False)
    assert within_working_days(at("2026-03-06T10:00"), 1, own, LIBRARY).at == at("2026-03-07T18:00")


def test_hours_know_no_closing_time() -> None:
    assert within_hours(at("2026-03-02T23:50"), 1800).at == at("2026-03-03T00:20")


def _second_computation(
    began: int, days: int, opening: list[bool], published: tuple[set[date], set[date]] | None
) -> int:
    """Count on a list of days written out one by one."""
    day = (datetime.fromtimestamp(began / 1000, UTC) + timedelta(hours=8)).date()
    counted = 0
    free, extra = published or (set(), set())
    while counted < days:
        day += timedelta(days=1)
        plain = day.isoweekday() <= 5 and day not in free
        works = opening[day.isoweekday() - 1] if published is None else day in extra or plain
        counted += works
    while not opening[day.isoweekday() - 1]:
        day += timedelta(days=1)
    closes = datetime(day.year, day.month, day.day, 18, tzinfo=UTC) - timedelta(hours=8)
    return round(closes.timestamp() * 1000)


_SOME_DAYS = st.sets(st.dates(date(2026, 1, 1), date(2027, 6, 30)), max_size=30)


@settings(max_examples=2_000, deadline=None)
@given(
    began=st.integers(at("2026-01-01T00:00"), at("2026-12-31T23:59")),
    days=st.integers(1, 12),
    opening=st.lists(st.booleans(), min_size=7, max_size=7).filter(any),
    own=st.booleans(),
    published=st.tuples(_SOME_DAYS, _SOME_DAYS),
)
def test_against_a_second_computation(
    began: int, days: int, opening: list[bool], own: bool, published: tuple[set[date], set[date]]
) -> None:
    free, extra = published
    calendar = Calendar({**dict.fromkeys(free, False), **dict.fromkeys(extra, True)}, frozenset({2026, 2027}))
    hours = tuple("08:30-18:00" if is_open else "" for is_open in opening)
    policy = Policy(opening_hours=hours, working_days="own" if own else "statutory")
    found = within_working_days(began, days, policy, calendar)
    assert found == Deadline(_second_computation(began, days, opening, None if own else published), False)
