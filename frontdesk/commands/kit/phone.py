"""A phone number that is not typed as an argument: whoever uses the machine can see those, and the shell keeps them."""

import sys
from argparse import ArgumentParser

from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.words.i18n import _

FROM_INPUT = "-"
_LONGEST = 1000


def add_argument(parser: ArgumentParser, default: str | None = None) -> None:
    """Add the argument for a phone number to a command."""
    said = _("the phone number; - reads a line from standard input")
    parser.add_argument("--phone", default=default, metavar=_("PHONE"), help=said)


def read(given: str | None) -> str | None:
    """Return a phone number as it was given; for `-`, the next line of standard input. Raises `Refused(BAD_PHONE)`."""
    if given != FROM_INPUT:
        return given
    if sys.stdin.isatty():
        sys.stderr.write(_("phone number: "))
        sys.stderr.flush()
    line = sys.stdin.buffer.readline(_LONGEST).decode("utf-8", "replace").strip()
    if not line:
        raise Refused(ValueReason.BAD_PHONE, text="")
    return line
