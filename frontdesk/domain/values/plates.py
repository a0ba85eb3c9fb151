"""Licence plates: stored compact (苏A12345), shown with a dot (苏A·12345). An unusual one is only warned about."""

import re
import unicodedata
from enum import Enum
from typing import NewType

from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.text import clean_code

PROVINCES = "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川贵云陕甘青蒙桂宁新藏"
"""The 31 characters a civil plate may begin with."""

LAST_CHARACTERS = "挂学警领港澳试超使"
"""What a plate may end with that is neither letter nor digit: trailer, learner, police, consulate, …"""

Plate = NewType("Plate", str)
"""A compact plate. Only the functions below make one of what was typed."""

NO_PLATE = Plate("")
"""The plate of a case if it is not known."""

PLATE_LIMIT = 8
"""The most characters a plate can have, as with new energy and armed police plates."""

_LETTER = "A-HJ-NP-Z"
_USUAL = rf"""(?x)
    [{PROVINCES}][A-Z](
        [{_LETTER}0-9]{{5}}                      # ordinary
      | [{_LETTER}0-9]{{4}}[警学挂领试超]            # police, learner, trailer, consulate, test, oversize
      | [A-HJK][{_LETTER}0-9][0-9]{{4}}          # new energy, small
      | [0-9]{{5}}[A-HJK]                        # new energy, large
    )
  | 粤Z[{_LETTER}0-9]{{4}}[港澳]
  | 使[0-9]{{6}}
  | [A-Z]{{2}}[0-9]{{5}}                          # military
    """
_BARE = r"[A-Z][0-9A-Z]{4,6}"
_HAS_CITY = rf"[{PROVINCES}][A-Z].*|[A-Z]{{2}}.*|使.*"
_SHORTEST = 7
_EMBASSY = "使"
_EMBASSY_SO_FAR = r"[0-9]{0,6}"
_BUT_THE_LAST = rf"[{PROVINCES}]?[A-Z][{_LETTER}0-9]{{4}}"
_SEPARATORS = r"[\s·•・.。\-_—/]+"
_KEPT = r"[^0-9A-Z\u4e00-\u9fff]"
_CIVIL = rf"([{PROVINCES}][A-Z])([0-9A-Z警学挂领试超]+)"
_NO_LETTERS = str.maketrans("OI", "01")
"""Behind the letter of its city a civil plate has neither: so nobody takes 0 for O, or 1 for I."""

_SEPARATING = ("_", "-", "—", "/", ".", "·", "•", "・")
_LETTER_OF_CITY = rf"[{PROVINCES}]?[A-Z]_[^_]*$"
_LIKE_A_BOX = frozenset("口囗回")
_UNKNOWN_SIGNS = frozenset({"Co", "Cn", "Cs"})
"""What a system writes, or a font shows, in the place of a character that was not read."""

_VEHICLE_NUMBER = r"[0-9A-HJ-NPR-Z]{13}[0-9]{4}"
_WORTH = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True))
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_CHECK_AT = 8


def parse_plate(text: str, province: str = "") -> Plate:
    """Return the typed text as a compact plate; one that starts with a letter gets the store's `province`.

    A military plate whose letters could also be a new-energy plate of the province is taken as the latter. A hole is
    not filled: where a character was not read, no province is put in front. A car without a plate is known by the 17
    characters of its vehicle number. Raises `Refused`: NO_PLATE where nothing of a plate is left, PLATE_TOO_LONG.
    """
    compact = _compact(text)
    if not compact:
        raise Refused(ValueReason.NO_PLATE, text=clean_code(text))
    if is_too_long(compact):
        raise Refused(ValueReason.PLATE_TOO_LONG, text=compact, count=len(compact), right=PLATE_LIMIT)
    return as_plate(text, province)


def as_plate(text: str, province: str = "") -> Plate:
    """Return what was typed, however short or long, as the plate that it would be."""
    return completed(_compact(text), province if is_read_whole(text) else "")


def completed(compact: str, province: str = "") -> Plate:
    """Return a compact plate with the store's `province` in front, where it starts with a letter."""
    if province and (is_usual(province + compact) or (re.fullmatch(_BARE, compact) and not is_usual(compact))):
        return _without_letters(province + compact)
    return _without_letters(compact)


def plate_or_none(text: str, province: str = "") -> Plate:
    """Return what was typed as a plate, or `NO_PLATE` where nothing was typed.

    Raises as `parse_plate` does, and `Refused(PLATE_UNREAD)` where a character was not read.
    """
    return whole_plate(text, province) if text else NO_PLATE


def whole_plate(text: str, province: str = "") -> Plate:
    """Return what was typed as a plate. Raises as `parse_plate`, and PLATE_UNREAD where a character was not read."""
    plate = parse_plate(text, province)
    if not is_read_whole(text):
        raise unread(text)
    return plate


def unread(text: str) -> Refused:
    """Return why a plate of which a character was not read is none."""
    return Refused(ValueReason.PLATE_UNREAD, text=clean_code(text))


def fragment(text: str) -> str:
    """Return what was typed of a plate so far, compact: for looking plates up."""
    return _compact(text)


def _compact(text: str) -> str:
    return re.sub(_KEPT, "", re.sub(_SEPARATORS, "", clean_code(text).upper()))


