"""What the days of a roster need, from the same holiday a year before or from days of the same class (S8)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice

from data import calendar as calendars
from data import policy as policies
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.outlook import days as days_on_record
from data.people import staff
from data.rosters import history, rosters, shifts
from frontdesk.desk.roster_board import today
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.working_days import Calendar
from frontdesk.domain.outlook.day_class import DayClass, class_of
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.holidays import same_day_before
from frontdesk.domain.rosters.need import Basis, Need, Past, PastDay, always, from_past, minutes_open
from frontdesk.domain.rosters.shift import Shift
from frontdesk.domain.rosters.turn import can_fill
from frontdesk.domain.rosters.version import Version

_ALWAYS = (Post.GUARD, Post.TECHNICIAN, Post.ADVISOR, Post.MANAGER)
"""Somebody of these posts is there while the store is open."""
_DAYS = 8
"""A class of day is told from its latest days, so many."""
_FEWEST = 3
"""From fewer days nothing is told."""
_BACK = 400


class Needs:
    """Reckons what days need. The past days of a class are read once."""

    def __init__(self, connection: Connection, shifts: Iterable[Shift], today: date) -> None:
        policy = policies.current(connection)
        self._connection, self._today, self._shifts = connection, today, tuple(shifts)
        self._hours = OpeningHours.of(policy)
        self._calendar: Calendar = calendars.current(connection)
        posts = {person.post for person in staff.everyone(connection)}
        self._posts = [post for post in _ALWAYS if any(can_fill(own, post) for own in posts)]
        self._of_class: dict[DayClass, Past | None] = {}

    def of_day(self, day: date) -> list[Need]:
        """Return what a day needs by itself; nothing where the store stays closed."""
        hours = minutes_open(day, self._hours)
        if hours is None:
            return []
        past = self._past(day)
        shifts = {shift.key: shift for shift in self._shifts}
        return [
            from_past(day, shifts[need.shift], past) if past and need.post is Post.ADVISOR else need
            for need in always(day, self._shifts, hours, self._posts)
        ]

    def _past(self, day: date) -> Past | None:
        """Return the days a day is told from; None where too few are on record."""
        before = same_day_before(day, self._calendar)
        found = None if before is None or before >= self._today else self._read(before)
        if found is not None:
            return Past(Basis.HOLIDAY, (found,))
        of = class_of(day, self._calendar)
        if of not in self._of_class:
            latest = list(islice(self._alike(of), _DAYS))
            self._of_class[of] = Past(Basis.CLASS, latest) if len(latest) >= _FEWEST else None
        return self._of_class[of]

    def _alike(self, of: DayClass) -> Iterator[PastDay]:
        began = days_on_record.first(self._connection, self._hours.zone)
        for back in range(1, _BACK):
            day = self._today - timedelta(days=back)
            if began is None or day < began:
                return
            if class_of(day, self._calendar) is of and (found := self._read(day)) is not None:
                yield found

    def _read(self, day: date) -> PastDay | None:
        found = history.of_day(self._connection, day, self._hours.zone)
        return found if found is not None and found.minutes else None


def reckon(transaction: Transaction, version: Version) -> None:
    """Put on record what the days of a version need."""
    connection = transaction.connection
    used = shifts.in_use(connection)
    by_key = {shift.key: shift for shift in used}
    needs, asked = Needs(connection, used, today(connection, transaction.now)), asked_before(connection, version)
    for day in version.days:
        for need in needs.of_day(day):
            there = need._replace(certificate=asked.get((need.shift, need.post), ""))
            rosters.put_need(transaction, version.id, there, by_key)


def asked_before(connection: Connection, version: Version) -> dict[tuple[str, Post], str]:
    """Return the certificate each shift asks for in each post as in the roster before: that goes on by itself."""
    before = [each for each in rosters.every(connection) if each.last < version.first]
    needs = rosters.needs(connection, before[-1].id) if before else ()
    return {(need.shift, need.post): need.certificate for need in needs}
