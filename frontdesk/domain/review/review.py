"""The monthly review: how far it has come, and what it needs before it is submitted (Z7)."""

from collections import Counter
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.calendar.months import Month
from frontdesk.domain.cases.lists import listed
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.review.causes import Cause
from frontdesk.domain.review.reasons import ReviewReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

FREQUENT_PERCENT = 15
"""From this share of a month's cases on a cause needs a measure, or a reason why it has none."""


class ReviewState(StrEnum):
    """How far a review has come."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"


class Review(NamedTuple):
    """The review of one month, with the matter it is."""

    matter: Matter
    month: Month
    state: ReviewState
    conclusion: str = ""
    """What the month comes to, in the words of whoever submitted it."""
    left: tuple["Left", ...] = ()

    @property
    def id(self) -> int:
        """The number of the matter."""
        return self.matter.id


class Left(NamedTuple):
    """Why a frequent cause has no measure."""

    cause: str
    why: str
    at: Millis
    who: str


class Decided(NamedTuple):
    """The cause of one crossing, as somebody said it."""

    crossing: int
    """The number of the escalation."""
    cause: str
    words: str
    at: Millis
    who: str


def check_month_over(month: Month, now: Month) -> None:
    """Check that a month is over; before that there is nothing to review. Raises `Refused(MONTH_RUNS)`."""
    if month >= now:
        raise Refused(ReviewReason.MONTH_RUNS, month=str(month))


def check_draft(review: Review) -> None:
    """Check that a review can still be changed. Raises `Refused(REVIEW_STATE)`."""
    if review.state is ReviewState.APPROVED:
        raise Refused(ReviewReason.REVIEW_STATE, month=str(review.month), state=review.state)


def frequent(causes: Mapping[str, int]) -> tuple[str, ...]:
    """Return the causes that are frequent in a month, the commonest first."""
    total = sum(causes.values())
    return tuple(cause for cause, count in Counter(causes).most_common() if count * 100 >= FREQUENT_PERCENT * total)


def check_submit(
    review: Review, *, undecided: int, causes: Mapping[str, int], answered: Collection[str],
    conclusion: str, who: str, staff: Collection[str],
) -> None:  # fmt: skip
    """Check that a review can be submitted: each case has its cause, each frequent cause a measure or a reason.

    `answered`: the causes with a measure, or with a reason why there is none. Raises `Refused`: REVIEW_STATE,
    UNKNOWN_PERSON, CAUSES_OPEN, MEASURES_MISSING, NO_CONCLUSION.
    """
    check_draft(review)
    month = str(review.month)
    if who not in staff:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=who)
    if undecided:
        raise Refused(ReviewReason.CAUSES_OPEN, month=month, count=undecided)
    if missing := tuple(cause for cause in frequent(causes) if cause not in answered):
        raise Refused(ReviewReason.MEASURES_MISSING, month=month, causes=listed(missing, Cause))
    if not conclusion:
        raise Refused(ReviewReason.NO_CONCLUSION, month=month)
