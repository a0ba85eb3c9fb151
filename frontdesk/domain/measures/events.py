"""The events about measures in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import IN_PERSON, OF_CASES, OF_THE_STORE, Need


class MeasureEvent(Event):
    """What was done about a measure."""

    PROPOSE = "measure_propose"
    AGREE = "measure_agree"
    DONE = "measure_done"
    CHECK = "measure_check"
    DROP = "measure_drop"

    @property
    def can_be_undone(self) -> bool:
        """A proposal and what was agreed on can be taken back; a check is a signature."""
        return self in {MeasureEvent.PROPOSE, MeasureEvent.AGREE, MeasureEvent.DONE}

    @property
    def need(self) -> Need:
        """Anybody at the desk proposes and carries out; it is agreed and dropped by whoever runs the service."""
        if self is MeasureEvent.CHECK:
            return IN_PERSON
        return OF_THE_STORE if self in {MeasureEvent.AGREE, MeasureEvent.DROP} else OF_CASES
