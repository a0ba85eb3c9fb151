"""Reasons for a refusal: the customer file."""

from frontdesk.domain.values.errors import Reason


class CustomerReason(Reason):
    """Why no customers were told of."""

    UNKNOWN_AREA = "unknown_area"
    BAD_PLACE = "bad_place"
    FIND_WHAT = "find_what"
    NUMBERS_WHY = "numbers_why"
