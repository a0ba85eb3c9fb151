"""The crowding of a month, case by case, as its review begins with it (Z7)."""

from typing import NamedTuple

from frontdesk.domain.calendar.months import Month
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.review.pareto import Pareto
from frontdesk.domain.review.people import PersonLine
from frontdesk.domain.review.proposals import Proposal
from frontdesk.domain.review.week import Week


class ReviewCase(NamedTuple):
    """An over-count or over-stay of a month, with the cause that is proposed for it."""

    escalation: Escalation
    proposal: Proposal


class MonthsCauses(NamedTuple):
    """The crowding of a month with the causes proposed for it."""

    month: Month
    cases: tuple[ReviewCase, ...]
    week: Week
    people: tuple[PersonLine, ...]

    @property
    def proposed(self) -> Pareto:
        """The proposed causes, as if each had been confirmed."""
        return Pareto.of(case.proposal.cause for case in self.cases)

    def count_of(self, kind: Kind) -> int:
        """Return how many there were of a kind."""
        return sum(case.escalation.kind is kind for case in self.cases)
