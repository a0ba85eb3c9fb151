"""Phone numbers, kept in full in one table and masked everywhere else (C10)."""

import re

from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.text import clean_code

_SEPARATORS = re.compile(r"[\s()\-.]+")
_AS_A_FLOAT = re.compile(r"([0-9]{5,18})\.0+")
"""A phone number that a spreadsheet passes on as a decimal number."""
_HOME = re.compile(r"^(?:\+|00)86(?=1[3-9])")
"""The country code before a mobile number; the number is the same with or without it."""
_MOBILE = re.compile(r"1[3-9]")
_DIGITS = re.compile(r"[0-9]+")
_MOBILE_DIGITS = 11
_NUMBER = re.compile(r"\+?[0-9]{5,18}(?:(?:[,;#]|转|x|ext)[0-9]{1,6})?")


def parse_phone(text: str) -> str:
    """Return a phone number without separators, and a mobile number without +86; `""` for none.

    Raises `Refused(BAD_PHONE)` for anything else, also for a mobile number with too few or too many digits.
    """
    typed = clean_code(text)
    as_a_float = _AS_A_FLOAT.fullmatch(typed)
    number = _HOME.sub("", as_a_float[1] if as_a_float else _SEPARATORS.sub("", typed))
    if number and not (_NUMBER.fullmatch(number) and _is_whole(number)):
        raise Refused(ValueReason.BAD_PHONE, text=typed[:30])
    return number


def _is_whole(number: str) -> bool:
    digits = _DIGITS.match(number)
    return not _MOBILE.match(number) or (digits is not None and len(digits[0]) == _MOBILE_DIGITS)


def mask_phone(number: str) -> str:
    """Return a number with its middle hidden: 138****8000; short ones keep only their last two digits."""
    if not number:
        return ""
    if len(number) >= 10:
        return f"{number[:3]}****{number[-4:]}"
    return f"****{number[-2:]}"
