"""When a check comes, by when it is done and when its period is over, by the store's days and the calendar (S3, S9)."""

from collections import deque
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.agenda.rhythm import MOST_MISSED, Days, Terms, instant
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.values.clock import HOUR, Millis

OPENS_AT = "05:00"
"""The time of day at which a check comes; before it nobody is there, and no clock is set in that hour."""
EARLIEST_BY = "05:30"
_LONGEST = 400
"""How many days ahead a period is looked for, so that the search ends where the store never opens."""
_BEFORE_HOLIDAY = 7
"""How many days before a holiday its check is done at the earliest."""
_SATURDAY = 5


class Every(StrEnum):
    """How often a check comes."""

    DAILY = "daily"
    """On each day the store opens."""
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    BEFORE_HOLIDAY = "before_holiday"


_WITHIN = {Every.WEEKLY: 1, Every.MONTHLY: 3, Every.QUARTERLY: 5, Every.BEFORE_HOLIDAY: 2}
"""On which of the days that count it is done at the latest; before a holiday, so many are left when it comes."""
_MONTHS = {Every.MONTHLY: 1, Every.QUARTERLY: 3}


class Period(NamedTuple):
    """One period of a check. `ends`: the first day that is not of it any more."""

    name: str
    opens: date
    until: date
    """The day on which it is done at the latest."""
    ends: date


class Span(NamedTuple):
    """A period as instants."""

    name: str
    opens_at: Millis
    due_at: Millis
    ends_at: Millis


class Passed(NamedTuple):
    """What time has brought: periods in which nobody was there, the one that comes now, and when the next does."""

    missed: tuple[Span, ...]
    comes: Span | None
    next_at: Millis | None


def passed(every: Every, by: str, since: Millis, known: Collection[str], *, now: Millis, terms: Terms) -> Passed:
    """Return what a check has brought up to now. `since`: when it was switched on, or its last period began.

    `known`: the periods that are on record. Of a period that began before `since` the check comes if it can still be
    done in time; of many missed ones the latest are told.
    """
    missed: deque[Span] = deque(maxlen=MOST_MISSED)
    comes = None
    first, last = terms.hours.day_of(since), terms.hours.day_of(now) + timedelta(days=_LONGEST)
    for period in periods(every, first, last, terms):
        span = _span(period, by, terms)
        if period.name in known or span.due_at <= since:
            continue
        if span.opens_at > now:
            return Passed(tuple(missed), comes, span.opens_at)
        if comes is not None:
            missed.append(comes)
            comes = None
        if span.ends_at <= now:
            missed.append(span)
        else:
            comes = span
    return Passed(tuple(missed), comes, None)


def due_at(span: Span, now: Millis) -> Millis:
    """Return by when a check that comes now is done: nobody can be late for what is only now asked of them."""
    return max(span.due_at, min(now + HOUR, span.ends_at))


def periods(every: Every, first: date, last: date, terms: Terms) -> Iterator[Period]:
    """Give the periods from the one that a day falls in up to the last that begins by another day, in their order.

    A period in which the store does not open has no check: nobody is there.
    """
    if every is Every.DAILY:
        listed = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
        yield from (Period(str(day), day, day, _next(day)) for day in listed if terms.counts(day, Days.OPEN))
    elif every is Every.BEFORE_HOLIDAY:
        yield from _before_holidays(first, last, terms)
    else:
        begins = _first_of(every, first)
        while begins <= last:
            ends = _following(every, begins)
            days = _days(begins, ends, terms)
            if days:
                yield Period(_name(every, begins), days[0], days[min(_WITHIN[every], len(days)) - 1], ends)
            begins = ends


def _before_holidays(first: date, last: date, terms: Terms) -> Iterator[Period]:
    """Give the periods before each holiday: days on which nobody works, one of them from Monday to Friday."""
    for ahead in range(1, (last - first).days + 1):
        day = first + timedelta(days=ahead)
        if not terms.is_working(day) and terms.is_working(day - timedelta(days=1)) and _is_holiday(day, terms):
            days = _days(day - timedelta(days=_BEFORE_HOLIDAY), day, terms)
            if days:
                yield Period(str(day), days[-_WITHIN[Every.BEFORE_HOLIDAY] :][0], days[-1], day)


def _is_holiday(day: date, terms: Terms) -> bool:
    """Whether the free days from one on are more than a weekend."""
    for ahead in range(_LONGEST):
        following = day + timedelta(days=ahead)
        if terms.is_working(following):
            return False
        if following.weekday() < _SATURDAY:
            return True
    return False


def _days(begins: date, ends: date, terms: Terms) -> list[date]:
    """Return the working days on which the store opens; where there is none, the days on which it opens."""
    listed = (begins + timedelta(days=ahead) for ahead in range((ends - begins).days))
    opened = [day for day in listed if terms.counts(day, Days.OPEN)]
    return [day for day in opened if terms.is_working(day)] or opened


def _first_of(every: Every, day: date) -> date:
    if every is Every.WEEKLY:
        return day - timedelta(days=day.weekday())
    return date(day.year, day.month - (day.month - 1) % _MONTHS[every], 1)


def _following(every: Every, begins: date) -> date:
    if every is Every.WEEKLY:
        return begins + timedelta(days=7)
    month = Month(begins.year, begins.month).later(_MONTHS[every])
    return date(month.year, month.number, 1)


def _name(every: Every, begins: date) -> str:
    if every is Every.WEEKLY:
        year, week, _ = begins.isocalendar()
        return f"{year}-W{week:02}"
    return f"{begins:%Y-%m}" if every is Every.MONTHLY else f"{begins.year}-Q{(begins.month + 2) // 3}"


def _next(day: date) -> date:
    return day + timedelta(days=1)


def _span(period: Period, by: str, terms: Terms) -> Span:
    opens_at, ends_at = (instant(OPENS_AT, day, terms) for day in (period.opens, period.ends))
    return Span(period.name, opens_at, max(opens_at, min(instant(by, period.until, terms), ends_at)), ends_at)
