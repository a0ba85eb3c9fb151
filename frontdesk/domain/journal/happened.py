"""One line of the event log."""

from typing import NamedTuple

from frontdesk.domain.values.clock import Millis


class Happened(NamedTuple):
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
