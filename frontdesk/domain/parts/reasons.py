"""Reasons for a refusal: parts that are fetched for somebody."""

from frontdesk.domain.values.errors import Reason


class PartReason(Reason):
    """Why a part was not ordered, sent or handed out."""

    NO_PART = "no_part"
    PART_NAME = "part_name"
    MAY_NOT_FLY = "may_not_fly"
    NOT_RELEASED = "part_not_released"
    """R9: its maker has to approve it first."""
    MONITORED_LATE = "monitored_late"
    """R9: it is ordered already, and its maker has not approved it."""
    PART_STATE = "part_state"
    PART_ETA = "part_eta"
    PARTS_UNSIGNED = "parts_unsigned"
    """R8: parts leave only against the plan with the director's signature."""
    OK_ALREADY = "maker_ok_already"
    NOT_MONITORED = "part_not_monitored"
