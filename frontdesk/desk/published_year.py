"""Reading a year of working days in the format holiday-cn publishes: what is wrong is said with the place it stands."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from frontdesk.domain.errors import InputError, Reason
from frontdesk.domain.text import clean_line
from frontdesk.domain.working_days import PublishedYear

_LARGEST = 1024 * 1024
_SHOWN = 60


def from_file(path: Path) -> PublishedYear:
    """Return the year a file lays down. Raises `InputError`: MISSING_FILE, NO_FILE, BAD_CALENDAR, EMPTY_YEAR."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputError(Reason.MISSING_FILE, path=path) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(Reason.NO_FILE, path=path, detail=clean_line(str(error), _SHOWN)) from error
    try:
        said = json.loads(text[:_LARGEST])
    except (ValueError, RecursionError) as error:
        raise _wrong(path, "JSON", clean_line(str(error), _SHOWN)) from error
    if not isinstance(said, dict) or not isinstance(said.get("days"), list):
        raise _wrong(path, "days", "")
    year = said.get("year")
    if not isinstance(year, int) or isinstance(year, bool) or not 2000 <= year <= 2200:
        raise _wrong(path, "year", year)
    days = dict(_day(path, number, day, year) for number, day in enumerate(said["days"]))
    exceptions = {day: working for day, working in days.items() if day.year == year}
    if not exceptions:
        # So it is published long before the year is: taken as it stands, New Year's Day would be worked.
        raise InputError(Reason.EMPTY_YEAR, path=path, year=year)
    return PublishedYear(year, exceptions)


def _day(path: Path, number: int, said: Any, year: int) -> tuple[date, bool]:
    """Return one entry. The list of a year may end in the first days of the next, or begin in the one before."""
    where = f"days[{number}]"
    if not isinstance(said, dict) or not isinstance(said.get("isOffDay"), bool):
        raise _wrong(path, f"{where}.isOffDay", said.get("isOffDay") if isinstance(said, dict) else said)
    try:
        day = date.fromisoformat(str(said.get("date")))
    except ValueError as error:
        raise _wrong(path, f"{where}.date", said.get("date")) from error
    if abs(day.year - year) > 1:
        raise _wrong(path, f"{where}.date", said.get("date"))
    return day, not said["isOffDay"]


def _wrong(path: Path, where: str, value: object) -> InputError:
    shown = clean_line(str(value), _SHOWN)
    return InputError(Reason.BAD_CALENDAR, path=path, where=where, text=shown)
