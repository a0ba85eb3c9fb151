"""The numbers in force: those of the newest approved version, and what the director changed for a day (G1)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from frontdesk.domain.plans.reasons import PlanReason
from frontdesk.domain.policy.checks import bounds, inconsistencies
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.reasons import PolicyReason
from frontdesk.domain.policy.zone import ceilings
from frontdesk.domain.values.clock import DAY, MINUTE, Millis
from frontdesk.domain.values.errors import Refused

LASTS: Millis = DAY
"""So long a number holds that was changed without an approval."""
TRIED_AGAIN: Millis = 10 * MINUTE
"""So much later it is tried again to fall back, where cars stand in the way."""


class Emergency(NamedTuple):
    """A number changed at once, on record, until it falls back."""

    id: int
    key: str
    was: int
    becomes: int
    why: str
    at: Millis
    who: str
    ends_at: Millis
    ended_at: Millis | None = None


def with_emergencies(approved: Policy, running: Iterable[Emergency]) -> Policy:
    """Return the numbers in force: the approved ones, and over them what runs."""
    changed: dict[str, Any] = {each.key: each.becomes for each in running}
    return replace(approved, **changed)


def decided_by(running: Iterable[Emergency], had: Policy, has: Policy) -> tuple[Emergency, ...]:
    """Return what runs and is over with a new version, because that decides on the same number."""
    return tuple(
        each
        for each in running
        if getattr(has, each.key) != getattr(had, each.key) or getattr(has, each.key) == each.becomes
    )


def check_emergency(present: Policy, key: str, becomes: int, why: str) -> Policy:
    """Return the numbers with one changed at once.

    Raises `Refused`: NO_NUMBER, EMERGENCY_WHY, SAME_NUMBER, NOT_RIGHT, UNFITTING.
    """
    if key not in bounds():
        raise Refused(PlanReason.NO_NUMBER, text=key)
    if not why:
        raise Refused(PlanReason.EMERGENCY_WHY, key=key)
    if getattr(present, key) == becomes:
        raise Refused(PlanReason.SAME_NUMBER, key=key, value=becomes)
    single: dict[str, Any] = {key: becomes}
    changed = replace(present, **single)
    for wrong, value, _ in inconsistencies(changed):
        if wrong != key:
            raise Refused(PlanReason.UNFITTING, key=key, value=becomes, other_key=wrong, held=value)
        raise Refused(PolicyReason.NOT_RIGHT, key=key, text=str(becomes), most=ceilings(changed).get(key))
    return changed
