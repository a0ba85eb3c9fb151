"""Times that people type, and what they mean in the store's own time zone."""

import re
from datetime import datetime, time, timedelta, tzinfo

from frontdesk.domain.values.clock import HOUR, Millis, to_datetime, to_millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import PROVINCES, fragment, is_usual
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.text import clean_code

YEARS = range(1900, 2900)
"""The years that times may lie in; near the calendar's ends nothing could be calculated any more."""

_DAY, _HOURS_BACK = 24 * HOUR, 8 * HOUR
"""How long ago a time of day may be that is taken for yesterday's."""

_WITH_DAY = r"\d{4}-\d{2}-\d{2}(?!\d)"
_WITH_TIME = r"\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}"
_WRITTEN = r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]*(\d{1,2}:\d{2}.*)"
_AT_END = r"^(.*?)(?:^|\s)\s*(\d{1,2}:\d{2}(?::\d{2})?)$"
_BARE = r"(?s)(?P<before>|.*[ T])(?P<hour>\d{1,2})(?P<minute>[0-5]\d)"

_LIKE_A_TIME = r"[0-9]{3,4}"
_SHORTEST_BEFORE = 3
"""Part of a plate that a time stands behind has so many characters."""


def read_time(
    text: str, now: Millis, zone: tzinfo, *, ahead: bool = False, past: bool = False, since: bool = False
) -> Millis:
    """Return 10:05 or 10:05:30 as today's in the store, or an ISO 8601 time (the store's own where it names no zone).

    A time of day that is over at `now` is, `ahead`, tomorrow's; one that is not yet is, `past`, yesterday's, where that
    is a matter of hours: at 00:05, 23:58 was seven minutes ago. `since`: yesterday's too, and what lies before or after
    all `YEARS` is where they begin or end. Raises `Refused`: UNREADABLE_TIME, TIME_FAR.
    """
    plain = with_colon(clean_code(text))
    try:
        if len(plain) <= len("10:05:30") and ":" in plain:
            return _time_of_day(plain, now, zone, ahead=ahead, back=_DAY if since else _HOURS_BACK if past else 0)
        if not re.match(_WITH_TIME if past else _WITH_DAY, plain):
            raise ValueError(plain)
        moment = datetime.fromisoformat(plain)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=zone)
            again = moment.replace(fold=1)
            # In the hour that comes twice it is the later one, where that is over.
            moment = again if past and to_millis(again) <= now else moment
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


def _time_of_day(plain: str, now: Millis, zone: tzinfo, *, ahead: bool, back: Millis) -> Millis:
    """Return when it is that time of day: today; `ahead` the next time, else the latest that is at most `back` ago."""
    of_day = time.fromisoformat(plain if plain.index(":") == 2 else f"0{plain}")
    today = to_datetime(now, zone).date()
    # Where the clock is put back an hour comes twice.
    instants = {
        fold + 2 * day: to_millis(datetime.combine(today + timedelta(days=day), of_day, zone).replace(fold=fold))
        for day in (-1, 0, 1)
        for fold in (0, 1)
    }
    if ahead:
        return next(at for at in sorted(instants.values()) if at > now)
    fitting = [at for at in instants.values() if now - back <= at <= now]
    return max(fitting, default=instants[0]) if back else instants[0]


def with_colon(plain: str) -> str:
    """Return a text that ends in a time of day without its colon, 630 or 0610, with it: 6:30, 06:10."""
    found = re.fullmatch(_BARE, plain)
    if found is None or int(found["hour"]) > 23:
        return plain
    before, hour, minute = found.groups()
    return f"{before}{hour:0>2}:{minute}" if before else f"{hour}:{minute}"


def _far(plain: str) -> Refused:
    return Refused(ValueReason.TIME_FAR, text=plain, first=YEARS[0], last=YEARS[-1])


def read_moment(text: str, zone: tzinfo, now: Millis | None = None) -> Millis:
    """Return a date with a time as tables hold them: ISO 8601, 2026/3/2 9:05, 2026年3月2日 9:05.

    `now`: in the hour that comes twice it is the later one, where that is over.
    Raises `Refused(UNREADABLE_TIME)`, for a date without a time or a time without a date too.
    """
    found = re.fullmatch(_WRITTEN, clean_code(text))
    if found is None:
        raise Refused(ValueReason.UNREADABLE_TIME, text=clean_code(text))
    year, month, day, of_day = found.groups()
    hour, rest = of_day.replace(" ", "").split(":", 1)
    return read_time(f"{year}-{month:0>2}-{day:0>2}T{hour:0>2}:{rest}", now or 0, zone, past=now is not None)


def next_time(text: str, after: Millis, zone: tzinfo) -> Millis:
    """Return a time of day as the first such instant after another: 01:00 after 22:00 is tomorrow's.

    A time with a date means that time, whenever it is. Raises `Refused(UNREADABLE_TIME)`.
    """
    at = read_time(text, after, zone)
    return at if at > after else read_time(text, after + 24 * HOUR, zone)


def split_time(text: str) -> tuple[str, str]:
    """Return what was typed before a time of day at its end, and that time ("" for none): `A12345 10:05`.

    Without its colon it is a time only behind a plate, and where the digits are not the rest of that plate: `A12 345`.
    Behind a whole plate it can be nothing else, even where there is no such time: `A12345 2370`.
    """
    plain = clean_code(text)
    found = re.match(_AT_END, plain)
    if found:
        return found[1].strip(), found[2]
    before, _blank, digits = plain.rpartition(" ")
    time = with_colon(digits)
    is_time = time != digits or (re.fullmatch(_LIKE_A_TIME, digits) and _is_plate(fragment(before)))
    if len(fragment(before)) < _SHORTEST_BEFORE or not is_time or _is_plate(fragment(plain)):
        return plain, ""
    return before.strip(), time


def _is_plate(compact: str) -> bool:
    return is_usual(compact) or is_usual(PROVINCES[0] + compact)
