"""Reasons for a refusal: cases."""

from frontdesk.domain.values.errors import Reason


class CaseReason(Reason):
    """Why something was not done with a case."""

    WORDS_MISSING = "words_missing"
    LONG_AGO = "long_ago"
    NO_COMPLAINT = "no_complaint"
    FITS_NO_CAR = "fits_no_car"
    WRONG_STATE = "wrong_state"
    NOTE_MISSING = "note_missing"
    NOT_ALLOWED = "not_allowed"
    CANNOT_CLOSE = "cannot_close"
    SAME_SEVERITY = "same_severity"
    QUALITY_INCOMPLETE = "quality_incomplete"
    REPORT_INCOMPLETE = "report_incomplete"
    DATE_MISSING = "date_missing"
    DATE_PAST = "date_past"
    DATE_FAR = "date_far"
    NO_CLOCK = "no_clock"
    CLOCK_MISSED = "clock_missed"
    PAUSED_ALREADY = "paused_already"
    NOT_PAUSED = "not_paused"
    BAD_SATISFACTION = "bad_satisfaction"
    NOTHING_TO_AMEND = "nothing_to_amend"
    HAS_PENALTY = "has_penalty"
    NO_TEMPLATE = "no_template"
    TEMPLATE_EMPTY = "template_empty"
    WHICH_CLOCK = "which_clock"
    NOT_TAKEN = "not_taken"
    BAD_DOCUMENT = "bad_document"
