"""Reasons for a refusal: printing."""

from frontdesk.domain.values.errors import Reason


class PrintingReason(Reason):
    """Why a ticket was not printed."""

    CANNOT_PRINT = "cannot_print"
    BAD_PRINTER = "bad_printer"
