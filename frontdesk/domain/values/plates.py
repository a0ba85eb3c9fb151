"""Licence plates: stored compact (苏A12345), shown with a dot (苏A·12345). An unusual one is only warned about."""

import re
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
"""A compact plate. Only `parse_plate` and `plate_or_none` make one of what was typed."""

NO_PLATE = Plate("")
"""The plate of a case if it is not known."""

PLATE_LIMIT = 8
"""The most characters a plate can have, as with new energy and armed police plates."""

_LETTER = "A-HJ-NP-Z"
_USUAL = re.compile(
    rf"""
    [{PROVINCES}][A-Z](
        [{_LETTER}0-9]{{5}}                      # ordinary
      | [{_LETTER}0-9]{{4}}[警学挂领试超]            # police, learner, trailer, consulate, test, oversize
      | [A-HJK][{_LETTER}0-9][0-9]{{4}}          # new energy, small
      | [0-9]{{5}}[A-HJK]                        # new energy, large
    )
  | 粤Z[{_LETTER}0-9]{{4}}[港澳]
  | 使[0-9]{{6}}
  | [A-Z]{{2}}[0-9]{{5}}                          # military
    """,
    re.VERBOSE,
)
_BARE = re.compile(r"[A-Z][0-9A-Z]{4,6}")
_HAS_CITY = re.compile(rf"[{PROVINCES}][A-Z].*|[A-Z]{{2}}.*|使.*")
_SHORTEST = 7
_EMBASSY = "使"
_EMBASSY_SO_FAR = re.compile(r"[0-9]{0,6}")
_BUT_THE_LAST = re.compile(rf"[{PROVINCES}]?[A-Z][{_LETTER}0-9]{{4}}")
_SEPARATORS = re.compile(r"[\s·•・.\-_—/]+")
_KEPT = re.compile(r"[^0-9A-Z\u4e00-\u9fff]")


def parse_plate(text: str, province: str = "") -> Plate:
    """Return the typed text as a compact plate; one that starts with a letter gets the store's `province`.

    A military plate whose letters could also be a new-energy plate of the province is taken as the latter.
    Raises `Refused`: NO_PLATE if no plate characters are left, PLATE_TOO_LONG. Nothing is cut.
    """
    compact = _compact(text)
    if not compact:
        raise Refused(ValueReason.NO_PLATE, text=clean_code(text))
    if len(compact) > PLATE_LIMIT:
        raise Refused(ValueReason.PLATE_TOO_LONG, text=compact, count=len(compact), right=PLATE_LIMIT)
    return completed(compact, province)


def completed(compact: str, province: str = "") -> Plate:
    """Return a compact plate with the store's `province` in front, where it starts with a letter."""
    if province and (is_usual(province + compact) or (_BARE.fullmatch(compact) and not is_usual(compact))):
        return Plate(province + compact)
    return Plate(compact)


def plate_or_none(text: str, province: str = "") -> Plate:
    """Return the typed text as a plate, or `NO_PLATE` if nothing was typed. Raises what `parse_plate` raises."""
    return parse_plate(text, province) if text else NO_PLATE


def fragment(text: str) -> str:
    """Return what was typed of a plate so far, compact: for looking plates up."""
    return _compact(text)


def _compact(text: str) -> str:
    return _KEPT.sub("", _SEPARATORS.sub("", clean_code(text).upper()))


def is_usual(plate: str) -> bool:
    """Say whether a compact plate has a known form. New series appear, so an unusual one may still be right."""
    return _USUAL.fullmatch(plate) is not None


class Doubt(Enum):
    """What is odd about a plate."""

    UNUSUAL = "unusual"
    """It has no known form."""
    INCOMPLETE = "incomplete"
    """It has no letter for its city, or is shorter than any plate."""


def doubt_about(plate: str) -> Doubt | None:
    """Return what is odd about a compact plate; None for a usual one."""
    if is_usual(plate):
        return None
    is_whole = len(plate) >= _SHORTEST and _HAS_CITY.fullmatch(plate)
    return Doubt.UNUSUAL if is_whole else Doubt.INCOMPLETE


def special_next(compact: str, province: str = "") -> str:
    """Return which characters that are neither letter nor digit could be the next of what is typed, beside a province.

    使 stands before an embassy's number; the others end a plate whose letter and four characters are typed.
    """
    if _EMBASSY_SO_FAR.fullmatch(compact):
        return _EMBASSY
    whole = compact if compact[:1] in PROVINCES and compact else province + compact
    if not _BUT_THE_LAST.fullmatch(whole):
        return ""
    return "挂学警领港澳" if whole.startswith("粤Z") else "挂学警领"


def with_character(compact: str, character: str) -> str:
    """Return what is typed with a character from the keys: a province or 使 in front of it, another one behind it."""
    if character in PROVINCES or character == _EMBASSY:
        return character + compact.lstrip(PROVINCES + _EMBASSY)
    return compact + character


def is_read_whole(text: str) -> bool:
    """Say whether every character of a plate was read: a camera writes `?` or `*` for one that was not."""
    return _KEPT.search(_SEPARATORS.sub("", clean_code(text).upper())) is None


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
    """Say how well a plate fits what was typed so far (0 best, -1 not at all): beginnings, then ends, then middles."""
    body = plate[1:] if plate[:1] in PROVINCES else plate
    number = body[1:] if body is not plate else plate
    begins = body.startswith(typed) or number.startswith(typed) or plate.startswith(typed)
    for place, fits in enumerate((plate == typed, begins, plate.endswith(typed))):
        if fits:
            return place
    return 3 if typed in plate else -1
