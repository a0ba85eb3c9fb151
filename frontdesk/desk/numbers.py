"""The numbers of the store: how they come into force, and how one falls back that was changed for a day (G1)."""

import json
from collections.abc import Callable
from dataclasses import asdict

from data import policy as policies
from data.engine.transaction import Transaction
from data.plans import emergencies, plans
from frontdesk.desk.case_clocks import reckon_anew
from frontdesk.domain.agenda.events import AgendaEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.plans.numbers import TRIED_AGAIN, Emergency, with_emergencies
from frontdesk.domain.policy.checks import inconsistencies
from frontdesk.domain.policy.events import PolicyEvent
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.reasons import PolicyReason
from frontdesk.domain.values.errors import Refused

Changed = dict[str, list[object]]
"""Each changed number, before and after."""


def put(transaction: Transaction, policy: Policy) -> Changed:
    """Put a policy into force, and reckon anew what is due by it. Refused if a place that shrinks has cars in it."""
    before, after = asdict(policies.current(transaction.connection)), asdict(policy)
    changed = {key: [before[key], after[key]] for key in after if before[key] != after[key]}
    if changed:
        policies.bring(transaction, policy)
        reckon_anew(transaction)
    return changed


def told(changed: Changed) -> str:
    """Return what was changed as an event tells it."""
    return json.dumps(changed, ensure_ascii=False)


def fall_back(transaction: Transaction, plan_anew: Callable[[Transaction], None]) -> Result | None:
    """Take back what was changed at once a day ago; None where nothing is due.

    Where a place would shrink that has cars in it, that number is tried again in a few minutes.
    """
    due = tuple(each for each in emergencies.running(transaction.connection) if each.ends_at <= transaction.now)
    governing = plans.governing(transaction.connection)
    if not due or governing is None:
        return None
    changed: Changed = {}

    def back(together: tuple[Emergency, ...]) -> bool:
        return transaction.attempt(lambda: changed.update(_end(transaction, together, governing[1])))

    if not back(due):
        # One that cars stand in the way of keeps no other from falling back.
        for each in due:
            back((each,))
    if any(each.ends_at <= transaction.now for each in emergencies.running(transaction.connection)):
        emergencies.plan(transaction, transaction.now + TRIED_AGAIN)
    if not changed:
        return Result(AgendaEvent.CAME, number=len(due), facts={"rules": "emergency"})
    plan_anew(transaction)
    return Result(PolicyEvent.FELL_BACK, number=len(changed), facts={"changed": told(changed)})


def _end(transaction: Transaction, due: tuple[Emergency, ...], approved: Policy) -> Changed:
    for each in due:
        emergencies.end(transaction, each)
    emergencies.plan(transaction)
    numbers = with_emergencies(approved, emergencies.running(transaction.connection))
    if wrong := inconsistencies(numbers):
        raise Refused(PolicyReason.NOT_RIGHT, key=wrong[0][0], text=str(wrong[0][1]))
    return put(transaction, numbers)
