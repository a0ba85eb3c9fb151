"""Reasons for a refusal: the monthly review."""

from frontdesk.domain.values.errors import Reason


class ReviewReason(Reason):
    """Why a review was not opened, changed or submitted."""

    NO_REVIEW = "no_review"
    REVIEW_OPENED = "review_opened"
    REVIEW_STATE = "review_state"
    MONTH_RUNS = "month_runs"
    NOT_OF_MONTH = "not_of_month"
    NO_CAUSE = "no_cause"
    NOTHING_PROPOSED = "nothing_proposed"
    ALL_SAID = "all_said"
    HAS_MEASURE = "has_measure"
    CAUSES_OPEN = "causes_open"
    MEASURES_MISSING = "measures_missing"
    NO_CONCLUSION = "no_conclusion"
    LEFT_WHY = "left_why"
