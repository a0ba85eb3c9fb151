"""A month under review: its figures, its cases with their causes, its measures and signatures, read together (Z7)."""

import json
from typing import NamedTuple
from zoneinfo import ZoneInfo

from data import approvals, measures, policy
from data.cases import cases
from data.engine.connection import Connection
from data.review import reviews
from frontdesk.desk.figures import reports
from frontdesk.desk.review.causes import crowding
from frontdesk.domain.approvals.approval import Approval, ApprovalState, Text
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.cases.case import Case
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.figures.period import Figures
from frontdesk.domain.measures.measure import Measure
from frontdesk.domain.review.pareto import Pareto
from frontdesk.domain.review.review import Decided, Review
from frontdesk.domain.values.clock import Millis


class MonthUnderReview(NamedTuple):
    """A month's review with all that it is about."""

    review: Review
    figures: Figures
    crossings: tuple[Escalation, ...]
    """The over-counts and over-stays that began in the month, oldest first."""
    causes: dict[int, Decided]
    """What was said of them, by their numbers."""
    measures: tuple[Measure, ...]
    approvals: tuple[Approval, ...]
    problems: tuple[Case, ...]
    """The major quality problems of the month, for the head (C19)."""
    corrections: dict[str, tuple[object, object]]
    """What of the month before has changed since it was signed, and what it was."""

    @property
    def undecided(self) -> tuple[Escalation, ...]:
        """The cases that nobody has said a cause of."""
        return tuple(each for each in self.crossings if each.id not in self.causes)

    @property
    def pareto(self) -> Pareto:
        """The causes that were said, the commonest first; those that were not stand last."""
        said = (self.causes.get(each.id) for each in self.crossings)
        return Pareto.of(None if each is None else each.cause for each in said)


def read_month(connection: Connection, review: Review, now: Millis) -> MonthUnderReview:
    """Return a month with all that its review is about."""
    begins, ends = span_of(connection, review.month)
    return MonthUnderReview(
        review,
        reports.in_transaction(connection, *reports.days_of(review.month), now),
        crossings_of(connection, review.month),
        reviews.causes(connection, begins, ends),
        measures.of_matter(connection, review.id),
        approvals.of_matter(connection, review.id),
        cases.quality_problems(connection, begins, ends),
        _corrections(connection, review.month.later(-1), now),
    )


def text_of(month: MonthUnderReview) -> Text:
    """Return what the director signs, as it stands now."""
    review = month.review
    return {
        "month": str(review.month),
        **_key_figures(month.figures),
        "causes": {str(each.id): month.causes[each.id].cause for each in month.crossings if each.id in month.causes},
        "measures": [[each.id, each.cause, each.matter.title] for each in month.measures],
        "left": {left.cause: left.why for left in review.left},
        "problems": [case.id for case in month.problems],
        "corrections": {name: list(each) for name, each in month.corrections.items()},
        "conclusion": review.conclusion,
    }


def _key_figures(figures: Figures) -> dict[str, object]:
    return {
        "arrivals": figures.arrivals,
        "over_counts": figures.over_counts,
        "over_count_length": figures.over_count_length,
        "over_stays": figures.over_stays,
        "over_stay_length": figures.over_stay_length,
        "late": figures.reception_known - figures.in_time,
        "zone_time_p90": figures.zone_time.p90,
    }


def _corrections(connection: Connection, month: Month, now: Millis) -> dict[str, tuple[object, object]]:
    """Return which figures of a month are no longer what was signed: what they were, what they are."""
    if not reviews.is_opened(connection, month):
        return {}
    signed = approvals.of_matter(connection, reviews.of_month(connection, month).id)
    approved = [each for each in signed if each.state is ApprovalState.APPROVED]
    if not approved:
        return {}
    was = json.loads(approved[-1].text)
    present = _key_figures(reports.in_transaction(connection, *reports.days_of(month), now))
    return {name: (was[name], present[name]) for name in present if was[name] != present[name]}


def crossings_of(connection: Connection, month: Month) -> tuple[Escalation, ...]:
    """Return the over-counts and over-stays that a month's review is about, oldest first."""
    return crowding(connection, *span_of(connection, month))


def span_of(connection: Connection, month: Month) -> tuple[Millis, Millis]:
    """Return when a month begins and when the next one does."""
    zone = zone_of(connection)
    return month.begins(zone), month.later(1).begins(zone)


def zone_of(connection: Connection) -> ZoneInfo:
    """Return the store's time zone."""
    return ZoneInfo(policy.current(connection).time_zone)
