"""Reasons for a refusal: the register."""

from frontdesk.domain.values.errors import Reason


class RegisterReason(Reason):
    """What is not right about an area, a team, a thing or a contact."""

    AREA_NAME = "area_name"
    NO_AREA = "no_area"
    TOO_MANY_AREAS = "too_many_areas"
    NAME_TAKEN = "name_taken"
    MEMBER_TWICE = "member_twice"
    NOT_IN_TEAM = "not_in_team"
    TEAM_FULL = "team_full"
    THING_NAME = "thing_name"
    THING_NUMBER = "thing_number"
    THING_LEAST = "thing_least"
    THING_DAY = "thing_day"
    THING_WORDS = "thing_words"
    RENEWED_PAST = "renewed_past"
    NOT_COUNTED = "not_counted"
    TOO_MANY_THINGS = "too_many_things"
    NO_THING = "no_thing"
    WHICH_THING = "which_thing"
    THING_FAULTY = "thing_faulty"
    """It may not be used as it stands."""
    NOT_FAULTY = "not_faulty"
    FAULTY_ALREADY = "faulty_already"
    STILL_OUT = "still_out"
    NOT_OUT = "not_out"
    IS_RETIRED = "is_retired"
    NOT_RETIRED = "not_retired"
    SAME_AS_BEFORE = "same_as_before"
