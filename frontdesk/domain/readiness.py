"""What has to be rehearsed, trained or renewed soon, and by when (S4, S12)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.people.staff import Person
from frontdesk.domain.trainings.training import MONTHS, WARNED_DAYS, Certificate, Training, last_days
from frontdesk.domain.values.clock import Millis

ANY = "any"
"""Whatever is rehearsed counts."""
LATE_DAYS = 14
"""Within so many days is done what was late already when it was first looked at."""
_SEPARATOR = "·"


class Item(NamedTuple):
    """One thing that has to be done by a day; a later day makes another one."""

    name: DueName
    day: date
    subject: str

    @property
    def what(self) -> str:
        """What its due says: the day, and what it is about."""
        return f"{self.day} {self.subject}"


def of_drills(due: Iterable[tuple[IncidentKind | None, Millis]], today: date, hours: OpeningHours) -> Iterator[Item]:
    """Yield what has to be rehearsed soon."""
    for kind, at in due:
        day = hours.day_of(at)
        if _is_soon(day, today):
            yield Item(DueName.DRILL_DUE, day, kind or ANY)


def of_trainings(staff: Iterable[Person], trainings: Iterable[Training], today: date) -> Iterator[Item]:
    """Yield what is trained anew soon: one item for all whose training in a topic ends on the same day.

    Who was never trained is listed as lacking it, and not asked for.
    """
    until = last_days(trainings)
    for person in staff:
        for topic, (_months, posts) in MONTHS.items():
            day = until.get((person.name, topic))
            if day is not None and person.post in posts and _is_soon(day, today):
                yield Item(DueName.TRAINING_DUE, day, topic)


def of_certificates(certificates: Iterable[Certificate], today: date) -> Iterator[Item]:
    """Yield the certificates that are renewed soon."""
    for each in certificates:
        if each.is_warned(today):
            yield Item(DueName.CERTIFICATE_DUE, each.ends_on, f"{each.kind}{_SEPARATOR}{each.name}")


def due_at(item: Item, now: Millis, hours: OpeningHours) -> Millis:
    """Return by when an item is done: by the last closing up to its day; what is late already, in a fortnight."""
    by = hours.closing_by(item.day, now)
    return by if by is not None else hours.closing_from(hours.day_of(now) + timedelta(LATE_DAYS), hours.is_open_on)


def ever_owed(dues: Iterable[Due]) -> Mapping[tuple[DueName, str], Due]:
    """Return what is or was owed, by its name and what it says; of several the last."""
    return {(due.name, due.what): due for due in dues}


def told_of(what: str) -> tuple[str, str]:
    """Return what a due is about, and whom it is about where it is about one person."""
    _day, _blank, subject = what.partition(" ")
    about, _dot, person = subject.partition(_SEPARATOR)
    return about, person


def _is_soon(day: date, today: date) -> bool:
    return (day - today).days <= WARNED_DAYS
