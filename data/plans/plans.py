"""The plans, their versions, and who has read them: reads are added, never changed (G1, G4)."""

import json
from collections import defaultdict
from typing import Any

from data import approvals, policy
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.matters import matters
from frontdesk.domain.approvals.approval import Approval
from frontdesk.domain.matters.matter import Matter, MatterKind
from frontdesk.domain.plans.numbers import OF_THE_HOUSE, with_house
from frontdesk.domain.plans.plan import Plan, PlanOnRecord, Read, Version, VersionState, Written
from frontdesk.domain.plans.reasons import PlanReason
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.errors import Refused

_COLUMNS = "v.id, v.plan_id, version, state, text, before, after, why, policy, author, made_at, in_force_at"
_STAFF = "select name from staff where active = 1 order by id"


def get(connection: Connection, key: str) -> PlanOnRecord:
    """Return a plan. Raises `Refused(NO_PLAN)`."""
    found = _select(connection, "key = ?", key)
    if not found:
        raise Refused(PlanReason.NO_PLAN, plan=key)
    return found[0]


def of_version(connection: Connection, number: int) -> PlanOnRecord:
    """Return the plan of a version. Raises `Refused(NO_PLAN)`."""
    found = _select(connection, "id = (select plan_id from plan_versions where id = ?)", number)
    if not found:
        raise Refused(PlanReason.NO_PLAN, plan=str(number))
    return found[0]


def every(connection: Connection) -> tuple[PlanOnRecord, ...]:
    """Return every plan, in the order they were begun."""
    return _select(connection, "1")


def has(connection: Connection, key: str) -> bool:
    """Whether there is a plan of this name."""
    return connection.execute("select 1 from plans where key = ?", (key,)).fetchone() is not None


def with_numbers(connection: Connection) -> str | None:
    """Return the name of the plan that brings the numbers or is about to; None where none does."""
    row = connection.execute(
        "select key from plan_versions v join plans p on p.id = v.plan_id join matters m on m.id = v.id"
        " where v.policy is not null and (v.in_force_at is not null or m.closed_at is null) order by v.id limit 1"
    ).fetchone()
    return None if row is None else str(row[0])


def governing(connection: Connection) -> tuple[str, Policy] | None:
    """Return the plan whose version in force brings the numbers, and the policy with them; None where none does."""
    row = connection.execute(
        "select key, policy from plan_versions v join plans p on p.id = v.plan_id"
        " where state = 'in_force' and policy is not null order by v.id desc limit 1"
    ).fetchone()
    if row is None:
        return None
    numbers = policy.of_text(row[1])
    return None if numbers is None else (str(row[0]), with_house(numbers, policy.current(connection)))


def numbers_of(connection: Connection, number: int) -> Policy | None:
    """Return the numbers that a version brings; None where it brings none."""
    row = connection.execute("select policy from plan_versions where id = ?", (number,)).fetchone()
    return None if row is None or row[0] is None else policy.of_text(row[0])


def begin(transaction: Transaction, key: str, title: str) -> Plan:
    """Put a plan on record."""
    return Plan(transaction.insert("plans", {"key": key, "title": title}), key, title)


def add(transaction: Transaction, plan: Plan, version: str, said: Written, numbers: Policy | None) -> int:
    """Put a new version on record, and open its matter; return its number."""
    number = matters.open_one(transaction, MatterKind.PLAN, f"{plan.title} {version}")
    about: Row = {"id": number, "plan_id": plan.id, "version": version}
    transaction.insert("plan_versions", {**about, **_written(transaction, said, numbers)})
    return number


def write_anew(transaction: Transaction, version: Version, said: Written, numbers: Policy | None) -> None:
    """Write a version anew that is not in force yet."""
    where: Row = {"state": version.kept, "made_at": version.made_at}
    transaction.update("plan_versions", version.id, _written(transaction, said, numbers), where=where)


