"""The sentences of refusals about penalties."""

from frontdesk.domain.penalties.reasons import PenaltyReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    PenaltyReason.NO_PENALTY: N_("There is no penalty No. {number}. See frontdesk penalties."),
    PenaltyReason.PENALTY_DRILL: N_("Complaint No. {number} is a drill: a drill costs nobody anything."),
    PenaltyReason.PENALTY_INQUIRY: N_(
        "No. {number} is an inquiry: only a complaint or a dispute can lead to a penalty."
    ),
    PenaltyReason.NO_VISIT: N_(
        "Complaint No. {number} is linked to no visit: there is no car to charge a penalty for."
    ),
    PenaltyReason.NO_CROWDING: N_(
        "The car of complaint No. {number} met no over-count and no over-stay at that visit: there is no evidence."
    ),
    PenaltyReason.PENALTY_STANDS: N_(
        "{plate} has a penalty for that visit already: No. {number}, proposed by {who} {when}. One per car."
    ),
    PenaltyReason.NO_RESPONSIBLE: N_("Who is responsible? Choose somebody on the staff list."),
    PenaltyReason.NOT_EVIDENCE: N_("Which escalation is the evidence? Right would be one that the car met: {choices}."),
    PenaltyReason.PENALTY_STATE: N_(
        "Penalty No. {number} is {state} since {when} ({who}): “{act}” is not possible now."
    ),
    PenaltyReason.EVIDENCE_GONE: N_(
        "Penalty No. {number} has no evidence any more: escalation No. {escalation} was taken back or corrected."
        " Counter the penalty."
    ),
    PenaltyReason.OWN_PROPOSAL: N_("{who} proposed penalty No. {number}: somebody else on the staff list signs it."),
    PenaltyReason.OWN_PENALTY: N_("Penalty No. {number} charges {who}: “{act}” is for somebody else."),
    PenaltyReason.NOT_OWN_APPEAL: N_(
        "Penalty No. {number} charges {person}, who may appeal, or the manager on duty, the deputy or the director for"
        " them."
    ),
    PenaltyReason.APPEAL_AGAINST_OWN: N_(
        "{who} proposed penalty No. {number}: another manager or the director decides on the appeal."
    ),
}

WHY: dict[Reason, str] = {
    PenaltyReason.PENALTY_DRILL: N_("a drill costs nobody anything"),
    PenaltyReason.PENALTY_INQUIRY: N_("an inquiry costs nobody anything"),
    PenaltyReason.NO_VISIT: N_("linked to no visit"),
    PenaltyReason.NO_CROWDING: N_("the car met no over-count and no over-stay"),
    PenaltyReason.PENALTY_STANDS: N_("that visit has one already"),
}

REFUSALS = Refusals(SENTENCES, why=WHY)
