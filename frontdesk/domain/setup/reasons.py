"""Reasons for a refusal: setting up the store."""

from frontdesk.domain.values.errors import Reason


class SetupReason(Reason):
    """What is not right about an answer, or why the store is not set up."""

    NO_STORE_NAME = "no_store_name"
    NO_PROVINCE = "no_province"
    BAD_BAYS = "bad_bays"
    BAD_HOURS = "bad_hours"
    NEVER_OPEN = "never_open"
    BAD_CLOSED_DAY = "bad_closed_day"
    NO_MANAGER = "no_manager"
    NO_STATION = "no_station"
    ALREADY_SET_UP = "already_set_up"
