"""When a case's clocks are due: by opening hours, by the wall clock, by working days (Q1, Q2, C3, C6)."""

from dataclasses import dataclass

from frontdesk.domain.clock import SECOND, Millis
from frontdesk.domain.hours import OpeningHours
from frontdesk.domain.policy import Policy
from frontdesk.domain.working_days import Calendar, days_between, term


@dataclass(frozen=True, slots=True)
class Deadline:
    """When something is due, and whether that may still change: it hangs on a year nobody has published."""

    at: Millis
    provisional: bool = False


def same_day(received_at: Millis, policy: Policy) -> Deadline:
    """Return close of business the same day; received after close: of the next opening day (Q1)."""
    return Deadline(OpeningHours.of(policy).same_day(received_at))


def within_hours(started_at: Millis, seconds: int) -> Deadline:
    """Return the instant so many seconds later: a term in hours begins at once and knows no closing time (C3, C6)."""
    return Deadline(started_at + seconds * SECOND)


def within_working_days(started_at: Millis, days: int, policy: Policy, calendar: Calendar) -> Deadline:
    """Return close of business on the Nth working day after the day something began (C5, Q2).

    The day it begins does not count. Where the store is closed on the last day, it is the next day it opens.
    """
    hours = OpeningHours.of(policy)
    began = hours.day_of(started_at)
    own = policy.working_days == "own"
    found = term(began, days, is_working=hours.is_open_on if own else calendar.is_working)
    provisional = not own and any(calendar.is_provisional(day) for day in days_between(began, found))
    return Deadline(hours.closing_from(found), provisional)
