"""The months of a year side by side: how the team's service has developed (G6)."""

from typing import NamedTuple

from data.review import reviews
from frontdesk.desk.desk import Desk
from frontdesk.desk.figures import reports
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.figures.period import Figures
from frontdesk.domain.review.review import Review


class MonthOfYear(NamedTuple):
    """A month with its figures and its review, if it has one."""

    month: Month
    figures: Figures
    review: Review | None


def of_year(desk: Desk, year: int) -> tuple[MonthOfYear, ...]:
    """Return the months of a year that have begun; what is stale of their days is reckoned anew and kept."""
    today = reports.present_day(desk)
    opened = {each.month: each for each in desk.read(reviews.every)}
    months = (Month(year, number) for number in range(1, 13))
    return tuple(
        MonthOfYear(month, reports.of_month(desk, month).figures, opened.get(month))
        for month in months
        if month <= Month(today.year, today.month)
    )
