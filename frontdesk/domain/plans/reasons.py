"""Reasons for a refusal: plans."""

from frontdesk.domain.values.errors import Reason


class PlanReason(Reason):
    """Why a plan was not written, submitted, put in force or read, or a number not changed at once."""

    NO_PLAN = "no_plan"
    BAD_PLAN_KEY = "bad_plan_key"
    PLAN_TITLE = "plan_title"
    OTHER_TITLE = "other_title"
    PLAN_WORDS = "plan_words"
    NUMBERS_ELSEWHERE = "numbers_elsewhere"
    NUMBERS_MOVED = "numbers_moved"
    PLAN_STATE = "plan_state"
    THREE_PEOPLE = "three_people"
    NOT_IN_FORCE = "not_in_force"
    READ_ALREADY = "read_already"
    NOT_GOVERNED = "not_governed"
    NO_NUMBER = "no_number"
    NOT_AT_ONCE = "not_at_once"
    EMERGENCY_WHY = "emergency_why"
    UNFITTING = "unfitting"
    SAME_NUMBER = "same_number"
    ONLY_DIRECTORS = "only_directors"
