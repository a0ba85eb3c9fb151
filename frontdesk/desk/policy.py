"""Reading a policy from a file, and putting it in force."""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import NamedTuple

from data import policy as policies
from data.cases import cases
from data.engine.transaction import Transaction
from data.people import pins
from data.plans import plans
from frontdesk.desk import agenda_rules, numbers
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.desk.numbers import Changed
from frontdesk.desk.people.duty import roster_of
from frontdesk.domain.cases.case import CaseKind, Channel
from frontdesk.domain.cases.lists import listed
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.pins import SignIn
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.plans.numbers import changed_of_plan
from frontdesk.domain.policy.calendar import DAYS, read_day, read_hours
from frontdesk.domain.policy.checks import inconsistencies
from frontdesk.domain.policy.events import PolicyEvent
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.reasons import PolicyDetail, PolicyReason
from frontdesk.domain.values.errors import InputError, Refused
from frontdesk.files.toml_file import bad_setting, faults, read_toml, validated


class FromFile(NamedTuple):
    """What a file makes of the policy, and everything in it that is not right."""

    policy: Policy
    faults: list[InputError]


def from_file(path: Path, present: Policy | None = None) -> FromFile:
    """Return the policy in a TOML file; numbers not named stay as in `present`, or else the plan's default.

    A number that is not right stays too, and its fault names file, key, value and what would be right.
    Raises `InputError` if the file cannot be read or is no TOML.
    """
    named = read_toml(path)
    wrong = faults(Policy, named, path)
    known = {each.name for each in fields(Policy)} - {str(fault.facts["key"]).partition("[")[0] for fault in wrong}
    good = {key: value for key, value in named.items() if key in known}
    read = validated(Policy, good, path)
    policy = replace(present or Policy(), **{key: getattr(read, key) for key in good})
    policy = replace(
        policy,
        opening_hours=tuple(map(read_hours, policy.opening_hours)),
        closed_dates=tuple(map(read_day, policy.closed_dates)),
    )
    for key, value, right in inconsistencies(policy):
        seven = key == "opening_hours" and len(policy.opening_hours) != DAYS
        wrong.append(bad_setting(Policy, key, value, path, PolicyDetail.SEVEN_DAYS if seven else right))
    return FromFile(policy, wrong)


def to_toml(policy: Policy, comments: Mapping[str, str]) -> str:
    """Return a policy as TOML with a comment above each number, as a file to edit and load again."""
    lines = [f"# {comments[each.name]}\n{each.name} = {_toml(getattr(policy, each.name))}\n" for each in fields(policy)]
    return "\n".join(lines)


def load(desk: Desk, policy: Policy, operation: str | None = None, *, present: Policy | None = None) -> Result | None:
    """Put a policy into force for every station; return None if it is already in force.

    Its event lists each changed number before and after. Refused where a plan brings the numbers, if a place that goes
    away or shrinks has cars, and if `present`, the one that was looked at, is no longer in force.
    """

    def body(transaction: Transaction) -> Result | None:
        return _put(transaction, policy, present)

    return desk.do_if(body, operation)


def change(desk: Desk, policy: Policy, present: Policy, operation: str | None = None) -> Result:
    """Put a policy into force in place of `present`, from which it differs, by a manager. Raises `Refused`."""

    def body(transaction: Transaction) -> Result:
        who = transaction.actor.who
        if not roster_of(transaction).manages(who, transaction.now):
            raise Refused(PolicyReason.ONLY_MANAGERS, who=who)
        result = _put(transaction, policy, present)
        if result is None:
            # Somebody else was first, with the very same.
            raise Refused(PolicyReason.CHANGED_MEANWHILE)
        return result

    return desk.do(body, operation)


def before_last(desk: Desk) -> Policy | None:
    """Return the policy that was in force before the last change; None if it was never changed."""
    return desk.read(policies.before_last)


def put_in_force(transaction: Transaction, policy: Policy) -> Changed:
    """Put a policy into force at every station, in a transaction under way; return what that changes. May refuse."""
    in_force = policies.current(transaction.connection)
    if policy == in_force:
        return {}
    _keep_what_is_in_use(transaction, policy)
    if policy.sign_in != in_force.sign_in:
        _check_somebody_can_sign(transaction, policy)
    changed = numbers.put(transaction, policy)
    agenda_rules.plan_anew(transaction)
    crossings.note_ends(transaction, transaction.now)
    crossings.note_crossings(transaction, transaction.now)
    return changed


def _put(transaction: Transaction, policy: Policy, present: Policy | None) -> Result | None:
    in_force = policies.current(transaction.connection)
    if policy == in_force:
        return None
    governing = plans.governing(transaction.connection)
    if governing is not None and changed_of_plan(in_force, policy):
        raise Refused(PolicyReason.GOVERNED, plan=governing[0])
    if present is not None and present != in_force:
        raise Refused(PolicyReason.CHANGED_MEANWHILE)
    changed = put_in_force(transaction, policy)
    return Result(PolicyEvent.POLICY, number=len(changed), facts={"changed": numbers.told(changed)})


def _keep_what_is_in_use(transaction: Transaction, policy: Policy) -> None:
    """An entry that cases are on record under stays in its list. Raises `Refused(ENTRY_IN_USE)`."""
    for name, column, known in (("channels", "channel", Channel), ("kinds", "kind", CaseKind)):
        entries = getattr(policy, name)
        for key, count in cases.count_by(transaction.connection, column).items():
            if key not in entries:
                (entry,) = listed((key,), known)
                raise Refused(PolicyReason.ENTRY_IN_USE, name=name, entry=entry, count=count, key=key)


def _check_somebody_can_sign(transaction: Transaction, policy: Policy) -> None:
    """Where people sign in by PIN, somebody who runs the service has one. Raises `Refused(NO_PINS_YET)`."""
    have, roster = pins.had_by(transaction.connection), roster_of(transaction)
    managers = (each for each in roster.staff if roster.manages(each.name, transaction.now))
    if policy.sign_in == SignIn.PINS and not any(each.id in have for each in managers):
        raise Refused(PeopleReason.NO_PINS_YET)


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(item) for item in value)}]"
    # What JSON writes for a number or a text is TOML too.
    return json.dumps(value, ensure_ascii=False)