def with_digits(typed: str) -> str:
    """Return what was typed with 0 for O and 1 for I."""
    return typed.translate(_NO_LETTERS)


def _without_letters(compact: str) -> Plate:
    """Return a civil plate with 0 for O and 1 for I, where that makes it a usual one."""
    found = re.fullmatch(_CIVIL, compact)
    right = found[1] + found[2].translate(_NO_LETTERS) if found else compact
    return Plate(right if is_usual(right) else compact)


def is_too_long(compact: str) -> bool:
    """Whether something is longer than any plate, and no vehicle number either."""
    return len(compact) > PLATE_LIMIT and not is_vehicle_number(compact)


def is_vehicle_number(compact: str) -> bool:
    """Whether something has the form of a vehicle number (车架号), by which a car is known that has no plate yet."""
    return re.fullmatch(_VEHICLE_NUMBER, compact) is not None


def is_usual(plate: str) -> bool:
    """Say whether a compact plate has a known form. New series appear, so an unusual one may still be right."""
    return re.fullmatch(_USUAL, plate) is not None or (is_vehicle_number(plate) and _is_checked(plate))


def _is_checked(number: str) -> bool:
    """Whether the check character of a vehicle number is right (GB 16735): three plates in a row have none."""
    total = sum(
        weight * (int(sign) if sign.isdecimal() else _WORTH[sign])
        for sign, weight in zip(number, _WEIGHTS, strict=True)
    )
    return number[_CHECK_AT] == "0123456789X"[total % 11]


class Doubt(Enum):
    """What is odd about a plate."""

    UNUSUAL = "unusual"
    """It has no known form."""
    SHORT = "short"
    """It is shorter than any plate."""
    NO_CITY = "no_city"
    """It has no letter for its city."""

    @property
    def is_of_a_part(self) -> bool:
        """Whether only part of a plate may have been typed."""
        return self is not Doubt.UNUSUAL


def doubt_about(plate: str) -> Doubt | None:
    """Return what is odd about a compact plate; None for a usual one."""
    if is_usual(plate):
        return None
    if len(plate) < _SHORTEST:
        return Doubt.SHORT
    return Doubt.UNUSUAL if re.fullmatch(_HAS_CITY, plate) else Doubt.NO_CITY


def special_next(compact: str, province: str = "") -> str:
    """Return which characters that are neither letter nor digit could be the next of what is typed, beside a province.

    使 stands before an embassy's number; the others end a plate whose letter and four characters are typed.
    """
    if re.fullmatch(_EMBASSY_SO_FAR, compact):
        return _EMBASSY
    whole = compact if compact[:1] in PROVINCES and compact else province + compact
    if not re.fullmatch(_BUT_THE_LAST, whole):
        return ""
    return "挂学警领港澳" if whole.startswith("粤Z") else "挂学警领"


def with_character(compact: str, character: str) -> str:
    """Return what is typed with a character from the keys: a province or 使 in front of it, another one behind it."""
    if character in PROVINCES or character == _EMBASSY:
        return character + compact.lstrip(PROVINCES + _EMBASSY)
    return compact + character


def is_read_whole(text: str) -> bool:
    """Say whether every character of a plate was read: `?`, `*`, `_`, `#` or a box stands for one that was not."""
    plain = clean_code(text).upper()
    begins_with_a_hole = text.startswith("\u3000") or plain.startswith(_SEPARATING)
    if begins_with_a_hole or any(unicodedata.category(sign) in _UNKNOWN_SIGNS for sign in text):
        return False
    rest = re.sub(_SEPARATORS, "", plain)
    if re.search(_KEPT, rest) or not _LIKE_A_BOX.isdisjoint(rest):
        return False
    # Between the letter of the city and the number it separates, anywhere else it stands for something.
    separates = re.match(_LETTER_OF_CITY, plain) and (is_usual(rest) or is_usual(PROVINCES[0] + rest))
    return "_" not in plain or bool(separates)


def show_plate(plate: str) -> str:
    """Return a compact plate as people write it: 苏A·12345."""
    if len(plate) >= 6 and plate[0] in PROVINCES and plate[1].isascii():
        return f"{plate[:2]}·{plate[2:]}"
    return plate


def mask_plate(plate: str) -> str:
    """Return a compact plate as a public screen may show it, its middle hidden: 苏A·***45 (C10).

    At least two characters stay hidden, whatever the plate is.
    """
    shown = show_plate(plate)
    head = shown[:3] if shown != plate else ""
    rest = plate[2:] if head else plate
    tail = rest[-2:] if len(rest) >= 4 else ""
    return f"{head}***{tail}"


def rank(plate: str, typed: str) -> int:
    """Say how well a plate fits what was typed so far (0 best, -1 not at all): beginnings, then ends, then middles.

    O typed for 0, or I for 1, fits too, where the plate has neither.
    """
    if typed not in plate:
        typed = with_digits(typed)
    body = plate[1:] if plate[:1] in PROVINCES else plate
    number = body[1:] if body is not plate else plate
    begins = body.startswith(typed) or number.startswith(typed) or plate.startswith(typed)
    for place, fits in enumerate((plate == typed, begins, plate.endswith(typed))):
        if fits:
            return place
    return 3 if typed in plate else -1
