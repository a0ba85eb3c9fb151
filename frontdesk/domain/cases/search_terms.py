"""The search terms of a case: folded beginnings of all that people may type, but no phone number (C10)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from frontdesk.domain.values.text import clean_code

STARTS = 12
"""At how many positions in a name a search may begin."""
NAME_LIMIT = 40
PLATE_LENGTH = 10
_LAST = 4
_SEPARATORS = r"[\s·•・‧.\-‐-―_—/'’]+"
_EXTENSION = r"[,;#转x]|ext"
_LONG_RUN = r"[0-9]{5,}"
_NO_SIGN = r"[\W_]+"
_NO_PLATE = r"[0-9]{7,}"


def needle(text: str) -> str:
    """Return the typed text folded like the terms: NFKC, case folded, without blanks and separators."""
    return clean_code(re.sub(_SEPARATORS, "", clean_code(text)).casefold())


def folded_words(words: str) -> str:
    """Return what a customer said, folded: without blanks and signs, of a long number only its last digits (C10)."""
    return re.sub(_LONG_RUN, _last_digits, _without_signs(words))


@lru_cache(4096)
def folded_sign(sign: str) -> str:
    """Return what becomes of one sign of what a customer said; empty for a blank or a mark."""
    return _without_signs(sign)


def sought_in_words(word: str) -> str:
    """Return a word as it would stand in what a customer said; empty where it is a long number, or only signs."""
    plain = _without_signs(word)
    return "" if re.search(_LONG_RUN, plain) else plain


def pairs(folded: str) -> frozenset[str]:
    """Return every two signs that stand together in a folded text, and the last one."""
    return frozenset(folded[start : start + 2] for start in range(len(folded)))


def terms(
    number: int, plate: str, customer: str, initials: Iterable[str], phone: str, *, spelt: Iterable[str] = ()
) -> frozenset[str]:
    """Return the terms of a case; one that begins with the needle is a hit, so any part of a name or plate finds it.

    They are the case number, every ending of the plate, of the name and of its `initials`, the name as it is `spelt`
    from each of its characters on, and the last four digits of the phone number. Of longer numbers in a name, and of
    one written in place of a plate, only those are kept (C10).
    """
    name = re.sub(_LONG_RUN, _last_digits, needle(customer))
    return frozenset(
        {
            str(number),
            *_endings(re.sub(_NO_PLATE, _last_digits, needle(plate))[:PLATE_LENGTH]),
            *_endings(name[:NAME_LIMIT]),
            *(ending for reading in initials for ending in _endings(needle(reading)[:STARTS])),
            *map(needle, spelt),
            *_phone(phone),
        }
    )


def _without_signs(text: str) -> str:
    return re.sub(_NO_SIGN, "", unicodedata.normalize("NFKC", text).casefold())


def _endings(text: str) -> Iterator[str]:
    return (text[start:] for start in range(min(len(text), STARTS)))


def _phone(phone: str) -> tuple[str, ...]:
    digits = re.sub(r"[^0-9]", "", re.split(_EXTENSION, needle(phone))[0])
    return (digits[-_LAST:],) if digits else ()


def _last_digits(run: re.Match[str]) -> str:
    return run[0][-_LAST:]
