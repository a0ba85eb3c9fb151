"""The policy in force, and the places it lays down."""

import json
from dataclasses import asdict
from typing import Any

from data.engine.connection import Connection
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.reasons import PolicyReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.zone.places import Place, PlaceKind


def current(connection: Connection) -> Policy:
    """Return the policy in force. It was validated when it was put there."""
    text = connection.execute("select policy from policies order by id desc limit 1").fetchone()[0]
    stored: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in json.loads(text).items()}
    return Policy(**stored)


def put(connection: Connection, policy: Policy, *, at: Millis, who: str) -> None:
    """Put a policy in force, with its places. Refused where a place that goes away, or shrinks, has cars in it."""
    connection.execute(
        "insert into policies (at, who, policy) values (?, ?, ?)",
        (at, who, json.dumps(asdict(policy), ensure_ascii=False)),
    )
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


def places(connection: Connection) -> tuple[Place, ...]:
    """Return the places in use, in the order the screens show them."""
    rows = connection.execute("select key, kind, name, capacity from places where in_use = 1 order by position")
    return tuple(Place(key, PlaceKind(kind), name, capacity) for key, kind, name, capacity in rows)
