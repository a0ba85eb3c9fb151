"""Days that people type for a promise or a pause: a day without a time means close of business (Q3)."""

import re
from datetime import date, timedelta

from frontdesk.domain.clock import Millis
from frontdesk.domain.errors import Reason, Refused
from frontdesk.domain.hours import OpeningHours
from frontdesk.domain.text import clean_code
from frontdesk.domain.times import read_time

_DAY = re.compile(r"(?:(?P<year>\d{4})[-/.年])?(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?")
_AHEAD = re.compile(r"\+?(?P<days>\d{1,3}) ?(?:d|天|日)(?:后)?")
_WORDS = {"today": 0, "今天": 0, "tomorrow": 1, "明天": 1, "后天": 2, "大后天": 3}
_WITH_TIME = re.compile(r"(?P<day>.*?)[ T]*(?P<time>\d{1,2}:\d{2}(?::\d{2})?)")


def read_deadline(text: str, now: Millis, hours: OpeningHours) -> Millis:
    """Return the instant meant by 16:30, tomorrow, 明天 10:00, 3天, 3-5, 3月5日, 2026-03-05 or 2026-03-05T10:05.

    A day without a time is close of business that day, or of the next day the store opens; a day of the year that is
    over is the next year's. Raises `Refused(UNREADABLE_DATE)`.
    """
    typed = clean_code(text)
    try:
        return _read(typed, now, hours)
    except (Refused, ValueError, OverflowError) as error:
        raise Refused(Reason.UNREADABLE_DATE, text=typed) from error


def _read(typed: str, now: Millis, hours: OpeningHours) -> Millis:
    today = hours.day_of(now)
    day = _day(typed, today)
    if day is not None:
        return hours.closing_from(day, hours.is_open_on)
    parts = _WITH_TIME.fullmatch(typed)
    day = _day(parts["day"].strip(), today) if parts else None
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
    found = _DAY.fullmatch(typed)
    if found is None:
        return None
    year = int(found["year"] or today.year)
    day = date(year, int(found["month"]), int(found["day"]))
    return day if found["year"] or day >= today else day.replace(year=year + 1)
