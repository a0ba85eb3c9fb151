"""How the customers of each advisor fared, never without saying of how many that is (Z7)."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from frontdesk.domain.figures.limits import Limits
from frontdesk.domain.figures.sweep import VisitTimes, joined
from frontdesk.domain.figures.visit import Visit
from frontdesk.domain.zone.places import is_zone_key

LEAST_SAMPLE = 20
"""Of fewer no share is said: it would be chance."""


class Share(NamedTuple):
    """How many, of how many."""

    number: int
    of: int

    @property
    def share(self) -> float | None:
        """The share; None where it is of too few to mean anything."""
        return self.number / self.of if self.of >= LEAST_SAMPLE else None


class PersonLine(NamedTuple):
    """The customers one advisor received: how many were received late, how many cars stood too long."""

    who: str
    late: Share
    over_stays: Share


def by_person(visits: Iterable[Visit], limits: Limits) -> tuple[PersonLine, ...]:
    """Return a line for each advisor, whoever received most first; a visit nobody received is nobody's."""
    found: dict[str, list[VisitTimes]] = defaultdict(list)
    for visit in visits:
        if visit.line.received_by:
            found[visit.line.received_by].append(times_of(visit))
    lines = [
        PersonLine(
            who,
            Share(sum(each.was_in_time(limits) is False for each in received), len(received)),
            Share(sum(any(True for _ in each.over_stays(limits)) for each in received), len(received)),
        )
        for who, received in found.items()
    ]
    return tuple(sorted(lines, key=lambda line: (-line.late.of, line.who)))


def times_of(visit: Visit) -> VisitTimes:
    """Return the times of a visit that figures are made of."""
    line = visit.line
    return VisitTimes(
        line.arrived_at,
        line.received_at,
        line.handed_over_at,
        line.left_at,
        line.ended == "turned_away",
        joined((since, until) for place, since, until in line.stays if is_zone_key(place)),
        tuple((ticket.issued_at, ticket.closed_at) for ticket in visit.tickets),
    )
