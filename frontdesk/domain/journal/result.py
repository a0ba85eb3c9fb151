"""What a command did."""

from dataclasses import dataclass

from frontdesk.domain.values.clock import Millis


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command did. The same operation id gives the same answer again (its event is `seq`)."""

    kind: str
    plate: str = ""
    place: str = ""
    """The key of the place it is about."""
    number: int = 0
    """The number of the complaint, escalation or ticket it is about."""
    detail: str = ""
    warnings: tuple[str, ...] = ()
    at: Millis = 0
    """When it happened."""
    seq: int = 0
    undoes: int | None = None
    others: tuple[str, ...] = ()
    """The other cars it was done with."""
