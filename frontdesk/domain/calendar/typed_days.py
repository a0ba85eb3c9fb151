"""The day that is meant by 周一, 下周一, 12月1号, 月底, 一周, next monday; a week begins on a Monday."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from frontdesk.domain.calendar.unclear import Unclear

_WORDS = {
    "today": 0, "今天": 0, "今日": 0,
    "tomorrow": 1, "明天": 1, "明日": 1, "day after tomorrow": 2, "后天": 2, "大后天": 3,
}  # fmt: skip
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = 3
_MONTH = rf"(?P<name>{'|'.join(f'{name}|{name[:_SHORT]}' for name in _MONTHS)}|sept)\.?"
_WEEKDAY = rf"(?P<weekday>{'|'.join(f'{name}|{name[:_SHORT]}' for name in _WEEKDAYS)}|tues|thur|thurs)"
_NTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)"
_WHICH = r"(?P<which>本|这个?|下个?|下下个?)?"
_LATER = r"(?P<later>之后|以后|后|之内|以内|内| later| from now)?"
_WEEK = 7
_HALF_A_MONTH = 15


def day_of(typed: str, today: date) -> date | None:
    """Return the day that a text, made plain, means on a day; None for what is none.

    Raises `Unclear`, and `ValueError` for a day that no month has.
    """
    if typed in _WORDS:
        return today + timedelta(days=_WORDS[typed])
    for form, meant in _FORMS:
        found = form.fullmatch(typed)
        if found:
            return meant(found, today)
    return None


def _ahead(found: re.Match[str], today: date) -> date | None:
    number, unit = found["number"], found["unit"].lstrip("个 ")
    if number == "半":
        return {"月": today + timedelta(days=_HALF_A_MONTH), "年": _months_on(today, 6)}.get(unit)
    amount = int(number) if number.isdecimal() else 1
    if unit == "日" and not (found["in"] or found["later"]):
        raise Unclear((_next_of_month(today, amount), today + timedelta(days=amount)))
    if unit[0] in "月m":
        return _months_on(today, amount)
    if unit[0] in "年y":
        return _months_on(today, 12 * amount)
    return today + timedelta(days=amount * (1 if unit[0] in "天日d" else _WEEK))


def _of_a_week(found: re.Match[str], today: date) -> date:
    """A weekday with nothing before it is the next one; on that very weekday it may be today, or in a week."""
    which, place = found["which"] or "", int(found["weekday"]) - 1
    if which:
        weeks = which.count("下")
        return _monday(today) + timedelta(days=place + _WEEK * weeks)
    return _coming(today, place)


def _weekday(found: re.Match[str], today: date) -> date:
    """Next Friday on a Tuesday is this week's to some, and next week's to others."""
    place, which = _place(found["weekday"], _WEEKDAYS), found["which"]
    coming = today + timedelta(days=(place - today.weekday()) % _WEEK or _WEEK)
    if which == "this":
        return _monday(today) + timedelta(days=place)
    if which == "next":
        of_next_week = _monday(today) + timedelta(days=place + _WEEK)
        if coming != of_next_week:
            raise Unclear((coming, of_next_week))
        return coming
    return _coming(today, place)


def _place(name: str, names: tuple[str, ...]) -> int:
    return next(place for place, each in enumerate(names) if each[:_SHORT] == name[:_SHORT])


def _coming(today: date, place: int) -> date:
    if place == today.weekday():
        raise Unclear((today, today + timedelta(days=_WEEK)))
    return today + timedelta(days=(place - today.weekday()) % _WEEK)


def _weekend(found: re.Match[str], today: date) -> date:
    saturday = _monday(today) + timedelta(days=5 + _WEEK * (found["which"] or "").count("下"))
    raise Unclear((saturday, saturday + timedelta(days=1)))


def _monday(today: date) -> date:
    return today - timedelta(days=today.weekday())


def _end_of_month(found: re.Match[str], today: date) -> date:
    months = (found["which"] or "").count("下") if "which" in found.re.groupindex else int(found["next"] is not None)
    year, month = _later_month(today, months)
    return date(year, month, monthrange(year, month)[1])


def _end_of_year(found: re.Match[str], today: date) -> date:
    return date(today.year + int("明" in found[0] or "next" in found[0]), 12, 31)


def _of_a_month(found: re.Match[str], today: date) -> date:
    """The 3rd is the next one there is; of this month or the next one where that is said."""
    which, day = found["which"], int(found["day"])
    if not which:
        return _next_of_month(today, day)
    return date(*_later_month(today, which.count("下")), day)


def _next_of_month(today: date, day: int) -> date:
    meant = date(today.year, today.month, day)
    return meant if meant >= today else date(*_later_month(today, 1), day)


def _of_a_year(found: re.Match[str], today: date) -> date:
    said = found["year"]
    year = {"今年": today.year, "明年": today.year + 1}.get(said) or int(said or today.year)
    return _not_over(date(year, int(found["month"]), int(found["day"])), today, is_said=bool(said))


def _english(found: re.Match[str], today: date) -> date:
    year, month = int(found["year"] or today.year), _place(found["name"], _MONTHS) + 1
    return _not_over(date(year, month, int(found["day"])), today, is_said=bool(found["year"]))


def _not_over(day: date, today: date, *, is_said: bool) -> date:
    """A day of the year that is over is the next year's, where no year was said."""
    return day if is_said or day >= today else day.replace(year=day.year + 1)


def _later_month(today: date, months: int) -> tuple[int, int]:
    years, month = divmod(today.month - 1 + months, 12)
    return today.year + years, month + 1


def _months_on(today: date, months: int) -> date:
    year, month = _later_month(today, months)
    last = monthrange(year, month)[1]
    if today.day > last:
        end = date(year, month, last)
        raise Unclear((end, end + timedelta(days=1)))
    return date(year, month, today.day)


def _compact(found: re.Match[str], today: date) -> date:
    return date.fromisoformat(found[0])


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = tuple(
    (re.compile(form), meant)
    for form, meant in (
        (
            r"(?P<in>\+|in |再?过)?(?P<number>\d{1,3}|an?|半) ?"
            rf"(?P<unit>天|日|d|days?|(?:个 ?)?(?:周|星期|礼拜)|w|weeks?|个 ?月|months?|年|years?) ?{_LATER}",
            _ahead,
        ),
        (rf"{_WHICH} ?周(?P<weekday>[1-7])", _of_a_week),
        (rf"{_WHICH} ?周末|(?:on )?(?:the |this )?weekend", _weekend),
        (rf"(?:(?P<which>this|next|on|coming) )?{_WEEKDAY}", _weekday),
        (rf"{_WHICH}月[底末]", _end_of_month),
        (r"(?:the )?end of (?:the |this )?(?P<next>next )?month|month end", _end_of_month),
        (r"[今明]?年[底末]|(?:the )?end of (?:the |this |next )?year", _end_of_year),
        (r"(?P<which>本|这个?|下个?|下下个?)月 ?(?P<day>\d{1,2})[号日]?", _of_a_month),
        (r"(?P<which>)(?P<day>\d{1,2})号", _of_a_month),
        (rf"(?P<which>)(?:on )?(?:the )?{_NTH}", _of_a_month),
        (r"(?:(?P<year>\d{4})[-/.年] ?)?(?P<month>\d{1,2})[-/.月] ?(?P<day>\d{1,2})[日号]?", _of_a_year),
        (r"(?P<year>今年|明年)(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?", _of_a_year),
        (rf"(?:on )?{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?", _english),
        (rf"(?:on )?(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (?P<year>\d{{4}}))?", _english),
        (r"\d{8}", _compact),
    )
)
