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
    SAME_AS_BEFORE = "same_as_before"
