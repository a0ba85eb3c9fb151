"""What somebody has seen is gone from that person's line, and from nobody else's (Z4a)."""

from collections.abc import Iterable
from typing import NamedTuple

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import ONLY_SEEN
from frontdesk.domain.stations.station import StationKind


class Sighting(NamedTuple):
    """Somebody has seen an escalation, when it had come so far up its chain."""

    escalation: int
    who: str
    level: int


def has_seen(escalation: Escalation, seen: Iterable[Sighting], station: StationKind, who: str) -> bool:
    """Whether a person at a station has seen it; one station further up the chain it is shown to that person anew."""
    if not who or escalation.kind not in ONLY_SEEN or not escalation.is_open:
        return False
    # Before 0.4 what was seen went on record as acknowledged.
    return escalation.acknowledged_by == who or any(
        each.escalation == escalation.id and each.who == who and station in escalation.plan.reached(each.level)
        for each in seen
    )
