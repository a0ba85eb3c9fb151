"""Reasons for a refusal: the day in figures."""

from frontdesk.domain.values.errors import Reason


class FiguresReason(Reason):
    """Why no figures were given."""

    NOT_YET = "not_yet"
    BAD_WORKBOOK = "bad_workbook"