def call(transaction: Transaction, version: Version, title: str) -> None:
    """Call a plan something else, of which a version is the only one so far."""
    plan = version.plan
    if title != plan.title:
        transaction.update("plans", plan.id, {"title": title}, where={"title": plan.title})
        transaction.update("matters", version.id, {"title": f"{title} {version.version}"}, where={"closed_at": None})


def is_in_force(connection: Connection, number: int) -> bool:
    """Whether a matter is the version of a plan that is in force."""
    sql = "select 1 from plan_versions where id = ? and state = 'in_force'"
    return connection.execute(sql, (number,)).fetchone() is not None


def in_force(connection: Connection) -> list[int]:
    """Return the numbers of the versions that are in force."""
    rows = connection.execute("select id from plan_versions where state = 'in_force' order by id")
    return [number for (number,) in rows]


def set_state(transaction: Transaction, version: Version, state: VersionState) -> None:
    """Put on record how far a version has come that is still as it was read."""
    values: Row = {"state": state}
    if state is VersionState.IN_FORCE:
        values["in_force_at"] = transaction.now
    transaction.update("plan_versions", version.id, values, where={"state": version.kept})


def read(transaction: Transaction, version: Version) -> None:
    """Put on record that whoever does it has read a version."""
    row: Row = {"version_id": version.id, "person": transaction.actor.who}
    transaction.insert("reads", {**row, "at": transaction.now})


def _written(transaction: Transaction, said: Written, numbers: Policy | None) -> Row:
    row: Row = {**said._asdict(), "policy": None if numbers is None else policy.to_text(numbers, but=OF_THE_HOUSE)}
    return {**row, "state": VersionState.DRAFT, "author": transaction.actor.who, "made_at": transaction.now}


def _select(connection: Connection, condition: str, *values: object) -> tuple[PlanOnRecord, ...]:
    plans = [Plan(*row) for row in connection.execute(f"select id, key, title from plans where {condition}", values)]
    rows = connection.execute(
        f"select {_COLUMNS} from plan_versions v where plan_id in (select value from json_each(?)) order by v.id",
        (json.dumps([plan.id for plan in plans]),),
    ).fetchall()
    of = matters.of(connection, [row[0] for row in rows])
    by_id = {plan.id: plan for plan in plans}
    versions: defaultdict[int, list[Version]] = defaultdict(list)
    for version in each(
        "plan_versions",
        rows,
        lambda row: _version(row, of[row[0]], by_id[row[1]], approvals.of_matter(connection, row[0])),
    ):
        versions[version.plan.id].append(version)
    return tuple(_on_record(connection, plan, tuple(versions[plan.id])) for plan in plans if versions[plan.id])


def _version(row: tuple[Any, ...], matter: Matter, plan: Plan, signed: tuple[Approval, ...]) -> Version:
    _, _, version, state, text, before, after, why, numbers, author, made_at, in_force_at = row
    brought = None if numbers is None else json.loads(numbers)
    about = (matter, plan, version, VersionState(state), Written(text, before, after, why), brought)
    return Version(*about, author, made_at, in_force_at, signed)


def _numbers_before(connection: Connection, versions: tuple[Version, ...]) -> dict[str, Any]:
    """Return the numbers in force before the first version that brought any came into force, or those of now."""
    first = next((each.in_force_at for each in versions if each.policy is not None and each.in_force_at), None)
    sql = "select policy from policies where at < coalesce(?, at + 1) order by id desc limit 1"
    row = connection.execute(sql, (first,)).fetchone()
    return {} if row is None else dict(json.loads(row[0]))


def _on_record(connection: Connection, plan: Plan, versions: tuple[Version, ...]) -> PlanOnRecord:
    found = PlanOnRecord(plan, versions, had=_numbers_before(connection, versions))
    if found.in_force is None:
        return found
    sql = "select person, at from reads where version_id = ? order by id"
    reads = tuple(Read(*row) for row in connection.execute(sql, (found.in_force.id,)))
    have = {each.person for each in reads}
    everybody = (name for (name,) in connection.execute(_STAFF))
    return found._replace(reads=reads, unread=tuple(name for name in everybody if name not in have))
