"""A visit's time in the zone, split by what the car waited for (Z6, Z7)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.zone.places import is_zone_key
from frontdesk.domain.zone.visits import VisitLine


class Part(StrEnum):
    """What a car in the zone waits for: to be received, for its work order, to be handed over and driven away."""

    RECEPTION = "reception"
    WORK_ORDER = "work_order"
    HAND_OVER = "hand_over"


class PartTime(NamedTuple):
    """One part of a visit."""

    since: Millis
    until: Millis
    in_zone: Millis
    """How much of it the car stood in the zone."""
    is_entered: bool
    """Whether what ends it came while the car was in the zone; otherwise it ended because the car left the zone."""


def parts_of(line: VisitLine, now: Millis) -> Mapping[Part, PartTime]:
    """Return the parts of a visit that had begun; together they are its time in the zone."""
    stretches = in_zone(line, now)
    if not stretches:
        return {}
    end = stretches[-1][1]
    entered = (line.arrived_at, line.received_at, line.work_order_at, None)
    found: dict[Part, PartTime] = {}
    for part, since, until in zip(Part, entered, entered[1:], strict=False):
        if since is None or since > end:
            break
        ends = end if until is None else min(until, end)
        ended_by = line.handed_over_at if part is Part.HAND_OVER else until
        is_entered = ended_by is not None and ended_by <= end
        found[part] = PartTime(since, ends, overlap(stretches, since, ends), is_entered)
    return found


def in_zone(line: VisitLine, now: Millis) -> tuple[tuple[Millis, Millis], ...]:
    """Return when a car stood in the zone, in order, up to now."""
    stays = ((since, now if until is None else until) for place, since, until in line.stays if is_zone_key(place))
    return tuple((since, until) for since, until in stays if since < until)


def overlap(stretches: tuple[tuple[Millis, Millis], ...], begins: Millis, ends: Millis) -> Millis:
    """Return how much of the time between two instants some stretches cover that do not overlap each other."""
    return sum(max(0, min(until, ends) - max(since, begins)) for since, until in stretches)
