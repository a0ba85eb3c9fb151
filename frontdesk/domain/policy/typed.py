"""Reading what a person types for a setting. What is not understood is a `ValueError`: nothing is guessed."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

from frontdesk.domain.policy.calendar import is_day, read_day
from frontdesk.domain.values.text import clean_code, clean_line, folded

_UNITS = {
    1: ("s", "sec", "secs", "second", "seconds", "秒", "秒钟"),
    60: ("m", "min", "mins", "minute", "minutes", "分", "分钟"),
    3600: ("h", "hr", "hrs", "hour", "hours", "时", "小时", "个小时", "钟头", "个钟头"),
    86_400: ("d", "day", "days", "天", "日"),
}
_SECONDS_OF = {name: seconds for seconds, names in _UNITS.items() for name in names}
_PART = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,4})?|半)\s*([^\W\d_半]+)\s*")
_SECONDS = re.compile(r"[0-9]{1,9}")
_WHOLE = re.compile(r"([0-9]{1,9})\s*(.*)")
AT_ONCE = frozenset({"0", "at once", "now", "立即", "马上", "立刻"})
COUNTED = {
    "cars": frozenset({"", "car", "cars", "辆", "台", "辆车", "台车"}),
    "days": frozenset({"", "d", "day", "days", "working day", "working days", "天", "日", "工作日", "个工作日"}),
    "copies": frozenset({"", "copy", "copies", "份", "个"}),
    "years": frozenset({"", "year", "years", "年"}),
    "percent": frozenset({"", "%", "percent", "per cent"}),
    "millimetres": frozenset({"", "mm", "毫米"}),
    "centimetres": frozenset({"", "cm", "厘米"}),
    "force": frozenset({"", "bft", "beaufort", "级"}),
    "yuan": frozenset({"", "yuan", "cny", "rmb", "元", "块", "元/辆"}),
}
"""What may stand behind a number of each kind."""
_LISTED = re.compile(r"\s*[,，、;；]\s*")
_SPAN = re.compile(r"\s*(?:~|至|到|\.\.)\s*")
_LONGEST_SPAN = 62


def read_length(text: str) -> int:
    """Return a length of time in seconds: 20 min, 90 s, 1小时30分, 半小时; a mere number is of seconds."""
    typed = clean_code(text).casefold()
    if _SECONDS.fullmatch(typed):
        return int(typed)
    length, smallest, at = Fraction(0), None, 0
    while at < len(typed):
        part = _PART.match(typed, at)
        seconds = _SECONDS_OF.get(part[2]) if part else None
        if part is None or seconds is None or (smallest is not None and seconds >= smallest):
            raise ValueError(text)
        length += seconds * (Fraction(1, 2) if part[1] == "半" else Fraction(part[1]))
        smallest, at = seconds, part.end()
    if smallest is None or length.denominator != 1:
        raise ValueError(text)
    return int(length)


def read_count(text: str, counted: str) -> int:
    """Return a whole number, behind which what it counts may stand: 4, 4 cars, 4辆."""
    found = _WHOLE.fullmatch(clean_code(text).casefold())
    if found is None or found[2] not in COUNTED[counted]:
        raise ValueError(text)
    return int(found[1])


def read_names(text: str) -> tuple[str, ...]:
    """Return names that stand between commas, or else between blanks."""
    line = clean_line(text, None)
    return tuple(filter(None, _LISTED.split(line) if _LISTED.search(line) else line.split()))


def read_entries(text: str, keys: Mapping[str, str]) -> tuple[str, ...]:
    """Return entries between commas: the key of one that comes with the program, or the store's own word.

    `keys`: the keys by what they are called, folded.
    """
    entries = filter(None, _LISTED.split(clean_line(text, None)))
    return tuple(keys.get(folded(entry), entry) for entry in entries)


def read_chain(text: str, roles: Mapping[str, str]) -> tuple[str, ...]:
    """Return the steps of a chain between commas, each a length of time and a role: at once guard, 3分钟 副职."""
    return tuple(_step(entry, roles) for entry in filter(None, _LISTED.split(clean_line(text, None))))


def _step(entry: str, roles: Mapping[str, str]) -> str:
    typed = clean_code(entry).casefold()
    # Cut anywhere: a role's name may have blanks in it, and Chinese needs none before it.
    for at in range(1, len(typed)):
        role = roles.get(folded(typed[at:]))
        if role is not None:
            after = typed[:at].strip()
            return f"{0 if after in AT_ONCE else read_length(after)} {role}"
    raise ValueError(entry)


def read_days(text: str) -> tuple[str, ...]:
    """Return days between blanks or commas, sorted; 2026-02-16~2026-02-22 is a week.

    What is no day, or no such span, is a `ValueError` with that entry.
    """
    days: list[str] = []
    line = clean_line(unicodedata.normalize("NFKC", text), None)
    for entry in filter(None, re.split(r"[\s,，、;；]+", _SPAN.sub("~", line))):
        first, to, last = entry.partition("~")
        span = [read_day(day) for day in (first, last if to else first)]
        if not all(map(is_day, span)):
            raise ValueError(entry)
        begins, ends = map(date.fromisoformat, span)
        if not 0 <= (ends - begins).days < _LONGEST_SPAN:
            raise ValueError(entry)
        days += [str(begins + timedelta(after)) for after in range((ends - begins).days + 1)]
    return tuple(sorted(set(days)))
