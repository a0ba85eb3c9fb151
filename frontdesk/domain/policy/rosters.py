"""The roster: how long before it begins it is published, and how long before its day a gap is filled (S2)."""

from dataclasses import dataclass

from frontdesk.domain.policy.numbers import number


@dataclass(frozen=True, init=False, repr=False, eq=False)
class RosterNumbers:
    """When the roster is owed."""

    roster_ahead_days: int = number(7, 0, 60)
    """S2: so many days before it begins a roster is published."""
    roster_gap_days: int = number(3, 0, 30)
    """S2: so many days before it a gap is filled; then the service manager is called."""
