"""Where an incident can be: an area of the store, or somewhere else."""

from data.engine.connection import Connection
from frontdesk.domain.incidents.incident import OUTSIDE
from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.values.errors import Refused

AREAS = ("zone", "workshop", "paint", "parts_store", "showroom", "lounge", "office", "power_room", "parking")


def of_store(connection: Connection) -> tuple[str, ...]:
    """Return the keys of the places, in the order of the keys that report them."""
    return (*AREAS, OUTSIDE)


def check_place(connection: Connection, place: str) -> None:
    """Check that there is such a place. Raises `Refused(NO_PLACE)`."""
    known = of_store(connection)
    if place not in known:
        raise Refused(IncidentReason.NO_PLACE, text=place, choices=known)
