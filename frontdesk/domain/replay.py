"""Reasons for a refusal: replaying a visit log."""

from frontdesk.domain.values.errors import Reason


class ReplayReason(Reason):
    """Why a visit log was not replayed."""

    BAD_LOG = "bad_log"
    STORE_IN_USE = "store_in_use"
