"""Reasons for a refusal: checks."""

from frontdesk.domain.values.errors import Reason


class CheckReason(Reason):
    """Why a check was not switched on or off, opened, answered or finished."""

    NO_CHECK = "no_check"
    NOT_A_CHECK = "not_a_check"
    """A matter of another kind, or a playbook of one."""
    NO_PLAYBOOK = "no_check_playbook"
    CHECK_ON = "check_on"
    CHECK_OFF = "check_off"
    CHECK_OPEN = "check_open"
    CHECK_ENDED = "check_ended"
    CHECK_TIME = "check_time"
    ITEMS_OPEN = "items_open"
    ITEM_SAYS = "item_says"
    NO_ANSWER = "no_answer"
    BAD_ANSWER = "bad_answer"
    CHECK_PLAYBOOK = "check_playbook"
    OF_CHECK = "of_check"
    """A step of a check is answered as such."""
