"""The areas of the store: those that are shipped, renamed or taken out of use by the store, and its own (I8, S3)."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import folded

NAME_LIMIT = 20
MOST_AREAS = 60
OUTSIDE = "outside"
"""Where something is that is not at the store; it is no area."""


class Area(StrEnum):
    """The areas that every store has to begin with."""

    ZONE = "zone"
    WORKSHOP = "workshop"
    PAINT_SHOP = "paint"
    PARTS_STORE = "parts_store"
    SHOWROOM = "showroom"
    LOUNGE = "lounge"
    OFFICE = "office"
    POWER_ROOM = "power_room"
    PARKING = "parking"


class AreaOnRecord(NamedTuple):
    """An area as it stands."""

    key: str
    name: str
    """The store's own name; empty for one that is called as it was shipped."""
    position: int
    in_use: bool = True


SHIPPED = tuple(AreaOnRecord(area.value, "", place) for place, area in enumerate(Area, start=1))


def with_shipped(said: Iterable[AreaOnRecord]) -> tuple[AreaOnRecord, ...]:
    """Return the shipped areas and the store's own, as the store says, in their order."""
    areas = {area.key: area for area in (*SHIPPED, *said)}
    return tuple(sorted(areas.values(), key=lambda area: (area.position, area.key)))


def check_name(name: str, others: Iterable[str]) -> None:
    """Check the name of an area beside what the others are called. Raises `Refused`: AREA_NAME, NAME_TAKEN."""
    if not name:
        raise Refused(RegisterReason.AREA_NAME, right=NAME_LIMIT)
    taken = next((other for other in others if folded(other) == folded(name)), None)
    if taken is not None:
        raise Refused(RegisterReason.NAME_TAKEN, name=taken)
