"""What happens at the desk: the kinds of event, as the event log has them."""

from enum import StrEnum


class Event(StrEnum):
    """A kind of event. Each concern has its own; no two share a text (`frontdesk.domain.journal.events`)."""

    @property
    def can_be_undone(self) -> bool:
        """Whether a person can take it back."""
        return False
