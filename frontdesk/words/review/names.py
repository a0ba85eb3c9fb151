"""What the values of the monthly review are called.

A review is read in a dialog or on paper: no station has to load its rules to open.
"""

from frontdesk.domain.review.causes import Cause
from frontdesk.domain.review.effect import Verdict
from frontdesk.domain.review.metrics import Metric
from frontdesk.domain.review.parts import Part
from frontdesk.words.i18n import _
from frontdesk.words.vocabulary.review import VALUES

_NAMES = {(type(value), value): text for value, text in VALUES}


def name(value: Cause | Metric | Verdict | Part) -> str:
    """Return what a cause, a metric, a verdict or a part of the time is called."""
    return _(_NAMES[type(value), value])


def cause_name(key: str) -> str:
    """Return what a cause on record is called; one of the store's own is its own word."""
    return name(Cause(key)) if key in set(Cause) else key
