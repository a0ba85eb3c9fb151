"""Reasons for a refusal: values that are typed."""

from frontdesk.domain.values.errors import Reason


class ValueReason(Reason):
    """What is wrong with a typed value."""

    NO_PLATE = "no_plate"
    PLATE_TOO_LONG = "plate_too_long"
    PLATE_UNREAD = "plate_unread"
    UNREADABLE_TIME = "unreadable_time"
    TIME_FAR = "time_far"
    IN_FUTURE = "in_future"
    BAD_PHONE = "bad_phone"
    TEXT_TOO_LONG = "text_too_long"
    UNKNOWN_CHOICE = "unknown_choice"
