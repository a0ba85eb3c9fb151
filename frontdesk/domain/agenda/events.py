"""The event of what time alone brings, and what becomes of it."""

from enum import StrEnum

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_TIME, Need


class AgendaEvent(Event):
    """What came by itself."""

    CAME = "agenda"
    ENDED = "agenda_ended"
    """What came and takes longer than an instant is done, or has failed."""

    @property
    def need(self) -> Need:
        """It comes by itself."""
        return OF_TIME

    @property
    def is_passing(self) -> bool:
        """Nobody did it, so nobody takes it back."""
        return True


class RunState(StrEnum):
    """What became of something that came by itself and takes longer than an instant."""

    DUE = "due"
    DONE = "done"
    FAILED = "failed"
    MISSED = "missed"
    """The next one came, and nobody had begun."""
