"""Reasons for a refusal: measures."""

from frontdesk.domain.values.errors import Reason


class MeasureReason(Reason):
    """Why a measure was not agreed on, carried out or checked."""

    NO_MEASURE = "no_measure"
    MEASURE_STATE = "measure_state"
    MEASURE_WHAT = "measure_what"
    NO_OWNER = "no_owner"
    NO_METRIC = "no_metric"
    BAD_EXPECTED = "bad_expected"
    UNTIL_PAST = "until_past"
    OWN_MEASURE = "own_measure"
    NO_EVIDENCE = "no_evidence"
    NOTHING_MEASURED = "nothing_measured"
    NOT_DONE = "not_done"
    TOO_EARLY = "too_early"
    CHECK_WORDS = "check_words"
    DROPPED_WHY = "dropped_why"
