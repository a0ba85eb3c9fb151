"""Phone numbers: kept whole in one table, masked everywhere else (C10)."""

import re

from frontdesk.domain.errors import Reason, Refused
from frontdesk.domain.text import clean_code

_SEPARATORS = re.compile(r"[\s()\-.]+")
_NUMBER = re.compile(r"\+?[0-9]{5,18}(?:(?:[,;#]|转|x|ext)[0-9]{1,6})?")


def parse_phone(text: str) -> str:
    """Return a phone number without separators; `""` for none. Raises `Refused(BAD_PHONE)` for anything else."""
    number = _SEPARATORS.sub("", clean_code(text))
    if number and not _NUMBER.fullmatch(number):
        raise Refused(Reason.BAD_PHONE, text=clean_code(text)[:30])
    return number


def mask_phone(number: str) -> str:
    """Return a number with its middle hidden: 138****8000; short ones keep only their last two digits."""
    if not number:
        return ""
    if len(number) >= 10:
        return f"{number[:3]}****{number[-4:]}"
    return f"****{number[-2:]}"
