"""The next hour: from how many days it is told, and from when on it asks for attention (Z9)."""

from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.domain.policy.numbers import Problem, number


@dataclass(frozen=True, init=False, repr=False, eq=False)
class OutlookNumbers:
    """From how many days of the same class the next hour is told, and from when on it asks for attention."""

    outlook_days: int = number(20, 5, 366)
    """Z9: with fewer it is not shown."""
    outlook_most_days: int = number(60, 5, 366)
    """Z9: of more the latest."""
    outlook_warning_percent: int = number(30, 1, 100)
    """Z9: how likely an over-count within the hour must be for it to ask for attention."""


def problems(policy: OutlookNumbers) -> Iterator[Problem]:
    """Yield everything that is wrong in the outlook's part."""
    if policy.outlook_days > policy.outlook_most_days:
        yield "outlook_days", policy.outlook_days, f"≤ {policy.outlook_most_days}"
