"""Reasons for a refusal: tables of cases."""

from frontdesk.domain.values.errors import Reason


class TableReason(Reason):
    """Why a table of cases, or a line of it, was not taken."""

    BAD_TABLE = "bad_table"
    BAD_ENDING = "bad_ending"
    LINE_TOO_SHORT = "line_too_short"
    LINE_TOO_LONG = "line_too_long"
    CELL_EMPTY = "cell_empty"
    CELL_TOO_LONG = "cell_too_long"
    CELL_UNKNOWN = "cell_unknown"
    CELL_NO_PHONE = "cell_no_phone"
    CELL_NO_PLATE = "cell_no_plate"
    CELL_UNREAD_PLATE = "cell_unread_plate"
    CELL_UNUSUAL_PLATE = "cell_unusual_plate"
    CELL_NO_TIME = "cell_no_time"
    CELL_IN_FUTURE = "cell_in_future"
    CELL_LONG_AGO = "cell_long_ago"
