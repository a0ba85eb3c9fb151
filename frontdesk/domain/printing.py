"""Reasons for a refusal: printing."""

from typing import NamedTuple

from frontdesk.domain.values.errors import Reason


class PrintingReason(Reason):
    """Why a ticket was not printed."""

    CANNOT_PRINT = "cannot_print"
    BAD_PRINTER = "bad_printer"


class Document(NamedTuple):
    """A page to print: the name of its file, and what stands in it."""

    name: str
    page: str
