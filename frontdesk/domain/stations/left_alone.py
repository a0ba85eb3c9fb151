"""When a station that nobody touches covers what it shows of customers, where people sign in by PIN (C10)."""

from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import MINUTE, Millis

COVERED_AFTER: dict[StationKind, Millis] = {
    StationKind.GUARD: 2 * MINUTE,
    StationKind.MANAGER: 3 * MINUTE,
    StationKind.RECEPTION: 5 * MINUTE,
    StationKind.WORKSHOP: 5 * MINUTE,
}
"""How long nobody has to touch it; the lounge shows nothing of customers but masked plates."""


def is_left_alone(station: StationKind, untouched: Millis) -> bool:
    """Whether a station covers customers by now."""
    return station in COVERED_AFTER and untouched >= COVERED_AFTER[station]
