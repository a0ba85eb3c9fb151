"""Reasons for a refusal: the next hour."""

from frontdesk.domain.values.errors import Reason


class OutlookReason(Reason):
    """Why nothing was said of an hour."""

    TOO_FEW_DAYS = "too_few_days"
