"""Reasons for a refusal: drills."""

from frontdesk.domain.values.errors import Reason


class DrillReason(Reason):
    """Why a drill was not planned, begun or scored."""

    NO_DRILL = "no_drill"
    DRILL_KIND = "drill_kind"
    DRILL_TIME = "drill_time"
    OBJECTIVES = "objectives"
    OBSERVER_IN_IT = "observer_in_it"
    DRILL_HELD = "drill_held"
    NOT_HELD = "not_held"
    DRILL_SCORED = "drill_scored"
    DRILL_RUNS = "drill_runs"
    NOT_OBSERVER = "not_observer"
    SCORE_EACH = "score_each"
