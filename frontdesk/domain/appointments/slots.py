"""The half hours of a day: what is booked, what each takes, who is expected, and how likely the zone gets too full."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from frontdesk.domain.appointments.appointment import Appointment, State
from frontdesk.domain.appointments.risk import Risk
from frontdesk.domain.appointments.show_rate import Lead, ShowRates, lead_of
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.values.clock import MINUTE, Millis, to_millis

HALF_HOUR: Millis = 30 * MINUTE
COUNTED = (State.BOOKED, State.ARRIVED)


class Override(NamedTuple):
    """How many a half hour takes because somebody has said so."""

    id: int
    minute: int
    capacity: int
    why: str
    who: str


class Slot(NamedTuple):
    """A half hour of a day. `minute`: of the day, when it begins."""

    begins: Millis
    minute: int
    booked: int
    capacity: int
    expected: float
    risk: float
    is_rough: bool
    override: Override | None = None

    @property
    def free(self) -> int:
        """How many more it takes; below 0: above capacity."""
        return self.capacity - self.booked

    @property
    def half_hour(self) -> int:
        """Which half hour of the day it is."""
        return self.minute // 30

    def is_over(self, now: Millis) -> bool:
        """Whether nobody can come in it any more."""
        return now >= self.begins + HALF_HOUR

    def has(self, at: Millis) -> bool:
        """Whether an instant is within it."""
        return self.begins <= at < self.begins + HALF_HOUR


class Day(NamedTuple):
    """A day of the book."""

    day: date
    slots: tuple[Slot, ...]
    appointments: tuple[Appointment, ...]

    def count(self, state: State) -> int:
        """Return how many appointments are in a state."""
        return sum(each.state is state for each in self.appointments)

    def free(self, now: Millis) -> int:
        """Return how many more can be booked within capacity, in what is not over."""
        return sum(max(0, slot.free) for slot in self.slots if not slot.is_over(now))

    def slot_at(self, at: Millis) -> Slot | None:
        """Return the half hour an instant is in; None where the store is closed."""
        return next((slot for slot in self.slots if slot.has(at)), None)

    def of(self, slot: Slot) -> tuple[Appointment, ...]:
        """Return the appointments of a half hour."""
        return tuple(each for each in self.appointments if slot.has(each.at))


class Weighing(NamedTuple):
    """What the half hours of a day are weighed by."""

    risk: Risk
    target: float
    rates: ShowRates
    walk_ins: tuple[float, ...]


def day_of_book(
    day: date,
    hours: OpeningHours,
    found: Iterable[Appointment],
    overrides: Mapping[int, Override],
    weighing: Weighing,
    *,
    only: Millis | None = None,
) -> Day:
    """Return a day of the book: each half hour from opening to closing; `only`: that one an instant is in."""
    listed = tuple(sorted(found, key=lambda each: (each.at, each.id)))
    slots = []
    for begins, minute in half_hours(day, hours):
        if only is not None and not begins <= only < begins + HALF_HOUR:
            continue
        here = [each for each in listed if begins <= each.at < begins + HALF_HOUR and each.state in COUNTED]
        leads = Counter(lead_of(hours.day_of(each.made_at), day) for each in here)
        slots.append(_slot(begins, minute, leads, overrides.get(minute), weighing))
    return Day(day, tuple(slots), listed)


def half_hours(day: date, hours: OpeningHours) -> list[tuple[Millis, int]]:
    """Return when each half hour of a day begins in which the store is open, and at which minute of the day."""
    times = hours.of_day(day)
    if times is None:
        return []
    opens, closes = map(to_millis, times)
    midnight = datetime.combine(day, time(), hours.zone)
    found = []
    for minute in range(0, 24 * 60, 30):
        begins = to_millis((midnight + timedelta(minutes=minute)).replace(fold=0))
        if begins + HALF_HOUR > opens and begins < closes:
            found.append((begins, minute))
    return found


def next_best(slots: Iterable[Slot], wanted: Millis, now: Millis, most: int = 3) -> tuple[Slot, ...]:
    """Return the half hours that take one more, the nearest to what was wanted first; of two as near the calmer one."""
    free = (slot for slot in slots if slot.free > 0 and slot.begins > now and not slot.has(wanted))
    return tuple(sorted(free, key=lambda slot: (_apart(slot, wanted), slot.risk, slot.begins))[:most])


def _apart(slot: Slot, wanted: Millis) -> int:
    return abs(slot.begins - wanted // HALF_HOUR * HALF_HOUR) // HALF_HOUR


def _slot(begins: Millis, minute: int, leads: Counter[Lead], override: Override | None, by: Weighing) -> Slot:
    half_hour, booked = minute // 30, leads.total()
    shown = sum(by.rates.by_lead[lead].rate * count for lead, count in leads.items())
    capacity = by.risk.capacity(half_hour, by.target) if override is None else override.capacity
    expected, risk = by.walk_ins[half_hour] + shown, by.risk(half_hour, booked)
    return Slot(begins, minute, booked, capacity, expected, risk, by.risk.is_rough, override)


class Shifted(NamedTuple):
    """What moving some appointments of one half hour to another does to the risk of both."""

    moved: int
    from_before: float
    from_after: float
    to_before: float
    to_after: float


def shifted(of_origin: Risk, of_target: Risk, origin: Slot, target: Slot, moved: int) -> Shifted:
    """Return what moving so many appointments would do; more than there are cannot be moved."""
    moved = max(0, min(moved, origin.booked))
    return Shifted(
        moved,
        origin.risk,
        of_origin(origin.half_hour, origin.booked - moved),
        target.risk,
        of_target(target.half_hour, target.booked + moved),
    )
