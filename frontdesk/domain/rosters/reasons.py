"""Reasons for a refusal: shifts, absences and the roster."""

from frontdesk.domain.values.errors import Reason


class RosterReason(Reason):
    """Why somebody cannot be put down for a shift, or a roster not be made, changed or published."""

    TWO_SHIFTS = "two_shifts"
    ABSENT = "absent"
    NOT_THEIR_POST = "not_their_post"
    NO_CERTIFICATE = "no_certificate"
    REST_TOO_SHORT = "rest_too_short"
    SEVENTH_DAY = "seventh_day"
    KEPT_FREE = "kept_free"
    """Nothing forbids it; whoever plans wants it so."""
    COULD = "could"
    """Nothing forbids it: they are free."""

    BAD_SHIFT_TIMES = "bad_shift_times"
    SHIFT_KEY = "shift_key"
    NO_SHIFT = "no_shift"
    SHIFT_TAKEN = "shift_taken"
    SHIFT_SAME = "shift_same"
    NO_SHIFTS = "no_shifts"

    NO_ABSENCE = "no_absence"
    ABSENCE_DAYS = "absence_days"
    ABSENCE_WHY = "absence_why"
    ABSENT_ALREADY = "absent_already"

    NO_ROSTER = "no_roster"
    ROSTER_DAYS = "roster_days"
    ROSTER_OVERLAPS = "roster_overlaps"
    ROSTER_STATE = "roster_state"
    ROSTER_BREACH = "roster_breach"
    BAD_NEED = "bad_need"
    NEED_DAYS = "need_days"
    NEED_SAME = "need_same"
    ALREADY_SO = "already_so"
    NOT_ROSTERED = "not_rostered"
    DAY_OVER = "day_over"
    NOT_YOUR_SHIFT = "not_your_shift"
    SWAP_SAME = "swap_same"
    SWAP_ASKED = "swap_asked"
    NOTHING_TO_PLAN = "nothing_to_plan"
    PLANNING_EXTRA = "planning_extra"
    PLAN_CHANGED = "plan_changed"
    ROSTER_ENDING = "roster_ending"
