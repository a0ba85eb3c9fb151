"""Days that people type for a promise or a pause; a day without a time means close of business (Q3)."""

import re
from datetime import date, timedelta

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.values.clock import Millis, to_millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.text import clean_code
from frontdesk.domain.values.typed_times import read_time, with_colon

_DAY = re.compile(r"(?:(?P<year>\d{4})[-/.年])?(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?")
_AHEAD = re.compile(r"\+?(?P<days>\d{1,3}) ?(?:d|天|日)(?:后)?")
_WORDS = {"today": 0, "今天": 0, "tomorrow": 1, "明天": 1, "后天": 2, "大后天": 3}
_WITH_TIME = re.compile(r"(?P<day>.*?)[ T]*(?P<time>\d{1,2}:\d{2}(?::\d{2})?)")


def read_deadline(text: str, now: Millis, hours: OpeningHours) -> Millis:
    """Return the instant meant by 16:30, tomorrow, 明天 10:00, 3天, 3-5, 3月5日, 2026-03-05 or 2026-03-05T10:05.

    A day without a time is close of business that day; a day of the year that is over is the next year's.
    Raises `Refused`: UNREADABLE_DATE, TIME_FAR, DAY_CLOSED.
    """
    typed = with_colon(clean_code(text))
    try:
        day = _day(typed, hours.day_of(now))
        if day is None:
            return _moment(typed, now, hours)
        times = hours.of_day(day)
    except (Refused, ValueError, OverflowError) as error:
        if isinstance(error, Refused) and error.reason is ValueReason.TIME_FAR:
            raise
        raise Refused(CalendarReason.UNREADABLE_DATE, text=typed) from error
    if times is None:
        raise Refused(CalendarReason.DAY_CLOSED, day=day.isoformat())
    return to_millis(times[1])


def _moment(typed: str, now: Millis, hours: OpeningHours) -> Millis:
    parts = _WITH_TIME.fullmatch(typed)
    day = _day(parts["day"].strip(), hours.day_of(now)) if parts else None
    if parts is not None and day is not None:
        hour, rest = parts["time"].split(":", 1)
        return read_time(f"{day.isoformat()}T{hour:0>2}:{rest}", now, hours.zone)
    return read_time(typed, now, hours.zone)


def _day(typed: str, today: date) -> date | None:
    word = typed.casefold()
    if word in _WORDS:
        return today + timedelta(days=_WORDS[word])
    ahead = _AHEAD.fullmatch(word)
    if ahead:
        return today + timedelta(days=int(ahead["days"]))
    if len(typed) == len("20260305") and typed.isdecimal():
        return date.fromisoformat(typed)
    found = _DAY.fullmatch(typed)
    if found is None:
        return None
    year = int(found["year"] or today.year)
    day = date(year, int(found["month"]), int(found["day"]))
    return day if found["year"] or day >= today else day.replace(year=year + 1)
