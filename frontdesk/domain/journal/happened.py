"""One line of the event log."""

from dataclasses import dataclass

from frontdesk.domain.values.clock import Millis


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of the event log, as a screen tells it."""

    seq: int
    at: Millis
    occurred_at: Millis
    station: str
    who: str
    kind: str
    plate: str
    place: str
    detail: str
    undoable: bool
    others: tuple[str, ...] = ()
    """The other cars it was done with."""
