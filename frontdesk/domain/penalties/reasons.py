"""Reasons for a refusal: penalties."""

from frontdesk.domain.values.errors import Reason


class PenaltyReason(Reason):
    """Why a penalty was not proposed, signed, countered or appealed against."""

    NO_PENALTY = "no_penalty"
    PENALTY_DRILL = "penalty_drill"
    PENALTY_INQUIRY = "penalty_inquiry"
    NO_VISIT = "no_visit"
    NO_CROWDING = "no_crowding"
    PENALTY_STANDS = "penalty_stands"
    NO_RESPONSIBLE = "no_responsible"
    NOT_EVIDENCE = "not_evidence"
    PENALTY_STATE = "penalty_state"
    EVIDENCE_GONE = "evidence_gone"
    OWN_PROPOSAL = "own_proposal"
    OWN_PENALTY = "own_penalty"
    NOT_OWN_APPEAL = "not_own_appeal"
    APPEAL_AGAINST_OWN = "appeal_against_own"
