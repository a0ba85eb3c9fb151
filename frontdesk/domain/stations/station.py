"""Which stations there are."""

from enum import StrEnum


class StationKind(StrEnum):
    """The stations of the store."""

    GUARD = "guard"
    RECEPTION = "reception"
    MANAGER = "manager"
    LOUNGE = "lounge"
    """The display that calls the customers who wait."""
