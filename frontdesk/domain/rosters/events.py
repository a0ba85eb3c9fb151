"""The events about shifts, absences and the roster in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CARS, OF_CASES, OF_THE_STORE, Need


class RosterEvent(Event):
    """What was done about who works when."""

    SHIFT_ADD = "shift_add"
    SHIFT_REMOVE = "shift_remove"
    ABSENCE_ADD = "absence_add"
    ABSENCE_END = "absence_end"
    BEGIN = "roster_begin"
    NEED = "roster_need"
    PROPOSE = "roster_propose"
    SET = "roster_set"
    SUBMIT = "roster_submit"
    TAKE_OVER = "roster_take_over"
    TAKE_OFF = "roster_take_off"
    SWAP_ASK = "roster_swap_ask"
    SWAP = "roster_swap"

    @property
    def can_be_undone(self) -> bool:
        """What is done to a draft can be taken back; what was published stays, and is countered by what comes after."""
        return self in {RosterEvent.NEED, RosterEvent.PROPOSE, RosterEvent.SET, RosterEvent.SHIFT_ADD}

    @property
    def need(self) -> Need:
        """Anybody at the desk plans, each swaps their own; the store's shifts are for whoever runs the service."""
        if self in {RosterEvent.SHIFT_ADD, RosterEvent.SHIFT_REMOVE}:
            return OF_THE_STORE
        if self in {RosterEvent.SWAP, RosterEvent.SWAP_ASK, RosterEvent.TAKE_OVER, RosterEvent.ABSENCE_ADD}:
            return OF_CARS
        return OF_CASES
