"""Reasons for a refusal: roll calls."""

from frontdesk.domain.values.errors import Reason


class RollCallReason(Reason):
    """Why a roll call was not begun, marked or ended."""

    NO_ROLL_CALL = "no_roll_call"
    ROLL_CALL_ENDED = "roll_call_ended"
    NOT_EXPECTED = "not_expected"
    SEVERAL_FIT = "several_fit"
    NO_SUCH_MARK = "no_such_mark"
    MARKED_BEFORE = "marked_before"
    MARKED_SO = "marked_so"
    STILL_MISSING = "still_missing"
    EXPECTED_ALREADY = "expected_already"
    VISITORS = "visitors"
