"""The book of appointments as it stands: its days, each half hour weighed by what usually happens in it (Z5, Z9)."""

from datetime import date, timedelta
from functools import cached_property

from data import calendar
from data import policy as policies
from data.appointments import appointments, usual
from data.engine.connection import Connection
from frontdesk.domain.appointments.risk import Risk, UsualRisk
from frontdesk.domain.appointments.show_rate import DAYS_BACK, ShowRates, lead_of
from frontdesk.domain.appointments.slots import Day, Slot, Weighing, day_of_book, next_best
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.values.clock import DAY, SECOND, Millis

_FEW = 3
_AROUND = 2
"""Where a day has few times left, so many days before and after it are looked at too."""


class Book:
    """The book in one transaction. What is asked twice is read once."""

    def __init__(self, connection: Connection, now: Millis) -> None:
        self._connection, self._now = connection, now
        self.policy = policies.current(connection)
        self.hours = OpeningHours.of(self.policy)
        self._weighings: dict[bool, Weighing] = {}

    @cached_property
    def rates(self) -> ShowRates:
        """How many of those who booked came lately, by how long before."""
        told = appointments.kept(self._connection, self._now - DAYS_BACK * DAY, self._now)
        day_of = self.hours.day_of
        return ShowRates.of((lead_of(day_of(made), day_of(at)), came) for made, at, came in told)

    def span(self, day: date) -> DaySpan:
        """Return when a day begins and ends."""
        return DaySpan.of(day, self.hours.zone)

    def day(self, day: date) -> Day:
        """Return a day with its half hours."""
        span = self.span(day)
        found = appointments.between(self._connection, span.begins, span.ends)
        overrides = appointments.overrides(self._connection, day)
        return day_of_book(day, self.hours, found, overrides, self._weighing(day))

    def slot_at(self, at: Millis) -> Slot | None:
        """Return the half hour an instant is in; None where the store is closed."""
        return self.day(self.hours.day_of(at)).slot_at(at)

    def best_near(self, wanted: Millis) -> tuple[Slot, ...]:
        """Return the times that take one more, the nearest first; where a day has few, of those beside it too."""
        day = self.hours.day_of(wanted)
        found = next_best(self.day(day).slots, wanted, self._now)
        if len(found) >= _FEW:
            return found
        days = (day + timedelta(days=away) for away in range(-_AROUND, _AROUND + 1))
        return next_best((slot for each in days for slot in self.day(each).slots), wanted, self._now)

    def risk(self, at: Millis) -> Risk:
        """Return what a half hour of the day of an instant is weighed by."""
        return self._weighing(self.hours.day_of(at)).risk

    def _weighing(self, day: date) -> Weighing:
        """Return what a day is weighed by: working days are one kind, all others another."""
        is_working = calendar.current(self._connection).is_working
        kind = is_working(day)
        if kind not in self._weighings:
            policy, rates = self.policy, self.rates
            found = usual.usual(self._connection, self._now, self.hours.zone, lambda each: is_working(each) is kind)
            found = found._replace(shows=rates.all.rate)
            zone_s = policy.over_stay / SECOND
            risk = UsualRisk(found, limit=policy.over_count, bays=len(policy.bays), zone_s=zone_s)
            self._weighings[kind] = Weighing(risk, policy.crowding_target_percent / 100, rates, found.walk_ins)
        return self._weighings[kind]
