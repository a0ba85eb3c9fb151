"""Times that people type, and what they mean in the store's own time zone."""

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from frontdesk.domain.values.clock import HOUR, Millis, to_datetime, to_millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.text import clean_code

YEARS = range(1900, 2900)
"""The years that times may lie in; near the calendar's ends nothing could be calculated any more."""

_WRITTEN = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]*(\d{1,2}:\d{2}.*)")
_AT_END = re.compile(r"^(.*?)(?:^|\s)\s*(\d{1,2}:\d{2}(?::\d{2})?)$")


def read_time(text: str, now: Millis, zone: ZoneInfo, *, ahead: bool = False, since: bool = False) -> Millis:
    """Return 10:05 or 10:05:30 as today's in the store, or an ISO 8601 time (in the store's zone if it names none).

    `ahead`: a time of day that is past at `now` means tomorrow's. `since`: a time before or after all `YEARS` becomes
    their beginning or end. Raises `Refused`: UNREADABLE_TIME, TIME_FAR.
    """
    plain = clean_code(text)
    of_day = len(plain) <= len("10:05:30") and ":" in plain
    try:
        if of_day:
            padded = plain if plain.index(":") == 2 else f"0{plain}"
            moment = datetime.combine(to_datetime(now, zone).date(), time.fromisoformat(padded))
        else:
            moment = datetime.fromisoformat(plain)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        if of_day and ahead and to_millis(moment) <= now:
            moment += timedelta(days=1)
        if since:
            first, last = datetime(YEARS[0], 1, 1, tzinfo=zone), datetime(YEARS[-1], 12, 31, tzinfo=zone)
            moment = min(max(moment, first), last)
        if moment.astimezone(zone).year not in YEARS:
            raise _far(plain)
        return to_millis(moment)
    except OverflowError as error:
        raise _far(plain) from error
    except ValueError as error:
        raise Refused(ValueReason.UNREADABLE_TIME, text=plain) from error


def _far(plain: str) -> Refused:
    return Refused(ValueReason.TIME_FAR, text=plain, first=YEARS[0], last=YEARS[-1])


def read_moment(text: str, zone: ZoneInfo) -> Millis:
    """Return a date with a time as tables hold them: ISO 8601, 2026/3/2 9:05, 2026年3月2日 9:05.

    Raises `Refused(UNREADABLE_TIME)`, for a date without a time or a time without a date too.
    """
    found = _WRITTEN.fullmatch(clean_code(text))
    if found is None:
        raise Refused(ValueReason.UNREADABLE_TIME, text=clean_code(text))
    year, month, day, of_day = found.groups()
    hour, rest = of_day.replace(" ", "").split(":", 1)
    return read_time(f"{year}-{month:0>2}-{day:0>2}T{hour:0>2}:{rest}", 0, zone)


def next_time(text: str, after: Millis, zone: ZoneInfo) -> Millis:
    """Return the first instant with this time of day after another instant; 01:00 after 22:00 is tomorrow's.

    A time with a date means that time, whenever it is. Raises `Refused(UNREADABLE_TIME)`.
    """
    at = read_time(text, after, zone)
    return at if at > after else read_time(text, after + 24 * HOUR, zone)


def split_time(text: str) -> tuple[str, str]:
    """Split a time of day off the end of the typed text ("" for none), as in `A12345 10:05`.

    Return the text before it and the time.
    """
    plain = clean_code(text)
    found = _AT_END.match(plain)
    return (found[1].strip(), found[2]) if found else (plain, "")
