"""Which list names which day: the last days of December are moved about by the next year's."""

from datetime import date

import pytest

from frontdesk.domain.calendar.working_days import Calendar, list_of


@pytest.mark.parametrize(
    ("day", "years", "provisional"),
    [
        ("2026-12-24", {2026}, False),
        ("2026-12-25", {2026}, True),
        ("2026-12-31", {2026}, True),
        ("2026-12-31", {2026, 2027}, False),
        ("2026-12-30", {2026}, False),
        ("2027-01-01", {2026}, True),
        ("2026-11-30", {2026}, False),
        ("2026-12-31", {2027}, True),
    ],
)
def test_until_the_next_list_is_known_december_may_change(day: str, years: set[int], provisional: bool) -> None:
    known = Calendar({date(2026, 12, 30): True}, frozenset(years))
    assert known.is_provisional(date.fromisoformat(day)) is provisional


def test_a_day_of_december_belongs_to_the_next_years_list() -> None:
    assert [list_of(date(2026, month, 31)) for month in (1, 10, 12)] == [2026, 2026, 2027]
