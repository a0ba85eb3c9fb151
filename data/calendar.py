"""The published calendar: the State Council's lists from the library, and the years the store loaded itself."""

import json
from datetime import date
from functools import cache

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.calendar.working_days import Calendar, PublishedYear, list_of


def current(connection: Connection) -> Calendar:
    """Return what is known of working days; a year the store put in goes before the library's.

    Of a day that two lists name, the later year's is right: it is the later notice.
    """
    known = _library()
    rows = connection.execute("select year, days from calendars order by year").fetchall()
    if not rows:
        return known
    put_in = {year for year, _ in rows}
    days = {day: working for day, working in known.days.items() if list_of(day) not in put_in}
    for known_of in each("calendars", rows, _days):
        days |= known_of
    return Calendar(days, known.years | put_in)


def put(transaction: Transaction, published: PublishedYear) -> None:
    """Load a year as it was published; it replaces what was known of that year."""
    days = {day.isoformat(): working for day, working in sorted(published.days.items())}
    row: Row = {"year": published.year, "days": json.dumps(days), "put_at": transaction.now}
    known = transaction.connection.execute("select id from calendars where year = ?", (published.year,)).fetchone()
    if known is None:
        transaction.insert("calendars", row)
    else:
        transaction.update("calendars", known[0], row)


def _days(row: tuple[int, str]) -> dict[date, bool]:
    return {date.fromisoformat(day): bool(working) for day, working in json.loads(row[1]).items()}


@cache
def _library() -> Calendar:
    """Return the library's calendar; a new release comes out when the State Council has published the next year."""
    from chinese_calendar.constants import holidays, workdays  # noqa: PLC0415 - only where a term is reckoned

    days = {**dict.fromkeys(holidays, False), **dict.fromkeys(workdays, True)}
    return Calendar(days, frozenset(day.year for day in days))
