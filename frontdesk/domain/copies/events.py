"""The events about copies of the store that are made by themselves."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_THE_STORE, OF_TIME, Need


class CopyEvent(Event):
    """What became of a copy, or of a restore drill."""

    PLANNED = "copies_planned"
    """Where copies go from now on, or that none are made any more."""
    MADE = "copy_made"
    FAILED = "copy_failed"
    DRILL = "restore_drill"

    @property
    def need(self) -> Need:
        """Where they go is for whoever runs the service; they are made by themselves."""
        return OF_THE_STORE if self is CopyEvent.PLANNED else OF_TIME

    @property
    def is_passing(self) -> bool:
        """A copy that was made is not taken back."""
        return self is not CopyEvent.PLANNED
