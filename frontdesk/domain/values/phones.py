"""Phone numbers, kept in full in one table and masked everywhere else (C10)."""

import re

from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.text import clean_code

_SEPARATORS = r"[\s()\-.]+"
_AS_A_FLOAT = r"([0-9]{5,18})\.0+"
"""A phone number that a spreadsheet passes on as a decimal number."""
_HOME = r"^(?:\+|00)86(?=1[3-9])"
"""The country code before a mobile number; the number is the same with or without it."""
_WHOLE = r"""(?x)
    (?:(?:\+|00)86)?(?:
        1[0-9]{10}            # mobile
      | 1[0-2][0-9]{3,4}      # a short number: 10086, 12315
      | 0[1-9][0-9]{3,10}     # area code and number
      | [2-9][0-9]{4,10}      # a land line without its area code, 400…, 95555
    )
  | (?!\+86|0086)(?:\+|00)[1-9][0-9]{4,14}     # another country
    """
_SHORTEST_OF_PEOPLE = 7
_CALLED = r"\+?[0-9]+"
"""The number without its extension."""
_NUMBER = r"\+?[0-9]{5,18}(?:(?:[,;#]|转|x|ext)[0-9]{1,6})?"


_MAY_BE_ONE = r"\+?\d(?:[\s()\-.]*\d){4,}"
"""Five digits or more, however they are spaced."""
_GAP = r"[\s.·\-‐-―－_/~()（）]{0,3}"
_MOBILE = rf"[1１][3-9３-９]\d{_GAP}\d{{4}}{_GAP}\d{{4}}"
_IN_A_TEXT = rf"""(?x)
    # A mobile number, however it is spaced, also with letters around it: wx13800138000. Not a part of a longer one, nor
    # of what letters and digits make up together (a vehicle's number, a checksum), nor decimals.
    (?<![0-9A-Za-z])(?<!\d\.)(?P<before>[A-Za-z]*)(?P<mobile>{_MOBILE})(?!\d)(?=[A-Za-z]*(?![0-9A-Za-z]))
    # Any other number long enough to be called; a date is none.
  | (?<![0-9A-Za-z.])(?!\d{{4}}-\d\d-\d\d)\+?\d(?:[ -]?\d){{6,17}}(?![0-9A-Za-z])
    """


def parse_phone(text: str) -> str:
    """Return a phone number without separators, and a mobile number without +86; `""` for none.

    Raises `Refused(BAD_PHONE)` for anything else: a mobile number has 11 digits, and none at home has more, but
    for a land line with its area code.
    """
    typed = clean_code(text)
    as_a_float = re.fullmatch(_AS_A_FLOAT, typed)
    number = re.sub(_HOME, "", as_a_float[1] if as_a_float else re.sub(_SEPARATORS, "", typed))
    if number and not (re.fullmatch(_NUMBER, number) and _is_whole(number)):
        raise Refused(ValueReason.BAD_PHONE, text=typed[:30])
    return number


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the numbers in a text such as 王芳 138 0001 0031. Raises `Refused(BAD_PHONE)` where one is none."""
    found: list[str] = []
    for run in re.findall(_MAY_BE_ONE, text):
        try:
            found.append(parse_phone(run))
        except Refused:
            # Several, one behind the other.
            found += [parse_phone(part) for part in run.split() if re.fullmatch(_MAY_BE_ONE, part)]
    return tuple(found)


def is_short(number: str) -> bool:
    """Whether a number is so short that nobody is rung back at it: a service number, or a digit was left out."""
    called = re.match(_CALLED, number)
    return called is not None and len(called[0]) < _SHORTEST_OF_PEOPLE


def _is_whole(number: str) -> bool:
    called = re.match(_CALLED, number)
    return called is not None and re.fullmatch(_WHOLE, called[0]) is not None


def mask_phone(number: str) -> str:
    """Return a number with its middle hidden: 138****8000; short ones keep only their last two digits."""
    if not number:
        return ""
    if len(number) >= 10:
        return f"{number[:3]}****{number[-4:]}"
    return f"****{number[-2:]}"


def mask_in(text: str) -> str:
    """Return a text with every phone number in it masked; dates stay. What leaves the program goes through this."""
    return re.sub(_IN_A_TEXT, _masked, text)


def _masked(found: re.Match[str]) -> str:
    number = found["mobile"] or found[0]
    return (found["before"] or "") + mask_phone(re.sub(r"[^\d+]", "", number))
