"""Reasons for a refusal: the pre-inspection zone."""

from frontdesk.domain.values.errors import Reason


class ZoneReason(Reason):
    """Why something was not done with a car."""

    ALREADY_HERE = "already_here"
    NOT_HERE = "not_here"
    PLACE_FULL = "place_full"
    UNKNOWN_PLACE = "unknown_place"
    SAME_PLACE = "same_place"
    NOT_IN_LANE = "not_in_lane"
    NO_SWAP = "no_swap"
    ALREADY_RECEIVED = "already_received"
    NOT_RECEIVED = "not_received"
    ALREADY_WORK_ORDER = "already_work_order"
    NO_WORK_ORDER = "no_work_order"
    TOO_SOON = "too_soon"
    AMBIGUOUS_PLATE = "ambiguous_plate"
    BEFORE_LAST_CHANGE = "before_last_change"
    WHICH_CAR = "which_car"
    UNUSUAL_PLATE = "unusual_plate"
    UNKNOWN_PURPOSE = "unknown_purpose"
    SAME_PLATE = "same_plate"
    PLATE_CORRECTED = "plate_corrected"
    LEFT_ALREADY = "left_already"
    HERE_THEN = "here_then"
    NO_SUCH_VISIT = "no_such_visit"
    WHICH_VISIT = "which_visit"
    OTHER_VISIT = "other_visit"
