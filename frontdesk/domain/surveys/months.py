"""The months in which a survey asks, as they are typed: 1-12, or 2 10 (Q7)."""

import re

from frontdesk.domain.surveys.reasons import SurveyReason
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code

_MOST = 12


def read_months(text: str) -> tuple[int, ...]:
    """Return the months that were typed. Raises `Refused(BAD_MONTHS)`."""
    found: list[int] = []
    for part in re.split(r"[\s,，、;；]+", clean_code(text)):
        span = re.fullmatch(r"(\d{1,2})(?:-(\d{1,2}))?", part)
        if span is None:
            raise Refused(SurveyReason.BAD_MONTHS)
        first, last = int(span[1]), int(span[2] or span[1])
        found += range(first, min(last, _MOST + 1) + 1)
    if not found or not set(found) <= set(range(1, _MOST + 1)) or len(set(found)) < len(found):
        raise Refused(SurveyReason.BAD_MONTHS)
    return tuple(sorted(found))
