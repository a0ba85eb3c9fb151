"""A version of the roster: some days of it, planned, submitted to the manager, published (S2)."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.values.errors import Refused

MOST_DAYS = 62
AHEAD_DAYS = 366


class RosterState(StrEnum):
    """How far a version of the roster has come."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    PUBLISHED = "published"
    OVER = "over"
    """Its last day is past."""


class Version(NamedTuple):
    """One version of the roster; its number is that of its matter."""

    id: int
    first: date
    last: date
    state: RosterState

    @property
    def days(self) -> tuple[date, ...]:
        """Its days."""
        return tuple(self.first + timedelta(days=ahead) for ahead in range((self.last - self.first).days + 1))

    def holds(self, day: date) -> bool:
        """Whether a day is in it."""
        return self.first <= day <= self.last

    @property
    def is_planned(self) -> bool:
        """Whether it is not published yet."""
        return self.state in {RosterState.DRAFT, RosterState.SUBMITTED}


def check_days(first: date, last: date, others: Iterable[Version], today: date) -> None:
    """Check the days of a new version. Raises `Refused`: NEED_DAYS, ROSTER_DAYS, ROSTER_OVERLAPS."""
    if last < first:
        raise Refused(RosterReason.NEED_DAYS, first=first, last=last)
    in_reach = today <= first <= today + timedelta(days=AHEAD_DAYS)
    if not in_reach or not last < first + timedelta(days=MOST_DAYS):
        raise Refused(RosterReason.ROSTER_DAYS, first=first, last=last, most=MOST_DAYS)
    for each in others:
        if each.first <= last and first <= each.last:
            facts = {"number": each.id, "first": each.first, "last": each.last, "state": each.state}
            raise Refused(RosterReason.ROSTER_OVERLAPS, **facts)


def check_holds(version: Version, day: date) -> None:
    """Check that a day is in a version. Raises `Refused(NOT_ROSTERED)`."""
    if not version.holds(day):
        raise Refused(RosterReason.NOT_ROSTERED, name="", day=day)


def check_planned(version: Version) -> None:
    """Check that a version can still be planned. Raises `Refused(ROSTER_STATE)`."""
    if not version.is_planned:
        raise Refused(RosterReason.ROSTER_STATE, number=version.id, state=version.state)
