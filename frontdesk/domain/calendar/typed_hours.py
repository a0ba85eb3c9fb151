"""The time of day that is meant by 15:00, 下午3点, 上午十点半, 3pm, half past 3; as minutes after midnight."""

import re
from collections.abc import Callable

from frontdesk.domain.calendar.unclear import Unclear

NOON, MIDNIGHT = 12, 24
_PART = r"(?P<part>上午|早上|早晨|清晨|早|中午|下午|傍晚|晚上|夜里|半夜|晚|凌晨)?"
_CHINESE = (
    rf"{_PART} ?(?P<hour>\d{{1,2}}) ?(?:点钟?|时) ?"
    r"(?:(?P<half>半)|(?P<quarters>[13])刻|(?P<minute>\d{1,2})分?|整)?"
)
_DIGITS = rf"{_PART} ?(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})"
_ENGLISH = r"(?:at )?(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))? ?(?P<half_day>[ap])\.?m\.?"
_AT = r"(?:at (?P<hour>\d{1,2})|(?P<clock>\d{1,2}) ?o'?clock)"
_PAST = r"(?:at )?(?:(?P<past>half|(?:a )?quarter) past|(?P<to>(?:a )?quarter) to) (?P<hour>\d{1,2})"
_NAMED = {"noon": NOON * 60, "at noon": NOON * 60, "正午": NOON * 60, "midnight": MIDNIGHT * 60, "午夜": MIDNIGHT * 60}

_PARTS: dict[str, tuple[range, range, int]] = {
    "凌晨": (range(7), range(0), 0),
    "清晨": (range(4, 10), range(0), 0),
    "早": (range(5, 12), range(0), 0),
    "上": (range(5, 12), range(0), 0),
    "中": (range(11, 15), range(1, 3), NOON),
    "下": (range(12, 20), range(1, 8), NOON),
    "傍": (range(16, 21), range(4, 9), NOON),
    "晚": (range(17, 25), range(5, 13), NOON),
    "夜": (range(20, 25), range(8, 13), NOON),
    "半": (range(0), range(12, 13), NOON),
}
"""Of a part of the day: its hours as a clock of 24 hours has them, those as people say them, and what those lack."""

TIME = "|".join(
    re.sub(r"\?P<\w+>", "?:", form) for form in (_CHINESE, _DIGITS + r"(?::\d{2})?", _ENGLISH, _AT, _PAST, *_NAMED)
)
"""Any time of day, to tell it from the day before it."""


def minutes_of(typed: str, is_open: Callable[[int], bool]) -> int | None:
    """Return the time of day that a text, made plain, means; 24:00 is the midnight that ends the day; None for none.

    `is_open`: whether the store is open at so many minutes after midnight: 3 o'clock is none of its own.
    Raises `Unclear`, and `ValueError` for a time that no day has.
    """
    if typed in _NAMED:
        return _NAMED[typed]
    for form, meant in _FORMS:
        found = form.fullmatch(typed)
        if found:
            minutes = meant(found, is_open)
            if not 0 <= minutes <= MIDNIGHT * 60:
                raise ValueError(typed)
            return minutes
    return None


def written(minutes: int) -> str:
    """Return a time of day as it can be typed: 15:00."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _chinese(found: re.Match[str], is_open: Callable[[int], bool]) -> int:
    minute = 30 if found["half"] else 15 * int(found["quarters"] or 0) or _minute(found["minute"])
    return _of_part(found, minute) if found["part"] else _alone(int(found["hour"]), minute, is_open)


def _digits(found: re.Match[str], is_open: Callable[[int], bool]) -> int:
    """15:00 is the time of a clock of 24 hours, unless a part of the day is said."""
    minute = _minute(found["minute"])
    return _of_part(found, minute) if found["part"] else _hour(found["hour"]) * 60 + minute


def _of_part(found: re.Match[str], minute: int) -> int:
    part, hour = found["part"], int(found["hour"])
    of_clock, as_said, lacks = _PARTS["凌晨"] if part == "凌晨" else _PARTS.get(part) or _PARTS[part[0]]
    if hour in as_said and hour != NOON:
        return (hour + lacks) * 60 + minute
    if hour == NOON and NOON in as_said:
        return MIDNIGHT * 60 + minute
    if hour in of_clock:
        return hour * 60 + minute
    if hour > NOON:
        raise ValueError(found[0])
    raise Unclear((written(hour % NOON * 60 + minute), written((hour % NOON + NOON) * 60 + minute)))


def _english(found: re.Match[str], is_open: Callable[[int], bool]) -> int:
    hour, minute = int(found["hour"]), _minute(found["minute"])
    if not 1 <= hour <= NOON:
        raise ValueError(found[0])
    if (hour, found["half_day"]) == (NOON, "a"):
        raise Unclear((written(minute), written(NOON * 60 + minute)))
    return (hour % NOON + (NOON if found["half_day"] == "p" else 0)) * 60 + minute


def _at(found: re.Match[str], is_open: Callable[[int], bool]) -> int:
    return _alone(int(found["hour"] or found["clock"]), 0, is_open)


def _past(found: re.Match[str], is_open: Callable[[int], bool]) -> int:
    minute = -15 if found["to"] else 30 if found["past"] == "half" else 15
    return _alone(int(found["hour"]), minute, is_open)


def _alone(hour: int, minute: int, is_open: Callable[[int], bool]) -> int:
    """An hour with no word for its half of the day is the one of a 24-hour clock, where that is an opening hour."""
    minutes = _hour(str(hour)) * 60 + minute
    if hour > NOON or hour == 0 or is_open(minutes):
        return minutes
    raise Unclear((written(minutes), written(minutes % (NOON * 60) + NOON * 60)))


def _hour(text: str) -> int:
    if int(text) > MIDNIGHT:
        raise ValueError(text)
    return int(text)


def _minute(text: str | None) -> int:
    minute = int(text or 0)
    if minute > 59:
        raise ValueError(text)
    return minute


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Callable[[int], bool]], int]], ...] = tuple(
    (re.compile(form), meant)
    for form, meant in ((_CHINESE, _chinese), (_DIGITS, _digits), (_ENGLISH, _english), (_AT, _at), (_PAST, _past))
)
