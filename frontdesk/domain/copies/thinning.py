"""Which copies stay in a folder: one a day, then one a week, then one a month (G2)."""

from collections.abc import Collection
from datetime import date

from frontdesk.domain.copies.names import Named


def to_delete(copies: Collection[Named], today: date, daily: int, weekly: int, monthly: int) -> list[Named]:
    """Return the copies that go: of the last days, weeks and months that have any, the latest of each stays.

    One that is of a day to come, by a clock that was wrong, is left alone, and counts for nothing.
    """
    known = sorted((copy for copy in copies if copy.day <= today), key=lambda copy: (copy.day, copy.time, copy.name))
    stay: set[Named] = set()
    for period, most in ((_day, daily), (_week, weekly), (_month, monthly)):
        # A later one takes the place of the one before.
        latest = {period(copy.day): copy for copy in known}
        stay |= {latest[each] for each in sorted(latest, reverse=True)[:most]}
    return [copy for copy in known if copy not in stay]


def _day(day: date) -> tuple[int, ...]:
    return (day.toordinal(),)


def _week(day: date) -> tuple[int, ...]:
    return tuple(day.isocalendar()[:2])


def _month(day: date) -> tuple[int, ...]:
    return day.year, day.month
