"""The kinds of event at the desk, as the event log holds them."""

from enum import StrEnum

from frontdesk.domain.values.need import FOR_NOBODY, Need


class Event(StrEnum):
    """A kind of event. Each concern has its own; no two share a text (`frontdesk.domain.journal.events`)."""

    @property
    def can_be_undone(self) -> bool:
        """Whether a person can undo it."""
        return False

    @property
    def need(self) -> Need:
        """What it needs of whoever does it; what does not say is for nobody."""
        return FOR_NOBODY

    @property
    def is_passing(self) -> bool:
        """Whether there is nothing in it that a person would want to take back: something was seen, or time passed."""
        return False
