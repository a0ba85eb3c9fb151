"""Reasons for a refusal: the staff list and duty."""

from frontdesk.domain.values.errors import Reason


class PeopleReason(Reason):
    """What is not right about a person, or about who is on duty."""

    NO_NAME = "no_name"
    NO_OPERATOR = "no_operator"
    UNKNOWN_PERSON = "unknown_person"
    ALREADY_STAFF = "already_staff"
    SAME_PERSON = "same_person"
    NOT_FOR_POST = "not_for_post"
    BAD_SHIFT = "bad_shift"
    SHIFT_FAR = "shift_far"
    NO_DUTY = "no_duty"
