"""Why nothing was taken out of old records."""

from frontdesk.domain.values.errors import Reason


class RetentionReason(Reason):
    """Why nothing was taken out of old records."""

    KEPT_UNTIL = "kept_until"
    NOTHING_TO_PURGE = "nothing_to_purge"
    PURGE_UNSIGNED = "purge_unsigned"
    PURGE_UNCONFIRMED = "purge_unconfirmed"
    OTHER_PURGE = "other_purge"
