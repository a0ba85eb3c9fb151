"""Reasons for a refusal: signatures."""

from frontdesk.domain.values.errors import Reason


class ApprovalReason(Reason):
    """Why a signature was not taken."""

    NO_APPROVAL = "no_approval"
    APPROVAL_DECIDED = "approval_decided"
    OWN_REQUEST = "own_request"
    SIGNED_TWICE = "signed_twice"
    NOT_THE_ROLE = "not_the_role"
    TEXT_CHANGED = "text_changed"
    SUBMITTED_ANEW = "submitted_anew"
    REJECTED_WHY = "rejected_why"
    NOTHING_TO_CONFIRM = "nothing_to_confirm"
    ON_THE_PHONE = "on_the_phone"
    IN_PERSON_ONLY = "in_person_only"
