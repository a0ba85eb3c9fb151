"""The sentences of refusals about drills."""

from frontdesk.domain.drills.reasons import DrillReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    DrillReason.NO_DRILL: N_("There is no drill No. {number}. See frontdesk drills."),
    DrillReason.DRILL_KIND: N_("A hazard is not rehearsed. Right would be a kind of incident, such as fire."),
    DrillReason.DRILL_TIME: N_("A drill is planned for a time that is to come, within a year."),
    DrillReason.OBJECTIVES: N_("What is the drill to show? Right would be 1 to {right} objectives, each once."),
    DrillReason.OBSERVER_IN_IT: N_("{who} looks on, and takes no part: name somebody else for one of the two."),
    DrillReason.DRILL_HELD: N_("Drill No. {number} was held or dropped already ({when}): plan another one."),
    DrillReason.NOT_HELD: N_("Drill No. {number} was not held yet: it is begun with frontdesk drills start."),
    DrillReason.DRILL_SCORED: N_("Drill No. {number} was scored by {who} {when}."),
    DrillReason.DRILL_RUNS: N_("The drill still goes on: No. {number} is ended first."),
    DrillReason.NOT_OBSERVER: N_("Drill No. {number} is scored by {who}, who looked on."),
    DrillReason.SCORE_EACH: N_(
        "Drill No. {number} has {count} objectives: say of each whether it was reached, and of a gap what was missing."
    ),
}

REFUSALS = Refusals(SENTENCES)
