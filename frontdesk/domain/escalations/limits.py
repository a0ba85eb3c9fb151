"""When the zone, a car or a ticket is over a limit (Z5, Z6)."""

from collections.abc import Iterable
from typing import NamedTuple

from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.escalations.terms import Chain, Kind
from frontdesk.domain.lounge import Ticket
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis, is_reckonable
from frontdesk.domain.values.plates import NO_PLATE, Plate
from frontdesk.domain.zone.floor import Floor


class Breach(NamedTuple):
    """A limit that is crossed now. `subject` names what crossed it; `crossed_at` is when the limit was reached."""

    kind: Kind
    subject: Subject
    plate: Plate
    crossed_at: Millis
    chain: Chain = Chain.WORK
    """Who is called, where that does not follow from the kind."""


def zone_breaches(floor: Floor, policy: Policy, now: Millis) -> tuple[Breach, ...]:
    """Return every limit of the zone that is crossed at `now`.

    Four cars are over, three are not (Z5); 20:00.001 is over, 20:00.000 is not (Z6); received at 60.000 s is in time
    (Z4a).
    """
    found: list[Breach] = []
    if floor.count >= policy.over_count:
        entries = sorted(car.zone.since for car in floor.in_zone if car.zone.since is not None)
        found.append(Breach(Kind.OVER_COUNT, Subject.of_zone(), NO_PLATE, entries[policy.over_count - 1]))
    for car in floor.cars:
        reached = car.zone.reaches(policy.over_stay)
        if reached is not None and policy.is_over_stay(car.zone_time(now)):
            found.append(Breach(Kind.OVER_STAY, Subject.of_visit(car.visit_id), car.plate, reached))
        due = car.reception_due(policy.late_reception)
        if due is not None and now > due:
            found.append(Breach(Kind.LATE_RECEPTION, Subject.of_visit(car.visit_id), car.plate, due))
    # What crossed a limit in a year that no calendar has keeps nobody from being called for the others.
    return tuple(breach for breach in found if is_reckonable(breach.crossed_at))


def ticket_breaches(tickets: Iterable[Ticket], now: Millis) -> tuple[Breach, ...]:
    """Return the diversions that have expired, because a customer may be forgotten in the lounge (Z5a)."""
    return tuple(
        Breach(Kind.DIVERSION_EXPIRED, Subject.of_ticket(ticket.id, ticket.renewals), ticket.plate, ticket.expires_at)
        for ticket in tickets
        if ticket.is_expired(now) and is_reckonable(ticket.expires_at)
    )
