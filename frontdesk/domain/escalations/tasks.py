"""Errands that follow from a decision: somebody drives a car or sees to a customer, and says when it is done."""

from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.escalations.terms import Action
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate


class Errand(StrEnum):
    """What is to be done."""

    PARK = "park"
    """Guide the car to temporary parking (Z5a)."""
    LOUNGE = "lounge"
    """Take the customer to the lounge, with the call ticket (Z5a)."""
    DRIVE = "drive"
    """Drive the car to a workshop waiting bay (Z5b) or the waiting-for-repair area (Z6a)."""
    REORDER = "reorder"
    """Do the car's jobs in another order, so that it leaves the zone sooner (Z6b)."""


ERRANDS = {
    Action.DIVERT: (Errand.PARK, Errand.LOUNGE),
    Action.WORKSHOP_BAY: (Errand.DRIVE,),
    Action.REPAIR: (Errand.DRIVE,),
    Action.REORDER: (Errand.REORDER,),
}
"""What each decision asks for."""

ASKED_AT = {
    Errand.PARK: StationKind.GUARD,
    Errand.LOUNGE: StationKind.RECEPTION,
    # Where the workshop's station is open it is asked there; else its supervisor is reached from the reception desk.
    Errand.DRIVE: StationKind.RECEPTION,
    Errand.REORDER: StationKind.RECEPTION,
}

MOVES = frozenset({Errand.PARK, Errand.DRIVE})
"""The errands that are done when the car stands where it was sent."""

OF_WORKSHOP = frozenset({Errand.DRIVE, Errand.REORDER})


class Task(NamedTuple):
    """One errand that was asked for and is not done yet."""

    id: int
    escalation: int
    errand: Errand
    visit_id: int
    plate: Plate
    place: str
    """The key of the place the car is to go to; "" for an errand that moves none."""
    ticket: str
    asked_at: Millis
    asked_by: str

    def station(self, *, workshop: bool) -> StationKind:
        """Return the station it appears on; `workshop`: whether the workshop's own is open."""
        return StationKind.WORKSHOP if workshop and self.errand in OF_WORKSHOP else ASKED_AT[self.errand]
