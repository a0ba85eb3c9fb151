"""What a command did."""

import os
from binascii import b2a_base64
from collections.abc import Mapping
from dataclasses import dataclass, field

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.event import Event


@dataclass(frozen=True, slots=True)
class Result:
    """What a command did. The same operation id gives the same result again (its event is `seq`)."""

    kind: Event
    plate: str = ""
    place: str = ""
    """The key of the place it is about."""
    number: int = 0
    """The number of the complaint, escalation or ticket it is about."""
    facts: Mapping[str, str | int] = field(default_factory=dict)
    """What else there is to know of it, by name."""
    warnings: tuple[str, ...] = ()
    at: Millis = 0
    seq: int = 0
    undoes: int | None = None
    others: tuple[str, ...] = ()
    """The other cars it was done with."""

    @property
    def detail(self) -> str:
        """The facts in one text, as the event log and scripts have them."""
        return " ".join(str(fact) for fact in self.facts.values())


def new_operation() -> str:
    """Return a short id for one action of a person; repeating the action with the same id does nothing more."""
    return b2a_base64(os.urandom(9), newline=False).decode()
