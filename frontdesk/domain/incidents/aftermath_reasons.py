"""Reasons for a refusal: what follows from an incident."""

from frontdesk.domain.values.errors import Reason


class AftermathReason(Reason):
    """Why something after an incident was not done."""

    NOT_OVER = "incident_not_over"
    CAUSE_MISSING = "cause_missing"
    LOSS = "loss"
    NOT_INVESTIGATED = "not_investigated"
    LESSONS_MISSING = "lessons_missing"
    NO_MEASURE_SET = "no_measure_set"
    INTO_PLAN_WHY = "into_plan_why"
    INTO_WHICH_PLAN = "into_which_plan"
    NO_HAZARD = "no_hazard"
    HAZARD_ACTED = "hazard_acted"
    RATING = "rating"
    TOLD_WHAT = "told_what"
    NEWS_TEXT = "news_text"
    NO_NEWS = "no_news"
    SAME_NEWS = "same_news"
    UNSIGNED_NEWS = "unsigned_news"
    NEWS_SIGNED = "news_signed"
    NEWS_SENT = "news_sent"
    IN_A_DRILL = "news_in_a_drill"
    NO_CAR_CHECK = "no_car_check"
    CAR_CHECK_WORDS = "car_check_words"
    CAR_WAS_THERE = "car_was_there"
