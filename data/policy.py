"""The policy in force, and the places it lays down."""

import json
from collections.abc import Collection, Iterator
from dataclasses import asdict, fields
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from data.engine.asked_once import asked_once
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.engine.unreadable import each
from frontdesk.domain.policy.checks import inconsistencies
from frontdesk.domain.policy.events import PolicyEvent
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.reasons import PolicyReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.zone.places import Place, PlaceKind

BROUGHT = f"kind in ({', '.join(repr(event.value) for event in PolicyEvent)})"
"""Finds the events that brought a policy; the schema has an index in the same words."""
_MOST = 100_000
"""More cars than fit anywhere."""


class InForce(NamedTuple):
    """The policy in force, as far as this version understands it."""

    policy: Policy
    passed_over: tuple[str, ...]
    """The parts of the last policy on record that this version does not understand, such as a newer one's numbers."""


def current(connection: Connection) -> Policy:
    """Return the policy in force."""
    return in_force(connection).policy


@asked_once
def in_force(connection: Connection) -> InForce:
    """Return the last policy this version can use, and the ignored parts of the very last one."""
    passed_over: tuple[str, ...] | None = None
    for (text,) in connection.execute("select policy from policies order by id desc"):
        policy, strange = _understood(text)
        passed_over = strange if passed_over is None else passed_over
        if policy is not None:
            return InForce(policy, passed_over)
    return InForce(Policy(), passed_over or ())


def in_turn(connection: Connection) -> Iterator[tuple[Millis, Policy]]:
    """Give every policy that this version can use, with when it came into force, in the order it did."""
    for at, text in connection.execute("select at, policy from policies order by id"):
        policy, _ = _understood(text)
        if policy is not None:
            yield at, policy


def before_last(connection: Connection) -> Policy | None:
    """Return the policy that was in force before the present one; None if there was none."""
    used = (_understood(text)[0] for (text,) in connection.execute("select policy from policies order by id desc"))
    return next(islice((policy for policy in used if policy is not None), 1, None), None)


def number(connection: Connection) -> int:
    """Return the number of the policy that was put into force last."""
    return int(connection.execute("select coalesce(max(id), 0) from policies").fetchone()[0])


def of_text(text: str) -> Policy | None:
    """Return a policy as it is kept; None where this version cannot use it."""
    return _understood(text)[0]


def in_force_at(connection: Connection, instant: Millis) -> Policy:
    """Return the policy that was in force at an instant."""
    return next((policy for at, policy in reversed([*in_turn(connection)]) if at <= instant), Policy())


def to_text(policy: Policy, *, but: Collection[str] = ()) -> str:
    """Return a policy as it is kept, but for some of it."""
    return json.dumps({key: value for key, value in asdict(policy).items() if key not in but}, ensure_ascii=False)


@lru_cache(maxsize=128)
def _understood(text: str) -> tuple[Policy | None, tuple[str, ...]]:
    """Return a policy on record and its ignored parts, or None for the policy if too much of it cannot be used."""
    written = json.loads(text)
    if not isinstance(written, dict):
        return None, ("policy",)
    stored: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in written.items()}
    plan = {each.name: getattr(Policy(), each.name) for each in fields(Policy)}
    unknown = tuple(sorted(stored.keys() - plan.keys()))
    known = {key: value for key, value in stored.items() if key in plan}
    wrong = tuple(key for key, value in known.items() if not _is_like(value, plan[key]))
    if wrong:
        return None, (*wrong, *unknown)
    policy = Policy(**known)
    wrong = tuple(key for key, _, _ in inconsistencies(policy))
    return (None, (*wrong, *unknown)) if wrong else (policy, unknown)


def _is_like(value: object, example: object) -> bool:
    """Whether a value is of the kind a number of the policy has."""
    if type(value) is not type(example):
        return False
    return not isinstance(value, tuple) or all(isinstance(each, str) for each in value)


def bring(transaction: Transaction, policy: Policy) -> None:
    """Put a policy and its places into force, on record. May refuse: cars may stand where none may any more."""
    row = {"at": transaction.now, "who": transaction.actor.who, "policy": to_text(policy)}
    transaction.insert("policies", row)
    lay_out(transaction.connection, policy)


def put(connection: Connection, policy: Policy, *, at: Millis, who: str) -> None:
    """The same where nothing is on record: in a store that is being made."""
    connection.execute("insert into policies (at, who, policy) values (?, ?, ?)", (at, who, to_text(policy)))
    lay_out(connection, policy)


def lay_out(connection: Connection, policy: Policy) -> None:
    """Let the places be those of a policy; one that is no more of use stays on record."""
    connection.execute("update places set in_use = 0")
    for position, place in enumerate(policy.places()):
        connection.execute(
            "insert into places (key, kind, name, capacity, position, in_use) values (?, ?, ?, ?, ?, 1)"
            " on conflict (key) do update set name = excluded.name, capacity = excluded.capacity,"
            " position = excluded.position, in_use = 1",
            (place.key, place.kind, place.name, place.capacity, position),
        )
    crowded = connection.execute(
        "select key, kind, name, p.capacity, min(plate) from places p"
        " join stays s on s.place = p.key and s.ended_at is null join visits v on v.id = s.visit_id"
        " group by key having in_use = 0 or count(*) > p.capacity"
    ).fetchone()
    if crowded:
        place = Place(crowded[0], PlaceKind(crowded[1]), crowded[2], crowded[3])
        raise Refused(PolicyReason.BAY_IN_USE, place=place, plate=crowded[4])


@asked_once
def places(connection: Connection) -> tuple[Place, ...]:
    """Return the places in use, in the order the screens show them."""
    rows = connection.execute("select key, kind, name, capacity from places where in_use = 1 order by position")
    return tuple(each("places", rows, place_of))


def place_of(row: tuple[str, str, str, int | None]) -> Place:
    """Return a place on record. Raises `ValueError` for one that holds more than any place does."""
    key, kind, name, capacity = row
    if capacity is not None and capacity > _MOST:
        raise ValueError(capacity)
    return Place(key, PlaceKind(kind), name, capacity)
