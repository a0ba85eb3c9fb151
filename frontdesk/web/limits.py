"""How much the server gives: sessions, sizes, times."""

from typing import NamedTuple


class Limits(NamedTuple):
    """The limits of one server."""

    sessions: int = 16
    of_a_kind: int = 2
    """How many sessions of one kind a device may have."""
    frame: int = 64 * 1024
    """The longest message that a page may send."""
    behind: int = 1024 * 1024
    """How much may wait for a slow browser; beyond that it gets a whole picture when it has caught up."""
    kept_s: float = 600.0
    """How long a session is kept while no page shows it."""
    asked_every_s: float = 10.0
    """How often a page is asked whether it is there."""
    answers_within_s: float = 25.0
    minded_every_s: float = 5.0
    """How often it is looked at who may show what, and which sessions nobody needs any more."""
    ends_within_s: float = 5.0
    """How long a station may take to end before it is killed."""
    looked_again_every_s: float = 60.0
    """How often it is looked at what this machine is called in its network, and whether its certificate holds."""
