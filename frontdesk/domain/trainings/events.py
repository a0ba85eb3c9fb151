"""The events about trainings in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CASES, Need


class TrainingEvent(Event):
    """What was done about trainings and certificates."""

    ADD = "training_add"
    ATTEND = "training_attend"
    CERTIFICATE = "certificate"
    CERTIFICATE_GONE = "certificate_gone"

    @property
    def can_be_undone(self) -> bool:
        """All of it can be taken back."""
        return True

    @property
    def need(self) -> Need:
        """It is kept at the desk."""
        return OF_CASES
