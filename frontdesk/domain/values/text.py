"""Cleaning text, once, when it comes in."""

import re
import unicodedata

from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason

_STRIPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
LINE_LIMIT = 200
WORDS_LIMIT = 4000
TYPED_LIMIT = 4 * WORDS_LIMIT
"""How much of pasted or half-filled text is kept; it is more than allowed, so that it is refused and not cut."""


_BREAKS = "\r\n|[\n\r\v\f\x85\u2028\u2029]"
"""Where a line ends, on whichever system it was written."""


def counting_order(text: str) -> tuple[str | int, ...]:
    """Return what puts names in the order people count: extinguisher 9 before extinguisher 10."""
    return tuple(int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", text))


def clean_line(text: str, limit: int | None = LINE_LIMIT) -> str:
    """Return `text` as one line: NFC, no control, bidi or unassigned characters, blanks folded, cut at `limit`."""
    return " ".join(_strip(re.sub(_BREAKS, " ", text).replace("\t", " ")).split())[:limit]


def clean_words(text: str, limit: int | None = WORDS_LIMIT) -> str:
    """Return a customer's words: as `clean_line`, but line breaks stay."""
    lines = re.split(_BREAKS, text)
    return "\n".join(_strip(line.replace("\t", " ")).rstrip() for line in lines).strip()[:limit]


def whole_line(text: str, limit: int = LINE_LIMIT) -> str:
    """Return `text` cleaned like `clean_line`, but uncut; longer text is refused (TEXT_TOO_LONG)."""
    return _whole(clean_line(text, None), limit)


def whole_words(text: str, limit: int = WORDS_LIMIT) -> str:
    """Return words cleaned like `clean_words`, but uncut; longer text is refused (TEXT_TOO_LONG)."""
    return _whole(clean_words(text, None), limit)


def clean_code(text: str) -> str:
    """Return a plate, phone number or name of a place: NFKC (full-width letters become plain), cleaned."""
    return clean_line(unicodedata.normalize("NFKC", text))


def folded(text: str) -> str:
    """Return a text as names are compared: no blanks, small letters, plain characters."""
    return "".join(clean_code(text).casefold().split()).replace("_", "-")


def _whole(text: str, limit: int) -> str:
    if len(text) > limit:
        raise Refused(ValueReason.TEXT_TOO_LONG, count=len(text), right=limit)
    return text


def _strip(text: str) -> str:
    kept = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) not in _STRIPPED)
    return unicodedata.normalize("NFC", kept)
