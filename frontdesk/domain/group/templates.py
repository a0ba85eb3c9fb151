"""Templates: numbers that head office offers its stores; nothing changes before the store's director accepts them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from enum import StrEnum
from typing import Any, NamedTuple

from frontdesk.domain.approvals.approval import Approval, ApprovalState, Text
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.plans.numbers import OF_THE_HOUSE
from frontdesk.domain.plans.plan import Change, VersionState
from frontdesk.domain.policy.checks import inconsistencies
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.zone import ceilings
from frontdesk.domain.values.errors import InputError, Refused
from frontdesk.domain.values.text import clean_line

NAME_LIMIT, NOTE_LIMIT = 40, 400
LARGEST = 2**53 - 1
"""The largest number a template gets: one that every reader of JSON reads as it is."""


class Template(NamedTuple):
    """Some numbers of the policy under a name, in one of its versions."""

    number: int
    name: str
    version: int
    note: str
    by: str
    """Who added it at head office."""
    numbers: Mapping[str, object]

    @property
    def signed_text(self) -> Text:
        """What a signature stands for; nobody at the store wrote it."""
        return {"author": "", "name": self.name, "version": self.version, "note": self.note, "numbers": self.numbers}


class Offer(NamedTuple):
    """A template as it is on record at the store."""

    matter: int
    template: Template
    approval: Approval
    plan_version: int | None = None
    """The version of the plan it was written into, where a plan brings the numbers."""

    def changes(self, present: Policy) -> tuple[Change, ...]:
        """Return each of its numbers, as it is in force now and as it would be."""
        return tuple(Change(key, _kept(present, key), value) for key, value in self.template.numbers.items())


class OfferState(StrEnum):
    """How a template stands at a store."""

    NOT_YET = "template_not_there"
    OFFERED = "template_offered"
    ACCEPTED = "template_accepted"
    IN_PLAN = "template_in_plan"
    """Accepted, and written as a version of the store's plan that is on its way."""
    DECLINED = "template_declined"
    TAKEN_BACK = "template_taken_back"
    """Nobody decided before head office withdrew it, or the store closed it."""


_STATES = {
    ApprovalState.ASKED: OfferState.OFFERED,
    ApprovalState.APPROVED: OfferState.ACCEPTED,
    ApprovalState.REJECTED: OfferState.DECLINED,
    ApprovalState.LAPSED: OfferState.TAKEN_BACK,
}
_HOLDS = frozenset({VersionState.IN_FORCE, VersionState.SUPERSEDED})


def state_of(approval: str | None, plan_version: str | None = None) -> OfferState:
    """Return how a template stands: by what became of its approval, and of the plan's version it was written into."""
    if approval is None:
        return OfferState.NOT_YET
    state = _STATES[ApprovalState(approval)]
    waits = plan_version is not None and plan_version not in _HOLDS
    return OfferState.IN_PLAN if state is OfferState.ACCEPTED and waits else state


def check_offered(keys: Collection[str]) -> None:
    """Check that a template names numbers, and none that are a store's own. Raises `InputError`.

    TEMPLATE_EMPTY, TEMPLATE_OF_STORE.
    """
    if not keys:
        raise InputError(GroupReason.TEMPLATE_EMPTY)
    if own := tuple(key for key in keys if key in OF_THE_HOUSE):
        raise InputError(GroupReason.TEMPLATE_OF_STORE, keys=own)


def read_template(said: Mapping[str, Any]) -> Template:
    """Return a template as head office tells it.

    Raises `InputError`: NOT_UNDERSTOOD, TEMPLATE_NEWER, and as `check_offered`.
    """
    try:
        name, note, by = (clean_line(_text(said[key]), most) for key, most in _LIMITS.items())
        number, version = (_count(said[key]) for key in ("number", "version"))
        numbers = dict(said["numbers"])
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(GroupReason.NOT_UNDERSTOOD, status=200) from error
    check_offered(numbers)
    if newer := tuple(clean_line(str(key), NAME_LIMIT) for key in numbers if key not in _KEYS):
        raise InputError(GroupReason.TEMPLATE_NEWER, keys=newer)
    return Template(number, name, version, note, by, numbers)


def with_template(present: Policy, numbers: Mapping[str, object]) -> Policy:
    """Return a policy with the numbers of a template. Raises `Refused(TEMPLATE_UNFITTING)`."""
    taken: dict[str, Any] = {key: tuple(said) if isinstance(said, list) else said for key, said in numbers.items()}
    policy = replace(present, **taken)
    for key, value, _right in inconsistencies(policy):
        raise Refused(GroupReason.TEMPLATE_UNFITTING, key=key, text=str(value), most=ceilings(policy).get(key))
    return policy


def as_offered(policy: Policy, keys: Iterable[str]) -> dict[str, object]:
    """Return some numbers of a policy as a template holds them."""
    return {key: _kept(policy, key) for key in keys}


def _kept(policy: Policy, key: str) -> object:
    """Return a number as JSON has it, so that those of a store and of a template can be compared."""
    value = getattr(policy, key)
    return list(value) if isinstance(value, tuple) else value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _count(value: object) -> int:
    if type(value) is not int or not 0 < value <= LARGEST:
        raise ValueError
    return value


_KEYS = frozenset(each.name for each in fields(Policy))
_LIMITS = {"name": NAME_LIMIT, "note": NOTE_LIMIT, "by": NAME_LIMIT}
