"""Why a customer was not forgotten."""

from frontdesk.domain.values.errors import Reason


class ForgetReason(Reason):
    """Why a customer was not forgotten."""

    NOBODY_NAMED = "nobody_named"
    NOBODY_FOUND = "nobody_found"
    ALL_GONE = "all_gone"
    """The cases are there, and hold no name, no number and no words any more."""
    CASES_OPEN = "cases_open"
    STILL_BOOKED = "still_booked"
    STILL_IN_REPAIR = "still_in_repair"
    MATTERS_OPEN = "matters_open"
    MESSAGES_OPEN = "messages_open"
    NOT_FOR_YOU = "not_for_you"
    NOT_CONFIRMED = "not_confirmed"
