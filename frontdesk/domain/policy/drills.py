"""Drills: how often something is rehearsed on the spot (S4)."""

from dataclasses import dataclass

from frontdesk.domain.policy.numbers import number


@dataclass(frozen=True, init=False, repr=False, eq=False)
class DrillNumbers:
    """How often drills are due."""

    drill_days: int = number(183, 30, 366)
    """S4: at least so often something is rehearsed on the spot, whatever it is."""
