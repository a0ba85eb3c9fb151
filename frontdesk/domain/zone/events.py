"""The events about cars in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CARS, Need


class ZoneEvent(Event):
    """What happened to a car."""

    ARRIVE = "arrive"
    RECEIVE = "receive"
    WORK_ORDER = "work_order"
    HAND_OVER = "hand_over"
    MOVE = "move"
    SWAP = "swap"
    """Two cars changed places; the fact is the other car's plate."""
    LEAVE = "leave"
    TURN_AWAY = "turn_away"
    CORRECT_PLATE = "correct_plate"
    """A plate was corrected; the fact is the wrong plate, the event's plate is the right one."""

    @property
    def can_be_undone(self) -> bool:
        """Whether the event can be undone; every event about a car can."""
        return True

    @property
    def need(self) -> Need:
        """Anybody on the staff list may; nobody types a PIN for a car. A camera sees who comes and who leaves."""
        return OF_CARS._replace(by_gate=self in {ZoneEvent.ARRIVE, ZoneEvent.LEAVE})
