"""Reasons for a refusal: the staff list and duty."""

from frontdesk.domain.values.errors import Reason


class PeopleReason(Reason):
    """What is not right about a person, or about who is on duty."""

    NO_NAME = "no_name"
    NUMBER_IN_NAME = "number_in_name"
    NO_OPERATOR = "no_operator"
    UNKNOWN_PERSON = "unknown_person"
    ALREADY_STAFF = "already_staff"
    SAME_PERSON = "same_person"
    NOT_FOR_POST = "not_for_post"
    BAD_SHIFT = "bad_shift"
    SHIFT_FAR = "shift_far"
    NO_DUTY = "no_duty"
    NOT_BY_GATE = "not_by_gate"
    NOT_BY_SHELL = "not_by_shell"
    NOT_YOUR_POST = "not_your_post"
    NOT_FOR_YOU = "pin_not_for_you"
    SIGN_IN_FIRST = "sign_in_first"
    PIN_AGAIN = "pin_again"
    PIN_WRONG = "pin_wrong"
    PIN_NONE = "pin_none"
    PIN_WAIT = "pin_wait"
    PIN_WEAK = "pin_weak"
    PIN_SAME = "pin_same"
    PIN_FIRST = "pin_first"
    """The PIN that was typed was given: one of one's own comes before anything else."""
    PIN_GONE = "pin_gone"
    """The key that belongs to the PINs is not beside this database."""
    NO_PINS_YET = "no_pins_yet"


BY_PIN = frozenset({PeopleReason.SIGN_IN_FIRST, PeopleReason.PIN_AGAIN})
"""What the operator's PIN puts right."""
