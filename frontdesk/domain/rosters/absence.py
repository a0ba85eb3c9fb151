"""Who is away from when until when, and why; or only wishes to be free (S2)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

LONGEST_DAYS = 366
WHY_LIMIT = 100


class Absence(NamedTuple):
    """One absence, both days included."""

    id: int
    person: str
    first: date
    last: date
    why: str
    is_wish: bool
    at: Millis
    who: str

    @property
    def days(self) -> Iterator[date]:
        """Every day of it."""
        return (self.first + timedelta(days=ahead) for ahead in range((self.last - self.first).days + 1))


def check_absence(
    person: str, first: date, last: date, why: str, *, is_wish: bool, known: Iterable[Absence], today: date
) -> None:
    """Check an absence that is entered. Raises `Refused`: ABSENCE_DAYS, ABSENCE_WHY, ABSENT_ALREADY."""
    if not first <= last < first + timedelta(days=LONGEST_DAYS) or abs((first - today).days) > LONGEST_DAYS:
        raise Refused(RosterReason.ABSENCE_DAYS, first=first, last=last)
    if not why:
        raise Refused(RosterReason.ABSENCE_WHY, name=person)
    for each in known:
        if each.person == person and each.is_wish == is_wish and each.first <= last and first <= each.last:
            facts = {"name": person, "first": each.first, "last": each.last, "why": each.why, "number": each.id}
            raise Refused(RosterReason.ABSENT_ALREADY, **facts)
