"""Meetings and visits: how soon the emergency group meets, and what is owed afterwards (C14, Q6, Q9)."""

from dataclasses import dataclass

from frontdesk.domain.policy.numbers import number


@dataclass(frozen=True, init=False, repr=False, eq=False)
class MeetingNumbers:
    """When customers are met and visited."""

    group_meeting_s: int = number(7200, 0, 604_800)
    """C14: so soon after a case becomes major the emergency group has met; 0: it is not called together."""
    minutes_days: int = number(1, 1, 31)
    """Q6: the minutes of a meeting are written within this many working days."""
    survey_rest_days: int = number(90, 0, 3650)
    """Q7: whoever was asked in a survey is not drawn again for so many days."""
    visit_days: int = number(180, 1, 3650)
    """Q9: a customer with open business who was not visited for so many days is on the list of visits."""
