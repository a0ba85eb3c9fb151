"""What a public holiday is called, told from its days (S2, S5)."""

from datetime import date, timedelta
from enum import StrEnum

from frontdesk.domain.rosters.holidays import Holiday

_MAY, _JUNE, _SEPTEMBER, _OCTOBER = 5, 6, 9, 10
_TOMB_SWEEPING = ((4, 4), (4, 5))


class HolidayName(StrEnum):
    """The holidays of the State Council's list."""

    NEW_YEAR = "new_year"
    SPRING = "spring_festival"
    QINGMING = "qingming"
    LABOUR = "labour_day"
    DRAGON_BOAT = "dragon_boat"
    MID_AUTUMN = "mid_autumn"
    NATIONAL = "national_day"
    OTHER = "closed_days"
    """Days that somebody named, or that are free for another reason."""


def name_of(holiday: Holiday) -> HolidayName:
    """Return what a holiday is called; where two fall together, the one with a fixed day."""
    days = [holiday.first + timedelta(days=ahead) for ahead in range(holiday.length)]
    fixed = {(day.month, day.day) for day in days}
    if holiday.is_spring_festival:
        return HolidayName.SPRING
    for name, on in (
        (HolidayName.NEW_YEAR, ((1, 1),)), (HolidayName.QINGMING, _TOMB_SWEEPING), (HolidayName.LABOUR, ((5, 1),)),
        (HolidayName.NATIONAL, ((10, 1),)),
    ):  # fmt: skip
        if fixed & set(on):
            return name
    return _by_moon(holiday.first)


def _by_moon(first: date) -> HolidayName:
    if first.month in {_MAY, _JUNE}:
        return HolidayName.DRAGON_BOAT
    return HolidayName.MID_AUTUMN if first.month in {_SEPTEMBER, _OCTOBER} else HolidayName.OTHER
