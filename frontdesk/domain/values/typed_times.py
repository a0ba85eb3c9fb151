"""Times that people type, and what they mean in the store's own time zone."""

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from frontdesk.domain.values.clock import HOUR, Millis, to_datetime, to_millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import PROVINCES, fragment, is_usual
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.text import clean_code

YEARS = range(1900, 2900)
"""The years that times may lie in; near the calendar's ends nothing could be calculated any more."""

_WRITTEN = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]*(\d{1,2}:\d{2}.*)")
_AT_END = re.compile(r"^(.*?)(?:^|\s)\s*(\d{1,2}:\d{2}(?::\d{2})?)$")
_BARE = re.compile(r"(?P<before>|.*[ T])(?P<hour>\d{1,2})(?P<minute>[0-5]\d)", re.DOTALL)

_SHORTEST_BEFORE = 3
"""Part of a plate that a time stands behind has so many characters."""


def read_time(text: str, now: Millis, zone: ZoneInfo, *, ahead: bool = False, since: bool = False) -> Millis:
    """Return 10:05, 1005 or 10:05:30 as today's in the store, or an ISO 8601 time (the store's own without a zone).

    `ahead`: a time of day that is over at `now` is tomorrow's. `since`: what lies before
    or after all `YEARS` is where they begin or end. Raises `Refused`: UNREADABLE_TIME, TIME_FAR.
    """
    plain = with_colon(clean_code(text))
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


def with_colon(plain: str) -> str:
    """Return a text that ends in a time of day without its colon, 630 or 0610, with it: 6:30, 06:10."""
    found = _BARE.fullmatch(plain)
    if found is None or int(found["hour"]) > 23:
        return plain
    before, hour, minute = found.groups()
    return f"{before}{hour:0>2}:{minute}" if before else f"{hour}:{minute}"


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
    """Return what was typed before a time of day at its end, and that time ("" for none): `A12345 10:05`.

    Without its colon it is a time only behind a plate, and where the digits are not the rest of that plate: `A12 345`.
    """
    plain = clean_code(text)
    found = _AT_END.match(plain)
    if found:
        return found[1].strip(), found[2]
    before, _blank, digits = plain.rpartition(" ")
    time = with_colon(digits)
    if len(fragment(before)) < _SHORTEST_BEFORE or time == digits or _is_plate(fragment(plain)):
        return plain, ""
    return before.strip(), time


def _is_plate(compact: str) -> bool:
    return is_usual(compact) or is_usual(PROVINCES[0] + compact)
