"""The numbers in force: those of the newest approved version, and what the director changed for a day (G1)."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, NamedTuple

from frontdesk.domain.plans.reasons import PlanReason
from frontdesk.domain.policy.calendar import CalendarNumbers
from frontdesk.domain.policy.checks import bounds, inconsistencies
from frontdesk.domain.policy.copies import CopyNumbers
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.reasons import PolicyReason
from frontdesk.domain.policy.store import StoreNumbers
from frontdesk.domain.policy.zone import ceilings
from frontdesk.domain.values.clock import DAY, MINUTE, Millis
from frontdesk.domain.values.errors import Refused

OF_THE_HOUSE = frozenset(each.name for part in (StoreNumbers, CalendarNumbers) for each in fields(part))
"""What no plan brings: what the store is called and where it is, when it opens, how people sign in."""
NOT_AT_ONCE = frozenset({"penalty_cny", *(each.name for each in fields(CopyNumbers) if each.name.startswith("keep_"))})
"""What no day depends on: it is changed by a version of the plan alone."""
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


def changed_of_plan(before: Policy, after: Policy) -> tuple[str, ...]:
    """Return which numbers that a plan brings differ between two policies."""
    keys = (each.name for each in fields(Policy))
    return tuple(key for key in keys if key not in OF_THE_HOUSE and getattr(before, key) != getattr(after, key))


def with_house(brought: Policy, present: Policy) -> Policy:
    """Return the numbers that a plan brings, with what is the house's own as it is now."""
    return _taken_over(brought, present, OF_THE_HOUSE)


def followed(written: Policy, then: Policy, present: Policy) -> Policy:
    """Return the numbers of a version not in force yet, with what has changed at the store since it was written.

    What the version itself changes stays as it was written.
    """
    changed = changed_of_plan(then, present)
    return _taken_over(written, present, (key for key in changed if getattr(written, key) == getattr(then, key)))


def _taken_over(numbers: Policy, other: Policy, keys: Iterable[str]) -> Policy:
    taken: dict[str, Any] = {key: getattr(other, key) for key in keys}
    return replace(numbers, **taken)


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

    Raises `Refused`: NO_NUMBER, NOT_AT_ONCE, EMERGENCY_WHY, SAME_NUMBER, NOT_RIGHT, UNFITTING.
    """
    if key not in bounds().keys() - OF_THE_HOUSE:
        raise Refused(PlanReason.NO_NUMBER, text=key)
    if key in NOT_AT_ONCE:
        raise Refused(PlanReason.NOT_AT_ONCE, key=key)
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
