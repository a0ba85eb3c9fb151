"""What is owed for a matter as it stands: a concern says it after each change, and the dues are brought to that."""

from enum import Enum, auto
from typing import NamedTuple

from frontdesk.domain.matters.due import DueName
from frontdesk.domain.values.clock import Millis


class Moves(Enum):
    """What becomes of a due whose instant is another one now."""

    ANEW = auto()
    """It is owed no more, and something new is."""
    PUT_OFF = auto()
    """It is the same, agreed anew: the instant before stays on record."""
    GIVEN = auto()
    """It was done, and is owed again."""
    SOONER = auto()
    """It has no more time because of that, only less."""


class Owed(NamedTuple):
    """One thing owed by an instant. `person`: by whom; empty for whoever runs the service."""

    name: DueName
    at: Millis
    person: str = ""
    moves: Moves = Moves.ANEW
