"""Where an incident can be: an area of the store, or off the premises."""

from data.engine.connection import Connection
from data.register import areas
from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.register.areas import OUTSIDE, AreaOnRecord
from frontdesk.domain.values.errors import Refused


def of_store(connection: Connection) -> tuple[AreaOnRecord, ...]:
    """Return the areas in use in their order, then elsewhere."""
    known = areas.in_use(connection)
    return (*known, AreaOnRecord(OUTSIDE, "", len(known) + 1))


def place_of(connection: Connection, key: str) -> AreaOnRecord:
    """Return a place by its key. Raises `Refused(NO_PLACE)`."""
    known = of_store(connection)
    found = next((area for area in known if area.key == key), None)
    if found is None:
        raise Refused(IncidentReason.NO_PLACE, text=key, choices=tuple(area.key for area in known))
    return found
