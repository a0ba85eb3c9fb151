"""Which stations there are."""

from enum import StrEnum


class StationKind(StrEnum):
    """The stations of the store."""

    GUARD = "guard"
    RECEPTION = "reception"
    MANAGER = "manager"
    WORKSHOP = "workshop"
    LOUNGE = "lounge"
    """The display that calls the customers who wait."""
