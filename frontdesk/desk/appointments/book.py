"""The book of appointments as it stands: its days, each half hour weighed by what usually happens in it (Z5, Z9)."""

from collections import Counter
from datetime import date, timedelta
from functools import cached_property

from data import calendar
from data import policy as policies
from data.appointments import appointments, usual
from data.engine.connection import Connection, path_of
from data.outlook import days as past_days
from data.outlook import kept
from frontdesk.domain.appointments.appointment import Appointment
from frontdesk.domain.appointments.risk import FEWEST_DAYS, KnownRisk, Risk, RoughRisk, Usual
from frontdesk.domain.appointments.show_rate import DAYS_BACK, ShowRates, lead_of
from frontdesk.domain.appointments.slots import COUNTED, Day, Slot, Weighing, day_of_book, next_best
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.outlook.day_class import DayClass, class_of
from frontdesk.domain.outlook.habits import Basis, Habits, half_hour
from frontdesk.domain.values.clock import DAY, SECOND, Millis

_FEW = 3
_AROUND = 2
"""Where a day has few times left, so many days before and after it are looked at too."""
_FEWEST_OF_CLASS = 5

_reckoned: dict[tuple[object, ...], KnownRisk] = {}
"""What was reckoned for the present day's books: a station shows the same half hours again and again."""
_read: dict[str, dict[Basis, Habits]] = {}
"""What the days before the present one were like, by the store's file: read once a day, as for the next hour."""


class Book:
    """The book in one transaction. What is asked twice is read once."""

    def __init__(self, connection: Connection, now: Millis) -> None:
        self._connection, self._now = connection, now
        self.policy = policies.current(connection)
        self.hours = OpeningHours.of(self.policy)
        self._habits: dict[Basis, Habits] = {}
        self._on_file: dict[Millis, int] = {}
        self._before: dict[Millis, Usual] = {}
        """What usually happened before an instant: before now, or before a day that is over."""

    @cached_property
    def rates(self) -> ShowRates:
        """How many of those who booked came lately, by how long before."""
        told = appointments.kept(self._connection, self._now - DAYS_BACK * DAY, self._now)
        day_of = self.hours.day_of
        return ShowRates.of((lead_of(day_of(made), day_of(at)), came) for made, at, came in told)

    def day(self, day: date, only: Millis | None = None) -> Day:
        """Return a day with its half hours; `only`: with that one an instant is in."""
        span = DaySpan.of(day, self.hours.zone)
        found = appointments.between(self._connection, span.begins, span.ends)
        overrides = appointments.overrides(self._connection, day)
        return day_of_book(day, self.hours, found, overrides, self._weighing(span, found), only=only)

    def slot_at(self, at: Millis) -> Slot | None:
        """Return the half hour an instant is in; None where the store is closed."""
        return self.day(self.hours.day_of(at), at).slot_at(at)

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
        span = DaySpan.of(self.hours.day_of(at), self.hours.zone)
        return self._weighing(span, appointments.between(self._connection, span.begins, span.ends)).risk

    def _weighing(self, span: DaySpan, found: tuple[Appointment, ...]) -> Weighing:
        target = self.policy.crowding_target_percent / 100
        as_of = min(self._now, span.begins)
        habits = self._known(span.day) if self._days_on_file(as_of) >= FEWEST_DAYS else Habits.of([])
        if habits.days < _FEWEST_OF_CLASS:
            rough = self._usual(as_of)
            zone_s = self.policy.over_stay / SECOND
            risk = RoughRisk(rough, limit=self.policy.over_count, bays=len(self.policy.bays), zone_s=zone_s)
            return Weighing(risk, target, self.rates, rough.walk_ins)
        booked = Counter(half_hour(span, each.at) for each in found if each.state in COUNTED)
        return Weighing(self._model(habits).on(span, booked), target, self.rates, habits.per_half_hour)

    def _usual(self, before: Millis) -> Usual:
        if before not in self._before:
            found = usual.usual(self._connection, before, self.hours.zone)
            self._before[before] = found._replace(shows=self.rates.all.rate)
        return self._before[before]

    def _days_on_file(self, before: Millis) -> int:
        if before not in self._on_file:
            self._on_file[before] = usual.days_on_file(self._connection, before, self.hours.zone)
        return self._on_file[before]

    def _known(self, day: date) -> Habits:
        """Return what the days before today, or before a day that is over, were like that are of its class."""
        connection, zone, today = self._connection, self.hours.zone, self.hours.day_of(self._now)
        last = min(today, day)
        known = calendar.current(connection)
        of = class_of(day, known)
        basis = Basis(last, of, self.policy.outlook_most_days)
        if basis not in self._habits and (had := _read.get(path_of(connection))) is not None and basis in had:
            self._habits[basis] = had[basis]
        if basis not in self._habits:
            read = kept.of(connection, basis)
            alike = () if read else past_days.before(
                connection, last, zone, lambda each: class_of(each, known) is of, basis.most
            )  # fmt: skip
            self._habits[basis] = read.habits if read else Habits.of(alike)
            kept_here = _read.setdefault(path_of(connection), {})
            if any(each.day < last for each in kept_here):
                kept_here.clear()
            if last == today:
                kept_here[basis] = self._habits[basis]
        return self._habits[basis]

    def _model(self, habits: Habits) -> KnownRisk:
        """Return the model, with what it has reckoned before from the same days."""
        shows = round(self.rates.all.rate, 2)
        key = (habits, self.policy.over_count, shows)
        if key not in _reckoned:
            if len(_reckoned) > len(DayClass):
                _reckoned.clear()
            _reckoned[key] = KnownRisk(habits, self.policy.over_count, shows)
        return _reckoned[key]
