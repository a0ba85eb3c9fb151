"""The meaning of each policy number, its unit, and the clause of the store's plan that it comes from.

`frontdesk policy show` prints it above the number, and the handbook's policy page is made from it.
"""

from dataclasses import fields

from frontdesk.domain.policy.checks import bounds
from frontdesk.domain.policy.policy import Policy
from frontdesk.words.i18n import _
from frontdesk.words.policy import (
    aftermath,
    appointments,
    calendar,
    cases,
    copies,
    drills,
    escalations,
    holidays,
    incidents,
    matters,
    meetings,
    messages,
    outlook,
    progress,
    register,
    rescues,
    roll_calls,
    rosters,
    store,
    weather,
    zone,
)
from frontdesk.words.policy.meaning import Meaning

_CONCERNS = (
    store,
    calendar,
    zone,
    appointments,
    escalations,
    cases,
    progress,
    rescues,
    incidents,
    roll_calls,
    matters,
    register,
    rosters,
    holidays,
    messages,
    outlook,
    weather,
    meetings,
    copies,
    drills,
    aftermath,
)

MEANINGS: dict[str, Meaning] = {key: said for concern in _CONCERNS for key, said in concern.MEANINGS.items()}


def remarks(name: str) -> str:
    """Return the unit of a number, its permitted values, and its clause."""
    least_and_most = "–".join(map(str, bounds().get(name, ())))
    return " · ".join(filter(None, (_(MEANINGS[name].unit), least_and_most, MEANINGS[name].clause)))


def meaning(name: str) -> str:
    """Return the effect of a number with its unit, its permitted values, and its clause."""
    does, more = _(MEANINGS[name].does), remarks(name)
    return _("{does} ({more})").format(does=does, more=more) if more else does


def comments() -> dict[str, str]:
    """Return what each number does, by its name in the file."""
    return {field.name: meaning(field.name) for field in fields(Policy)}
