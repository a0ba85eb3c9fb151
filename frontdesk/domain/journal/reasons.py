"""Reasons for a refusal: undoing and doing again."""

from frontdesk.domain.values.errors import Reason


class JournalReason(Reason):
    """Why something was not undone, or not done again."""

    NOTHING_TO_UNDO = "nothing_to_undo"
    CANNOT_BE_UNDONE = "cannot_be_undone"
    CHANGED_SINCE = "changed_since"
    BUILT_ON = "built_on"
    OPERATION_USED = "operation_used"
