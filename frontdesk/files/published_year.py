"""Reading a year of working days in the format of holiday-cn; errors are reported with their position."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from frontdesk.domain.calendar.reasons import CalendarDetail, CalendarReason
from frontdesk.domain.calendar.working_days import PublishedYear
from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.text import clean_line
from frontdesk.files.text_file import read_text

_LARGEST = 1024 * 1024
_SHOWN = 60
_ABSENT = object()
"""Stands for a missing value, because in JSON null is a value."""


def from_file(path: Path) -> PublishedYear:
    """Return the year a file lays down. Raises `InputError`: as `given_files.read`, BAD_CALENDAR …"""
    text = read_text(path)
    try:
        said = json.loads(text[:_LARGEST])
    except (ValueError, RecursionError) as error:
        raise _wrong(path, "JSON", str(error)) from error
    days_said, year = _at(said, "days"), _at(said, "year")
    if not isinstance(days_said, list):
        raise _wrong(path, "days", _written(days_said))
    if not isinstance(year, int) or isinstance(year, bool) or not 2000 <= year <= 2200:
        raise _wrong(path, "year", _written(year))
    days = dict(_day(path, number, day, year) for number, day in enumerate(days_said))
    if not any(day.year == year for day in days):
        # So it is published long before the year is: taken as it stands, New Year's Day would be worked.
        raise InputError(CalendarReason.EMPTY_YEAR, path=path, year=year)
    return PublishedYear(year, days)


def _day(path: Path, number: int, said: Any, year: int) -> tuple[date, bool]:
    """Return one entry. The list of a year may end in the first days of the next, or begin in the one before."""
    where = f"days[{number}]"
    if not isinstance(said, dict):
        raise _wrong(path, where, _written(said))
    off, text = _at(said, "isOffDay"), _at(said, "date")
    if not isinstance(off, bool):
        raise _wrong(path, f"{where}.isOffDay", _written(off))
    try:
        day = date.fromisoformat(str(text))
    except ValueError as error:
        raise _wrong(path, f"{where}.date", _written(text)) from error
    if abs(day.year - year) > 1:
        raise _wrong(path, f"{where}.date", _written(text))
    return day, not off


def _at(said: Any, name: str) -> Any:
    """Return the value under a name, or `_ABSENT` if there is none."""
    return said.get(name, _ABSENT) if isinstance(said, dict) else _ABSENT


def _written(value: Any) -> str | CalendarDetail:
    """Return a value as its file writes it; for a list or object only its kind, because it may be very long."""
    if value is _ABSENT:
        return CalendarDetail.NOTHING
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    if isinstance(value, list):
        return "[…]" if value else "[]"
    return json.dumps(value, ensure_ascii=False)


def _wrong(path: Path, where: str, text: str | CalendarDetail) -> InputError:
    shown = text if isinstance(text, CalendarDetail) else clean_line(text, _SHOWN)
    return InputError(CalendarReason.BAD_CALENDAR, path=path, where=where, text=shown)
