"""What happens to cars, as the event log has it."""

from frontdesk.domain.values.event import Event


class ZoneEvent(Event):
    """What happened to a car."""

    ARRIVE = "arrive"
    RECEIVE = "receive"
    WORK_ORDER = "work_order"
    HAND_OVER = "hand_over"
    MOVE = "move"
    SWAP = "swap"
    """Its fact is the other car's plate."""
    LEAVE = "leave"
    TURN_AWAY = "turn_away"
    CORRECT_PLATE = "correct_plate"
    """The wrong plate is its fact, the right one its plate."""

    @property
    def can_be_undone(self) -> bool:
        """Whatever is done with a car can be taken back."""
        return True
