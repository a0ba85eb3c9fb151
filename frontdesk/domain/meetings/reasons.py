"""Reasons for a refusal: meetings."""

from frontdesk.domain.values.errors import Reason


class MeetingReason(Reason):
    """Why nothing was done about a meeting."""

    NO_MEETING = "no_meeting"
    MEETING_STATE = "meeting_state"
    MEETING_WHAT = "meeting_what"
    MEETING_PAST = "meeting_past"
    MEETING_FAR = "meeting_far"
    MEETING_WHY = "meeting_why"
    NOBODY_PRESENT = "nobody_present"
    HELD_WHEN = "held_when"
    HELD_EARLY = "held_early"
    NO_MINUTES = "no_minutes"
    ITEM_WHAT = "item_what"
    ITEM_WHO = "item_who"
    ITEM_UNTIL = "item_until"
    ITEM_THERE = "item_there"
    NO_ITEM = "no_item"
    NOTHING_OWED = "nothing_owed_of_meeting"
    ITEM_DONE = "item_done"
    ITEM_GONE = "item_gone"
    ITEM_ANSWER = "item_answer"
    OF_THE_CASE = "of_the_case"
    NOT_OF_GROUP = "not_of_group"
    ONLY_OF_GROUP = "only_of_group"
