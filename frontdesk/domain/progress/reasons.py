"""Reasons for a refusal: a car's repair."""

from frontdesk.domain.values.errors import Reason


class ProgressReason(Reason):
    """Why a job, a promise or a word to the customer was not put on record."""

    NOT_IN_WORKSHOP = "not_in_workshop"
    HANDED_BACK = "handed_back"
    NO_JOB = "no_job"
    WHICH_JOB = "which_job"
    JOB_STATE = "job_state"
    NO_TECHNICIAN = "no_technician"
    STOPPED = "stopped"
    """A quality problem stops every job of the car (P2)."""
    WORK_OPEN = "work_open"
    CHECK_WORDS = "progress_check_words"
    FOUND_WHAT = "found_what"
    COSTS = "costs"
    NO_FOUND = "no_found"
    WHICH_FOUND = "which_found"
    UNDECIDED = "undecided"
    DECIDED = "decided"
    NOT_STOPPED = "not_stopped"
    PROMISE_PAST = "promise_past"
    PROMISE_WHY = "promise_why"
    NO_PROMISE = "no_promise"
    WISH_PAST = "wish_past"
    NOT_READY = "not_ready"
    NOT_HANDED_BACK = "not_handed_back"
    """A car in repair does not leave before it is handed back (P3)."""
    PART_WHAT = "part_what"
    HOLD_PAST = "hold_past"
