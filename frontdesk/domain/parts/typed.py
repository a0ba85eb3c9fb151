"""What is typed of parts: each with how many of it."""

import re

from frontdesk.domain.parts.part import Needed
from frontdesk.domain.values.text import clean_line

_TIMES = re.compile(r"(.*\S)\s*[x×*]\s*(\d{1,4})")


def read_needed(text: str) -> Needed:
    """Return `clutch x2` as a part with how many of it; one where nothing is said."""
    typed = clean_line(text)
    found = _TIMES.fullmatch(typed)
    return Needed(found[1], int(found[2])) if found else Needed(typed)


def read_parts(text: str) -> tuple[Needed, ...]:
    """Return a list of parts that was typed with commas between them."""
    return tuple(map(read_needed, read_names(text)))


def read_names(text: str) -> tuple[str, ...]:
    """Return what was typed with commas between, piece by piece."""
    return tuple(clean_line(each) for each in re.split(r"[,，、;；\n]", text) if each.strip())
