"""How many of those who booked come, by how long before they booked (Z9)."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

DAYS_BACK = 180
_CAME, _OF = 8, 10
"""What is taken for granted to begin with: eight of ten come."""
_SOON = 3


class Lead(StrEnum):
    """How long before its day an appointment was made."""

    SAME_DAY = "same_day"
    SOON = "soon"
    LONGER = "longer"


def lead_of(made: date, day: date) -> Lead:
    """Return how long before a day something was booked."""
    days = (day - made).days
    return Lead.SAME_DAY if days <= 0 else Lead.SOON if days <= _SOON else Lead.LONGER


class ShowRate(NamedTuple):
    """How many came, of how many."""

    came: int = 0
    of: int = 0

    @property
    def rate(self) -> float:
        """The share that is to be expected: what was seen, put to what is taken for granted."""
        return (self.came + _CAME) / (self.of + _OF)


class ShowRates(NamedTuple):
    """The rates by how long before was booked."""

    by_lead: dict[Lead, ShowRate]

    @classmethod
    def of(cls, told: Iterable[tuple[Lead, bool]]) -> "ShowRates":
        """Count who came and who did not."""
        found = {lead: [0, 0] for lead in Lead}
        for lead, came in told:
            found[lead][0] += came
            found[lead][1] += 1
        return cls({lead: ShowRate(*counts) for lead, counts in found.items()})

    @property
    def all(self) -> ShowRate:
        """The rate of all together."""
        return ShowRate(
            sum(each.came for each in self.by_lead.values()), sum(each.of for each in self.by_lead.values())
        )
