"""The search terms of a case: folded beginnings of all that people may type, but no phone number (C10)."""

import re
from collections.abc import Iterable, Iterator

from frontdesk.domain.values.text import clean_code

STARTS = 12
"""At how many positions in a name a search may begin."""
NAME_LIMIT = 40
PLATE_LENGTH = 10
_LAST = 4
_SEPARATORS = re.compile(r"[\s·•・‧.\-‐-―_—/]+")
_EXTENSION = re.compile(r"[,;#转x]|ext")
_LONG_RUN = re.compile(r"[0-9]{5,}")
_NO_PLATE = re.compile(r"[0-9]{7,}")


def needle(text: str) -> str:
    """Return the typed text folded like the terms: NFKC, case folded, without blanks and separators."""
    return clean_code(_SEPARATORS.sub("", clean_code(text)).casefold())


def terms(number: int, plate: str, customer: str, initials: Iterable[str], phone: str) -> frozenset[str]:
    """Return the search terms of a case; a term that begins with the needle is a hit.

    They are the case number, every ending of the plate, of the name and of its `initials`, and the last four digits
    of the phone number, so that any part of a name or plate is found. Longer numbers in a name, or written in place of
    a plate, are also cut to their last four digits (C10).
    """
    name = _LONG_RUN.sub(_last_digits, needle(customer))
    return frozenset(
        {
            str(number),
            *_endings(_NO_PLATE.sub(_last_digits, needle(plate))[:PLATE_LENGTH]),
            *_endings(name[:NAME_LIMIT]),
            *(ending for reading in initials for ending in _endings(needle(reading)[:STARTS])),
            *_phone(phone),
        }
    )


def _endings(text: str) -> Iterator[str]:
    return (text[start:] for start in range(min(len(text), STARTS)))


def _phone(phone: str) -> tuple[str, ...]:
    digits = re.sub(r"[^0-9]", "", _EXTENSION.split(needle(phone))[0])
    return (digits[-_LAST:],) if digits else ()


def _last_digits(run: re.Match[str]) -> str:
    return run[0][-_LAST:]
