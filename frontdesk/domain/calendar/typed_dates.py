"""Days that people type for a promise or a pause; a day without a time means close of business (Q3)."""

import re
from datetime import date, timedelta
from functools import partial

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.calendar.typed_days import day_of
from frontdesk.domain.calendar.typed_hours import MIDNIGHT, TIME, minutes_of, written
from frontdesk.domain.calendar.typed_numbers import plainly
from frontdesk.domain.calendar.unclear import Unclear
from frontdesk.domain.values.clock import HOUR, MINUTE, Millis, to_millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.text import clean_code
from frontdesk.domain.values.typed_times import read_time, with_colon

_DAY_AND_TIME = re.compile(rf"(?P<day>.*?)[ t,，]*(?P<time>{TIME})(?P<seconds>:\d{{2}})?")
_TIME_AND_DAY = re.compile(rf"(?P<time>{TIME})(?P<seconds>)[ ,]+(?P<day>.+)")
_LATER = r" ?(?:之后|以后|后|之内|以内|内|later|from now)?"
_HOURS = re.compile(
    r"(?:in |再?过)?(?P<hours>\d{1,3}|an?|半) ?个?(?P<half>半)? ?(?:小时|钟头|h|hrs?|hours?)"
    rf"(?:(?P<after>半)|(?P<minutes>\d{{1,3}})分钟?)?{_LATER}"
)
_DATE = r"(19[7-9]\d|[2-9]\d{3})-\d\d-\d\d"
_MINUTES = re.compile(rf"(?:in |再?过)?(?P<minutes>\d{{1,3}}) ?(?:分钟|min|mins|minutes?){_LATER}")


def read_deadline(text: str, now: Millis, hours: OpeningHours) -> Millis:
    """Return the instant meant by 16:30, 明天下午3点, 周一, 12月1号, 一周, 月底, 2 hours, next monday 3pm, 2026-03-05.

    A day without a time is close of business that day; a day of the year that is over is the next year's.
    Raises `Refused`: UNREADABLE_DATE, UNCLEAR_DATE for what may mean the one or the other, TIME_FAR, DAY_CLOSED.
    """
    typed = clean_code(text)
    try:
        return _instant(typed, now, hours)
    except Unclear as unclear:
        first, second = unclear.meanings
        raise Refused(CalendarReason.UNCLEAR_DATE, text=typed, first=first, second=second) from unclear
    except (Refused, ValueError, OverflowError) as error:
        if isinstance(error, Refused) and error.reason in {ValueReason.TIME_FAR, CalendarReason.DAY_CLOSED}:
            raise
        raise Refused(CalendarReason.UNREADABLE_DATE, text=typed) from error


def read_date(text: str) -> date:
    """Return the day that was typed: 2026-11-27. Raises `Refused(BAD_DATE)`."""
    typed = clean_code(text)
    if not re.fullmatch(_DATE, typed):
        raise Refused(CalendarReason.BAD_DATE, text=typed)
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise Refused(CalendarReason.BAD_DATE, text=typed) from error


def _instant(typed: str, now: Millis, hours: OpeningHours) -> Millis:
    # Four digits at the end may be a year.
    plain = plainly(typed)
    length, today = _length(plain), hours.day_of(now)
    if length is not None:
        return now + length
    day = day_of(plain, today)
    if day is not None:
        return _closing(day, hours)
    timed = plainly(with_colon(typed))
    for form in (_DAY_AND_TIME, _TIME_AND_DAY):
        found = form.fullmatch(timed)
        day = (day_of(found["day"].strip(), today) if found["day"].strip() else today) if found else None
        if found is not None and day is not None:
            minutes = minutes_of(found["time"], partial(_is_open, day, hours))
            if minutes is not None:
                return _at(day, minutes, found["seconds"] or "", hours)
    return read_time(typed, now, hours.zone)


def _length(plain: str) -> Millis | None:
    """Return a length of time from now on; None for what is none."""
    found = _HOURS.fullmatch(plain)
    if found is None:
        minutes = _MINUTES.fullmatch(plain)
        return int(minutes["minutes"]) * MINUTE if minutes else None
    said = found["hours"]
    whole = int(said) if said.isdecimal() else 0 if said == "半" else 1
    halves = (said == "半") + bool(found["half"]) + bool(found["after"])
    return whole * HOUR + halves * 30 * MINUTE + int(found["minutes"] or 0) * MINUTE


def _closing(day: date, hours: OpeningHours) -> Millis:
    times = hours.of_day(day)
    if times is None:
        raise Refused(CalendarReason.DAY_CLOSED, day=day.isoformat())
    return to_millis(times[1])


def _is_open(day: date, hours: OpeningHours, minutes: int) -> bool:
    """Whether the store is open at a time of day; on a day it stays closed, at any time people work."""
    times = hours.of_day(day)
    if times is None:
        return 8 * 60 <= minutes <= 18 * 60
    opens, closes = (moment.hour * 60 + moment.minute for moment in times)
    return opens <= minutes <= (closes or MIDNIGHT * 60)


def _at(day: date, minutes: int, seconds: str, hours: OpeningHours) -> Millis:
    days, rest = divmod(minutes, MIDNIGHT * 60)
    moment = f"{(day + timedelta(days=days)).isoformat()}T{written(rest)}{seconds}"
    return read_time(moment, 0, hours.zone)
