"""The content of a call ticket, and its form as plain text (Z5a)."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from rich.cells import cell_len

from frontdesk.domain.values.text import clean_line
from frontdesk.printing.wrapping import wrapped
from frontdesk.words.i18n import N_, _

WIDTH = 32
"""Cells across 58 mm of paper; 80 mm has room for 48."""

LOUNGE = (
    N_("Please wait in the lounge; we call this number."),
    N_("Your car stands in temporary parking."),
)
"""The text for a customer whose car was diverted because the zone was full."""

_TITLE = N_("Call ticket")
_PLATE = N_("Plate: {text}")
_ISSUED = N_("Issued: {text}")
_EXPIRES = N_("Valid until: {text}")


@dataclass(frozen=True, slots=True)
class Slip:
    """A call ticket as the customer gets it. All values are texts ready to be shown; empty ones are not printed."""

    store: str
    number: str
    """The ticket's number, such as A007, counted from 1 each day."""
    plate: str
    """Masked already: 苏A·***45."""
    issued_at: str
    """The store's time: 2026-03-02 10:42."""
    expires: str = ""
    lines: tuple[str, ...] = LOUNGE
    """Words for the customer; messages of the catalogue (`N_`) are printed in the current language."""


class Part(Enum):
    """The role of a row on the slip."""

    STORE = auto()
    TITLE = auto()
    NUMBER = auto()
    FACT = auto()
    LINE = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One thing on the slip, on one line of any length."""

    part: Part
    text: str


def rows(slip: Slip, say: Callable[[str], str] = _) -> list[Row]:
    """Return the content of the slip from top to bottom, cleaned; `say` translates a message for the reader."""
    facts = ((_PLATE, slip.plate), (_ISSUED, slip.issued_at), (_EXPIRES, slip.expires))
    found = [
        Row(Part.STORE, clean_line(slip.store)),
        Row(Part.TITLE, say(_TITLE)),
        Row(Part.NUMBER, clean_line(slip.number)),
        *(Row(Part.FACT, say(message).format(text=clean_line(text))) for message, text in facts if clean_line(text)),
        *(Row(Part.LINE, clean_line(say(line))) for line in slip.lines),
    ]
    return [row for row in found if row.text]


def as_text(slip: Slip, width: int = WIDTH) -> str:
    """Return the slip as lines of at most `width` cells, the number spaced out, all of it centred (Z5a)."""
    edge = "-" * width
    lines = [edge]
    for row in rows(slip):
        if row.part is Part.NUMBER:
            spaced = " ".join(row.text)
            lines += ["", *_centred(spaced if cell_len(spaced) <= width else row.text, width), ""]
        else:
            lines += _centred(row.text, width)
    return "\n".join([*lines, edge, ""])


def _centred(text: str, width: int) -> list[str]:
    return [" " * max(0, (width - cell_len(line)) // 2) + line for line in wrapped(text, width, cell_len)]
