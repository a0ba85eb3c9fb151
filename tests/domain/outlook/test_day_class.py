"""The class of a day: by the week, where nothing else was published of it."""

from datetime import date

import pytest

from frontdesk.domain.calendar.working_days import Calendar
from frontdesk.domain.outlook.day_class import DayClass, class_of

# National Day 2026: free from the 1st to the 7th, worked on Saturday the 10th and on Sunday the 20th of September.
CALENDAR = Calendar(
    {date(2026, 10, day): False for day in range(1, 8)} | {date(2026, 9, 20): True, date(2026, 10, 10): True}
)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2026, 9, 18), DayClass.WORKING),
        (date(2026, 9, 19), DayClass.SATURDAY),
        (date(2026, 9, 20), DayClass.WORKING),
        (date(2026, 9, 27), DayClass.SUNDAY),
        (date(2026, 9, 30), DayClass.EVE),
        (date(2026, 10, 1), DayClass.HOLIDAY),
        (date(2026, 10, 3), DayClass.HOLIDAY),
        (date(2026, 10, 7), DayClass.HOLIDAY),
        (date(2026, 10, 8), DayClass.WORKING),
        (date(2026, 10, 10), DayClass.WORKING),
    ],
)
def test_the_class_of_a_day(day: date, found: DayClass) -> None:
    assert class_of(day, CALENDAR) is found
