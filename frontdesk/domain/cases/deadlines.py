"""When a case's clocks are due: opening hours, wall clock, working days, pauses (Q1–Q3, C3, C5, C6, C15, C16, C18)."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.working_days import Calendar, days_between, term
from frontdesk.domain.cases.clocks import ClockName, Pause
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import SECOND, Millis

AGREED = frozenset({ClockName.PROMISED, ClockName.LEGAL})
"""The clocks that are due at an instant that somebody names (Q3, C18)."""


class Deadline(NamedTuple):
    """When something is due, and whether that may still change because a year of working days is not published."""

    at: Millis
    provisional: bool = False


class _Term(NamedTuple):
    """When a clock is due without a pause, and the days whose opening hours are its own time (None: the wall clock)."""

    due: Millis
    counts: Callable[[date], bool] | None = None


def deadline(
    name: ClockName,
    started_at: Millis,
    policy: Policy,
    calendar: Calendar,
    *,
    agreed_at: Millis | None = None,
    pauses: Iterable[Pause] = (),
) -> Deadline:
    """Return when a clock is due, given when it started and its pauses.

    A pause keeps what is left of the clock's own time: opening hours (Q1, the week of Q3, C15), opening hours of
    working days (Q2, C5), else the wall clock. A pause that begins when the clock is due, or lies outside its own time,
    changes nothing. Raises `ValueError` for a promise or a legal date without an agreed instant.
    """
    hours = OpeningHours.of(policy)
    in_days = _working_days(name, policy)
    if in_days is not None:
        found = _after_working_days(started_at, in_days, policy, calendar, hours)
    elif name is ClockName.FIRST_ANSWER:
        found = _Term(hours.same_day(started_at), hours.is_open_on)
    elif name is ClockName.AGREE_DATE:
        found = _Term(_after_days(started_at, policy.agree_date_days, hours), hours.is_open_on)
    elif name is ClockName.MATERIAL:
        found = _material(started_at, policy, hours, since=agreed_at)
    else:
        found = _Term(_by_the_wall_clock(name, started_at, policy, agreed_at))
    due = _postponed(started_at, found, pauses, hours)
    by_calendar = in_days is not None and policy.working_days != "own"
    return Deadline(due, by_calendar and _is_provisional(started_at, due, calendar, hours))


def in_working_days(started_at: Millis, days: int, policy: Policy, calendar: Calendar) -> Deadline:
    """Return close of business on the Nth working day after an instant."""
    hours = OpeningHours.of(policy)
    due = _after_working_days(started_at, days, policy, calendar, hours).due
    return Deadline(due, policy.working_days != "own" and _is_provisional(started_at, due, calendar, hours))


def _working_days(name: ClockName, policy: Policy) -> int | None:
    """Return how many working days a clock runs for, or None if it is not counted in days."""
    days = {ClockName.QUALITY_ANSWER: policy.quality_answer_days, ClockName.FULL_ANSWER: policy.full_answer_days}
    return days.get(name)


def _after_working_days(
    started_at: Millis, days: int, policy: Policy, calendar: Calendar, hours: OpeningHours
) -> _Term:
    """Return close of business on the Nth working day after the start; the starting day does not count.

    If the store is closed that day, take the next working day it opens, or any day it opens if there is none.
    """
    works = hours.is_open_on if policy.working_days == "own" else calendar.is_working
    last = term(hours.day_of(started_at), days, works)
    counts = works if hours.opens_from(last, works) else hours.is_open_on
    return _Term(hours.closing_from(last, counts), counts)


def _after_days(started_at: Millis, days: int, hours: OpeningHours) -> Millis:
    """Return close of business on the Nth day after the start, whatever day it is; where that is closed, the next."""
    return hours.closing_from(hours.day_of(started_at) + timedelta(days=days), hours.is_open_on)


def _material(started_at: Millis, policy: Policy, hours: OpeningHours, *, since: Millis | None) -> _Term:
    """Return when records are due: in opening hours; `since`: people wait for them on site from then on (C15)."""
    usual = hours.after(started_at, policy.records_s * SECOND, hours.is_open_on)
    on_site = usual if since is None else max(since, started_at) + policy.records_on_site_s * SECOND
    return _Term(usual, hours.is_open_on) if usual <= on_site else _Term(on_site)


def _by_the_wall_clock(name: ClockName, started_at: Millis, policy: Policy, agreed_at: Millis | None) -> Millis:
    """Return the due time by the wall clock, closing time or not; for a promise or a legal date, the agreed instant."""
    if name in AGREED:
        if agreed_at is None:
            raise ValueError(name)
        return agreed_at
    seconds = policy.head_informed_s if name is ClockName.HEAD_INFORMED else policy.on_site_s
    return started_at + seconds * SECOND


def _postponed(started_at: Millis, found: _Term, pauses: Iterable[Pause], hours: OpeningHours) -> Millis:
    due, runs_from = found.due, started_at
    for pause in sorted(pauses, key=lambda pause: pause.since):
        since = max(pause.since, runs_from)
        if since < min(due, pause.until):
            due = _resumed(due, since, pause.until, hours, found.counts)
            runs_from = pause.until
    return due


def _resumed(
    due: Millis, since: Millis, until: Millis, hours: OpeningHours, counts: Callable[[date], bool] | None
) -> Millis:
    """Return when a paused clock is due: when the rest of its own time has passed after the pause.

    If there is no rest, because the store never opens, the due time moves by the wall clock.
    """
    left = hours.time_between(since, due, counts) if counts else 0
    return hours.after(until, left, counts) if counts and left else due + until - since


def _is_provisional(started_at: Millis, due: Millis, calendar: Calendar, hours: OpeningHours) -> bool:
    """Whether a day it depends on is not published; closing at midnight belongs to the day before."""
    return any(calendar.is_provisional(day) for day in days_between(hours.day_of(started_at), hours.day_of(due - 1)))
