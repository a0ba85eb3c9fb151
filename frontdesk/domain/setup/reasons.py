"""Reasons for a refusal: setting up the store."""

from frontdesk.domain.values.errors import Reason


class SetupReason(Reason):
    """What is not right about an answer, or why the store is not set up."""

    NO_STORE_NAME = "no_store_name"
    EMPTY_PROVINCE = "empty_province"
    NO_PROVINCE = "no_province"
    EMPTY_BAYS = "empty_bays"
    BAD_BAYS = "bad_bays"
    TAKEN_BAY_NAME = "taken_bay_name"
    BAD_HOURS = "bad_hours"
    NEVER_OPEN = "never_open"
    BAD_CLOSED_DAY = "bad_closed_day"
    NOBODY_TO_CORRECT = "nobody_to_correct"
    NO_MANAGER = "no_manager"
    NO_STATION = "no_station"
    ALREADY_SET_UP = "already_set_up"
