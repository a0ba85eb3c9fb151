"""Reasons for a refusal: undoing and doing again."""

from frontdesk.domain.values.errors import Reason


class JournalReason(Reason):
    """Why something was not undone, or not done again."""

    NOTHING_TO_UNDO = "nothing_to_undo"
    CHANGED_SINCE = "changed_since"
    OPERATION_USED = "operation_used"
