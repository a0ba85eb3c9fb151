"""How each event is tied to the one before it. The store and head office prove a log by this same rule.

An event has a header and a body; the body may hold what a customer is known by. Its hash covers the header and a hash
of the body, so that it can be proved by somebody who has not got the body, and holds on when the body is rewritten.
"""

import json
from collections.abc import Mapping
from enum import IntEnum
from typing import Any

in_order = json.JSONEncoder(sort_keys=True, check_circular=False).encode
"""Returns a row as a text that is the same whatever order its columns are in: what is hashed."""

HEADER = ("seq", "at", "occurred_at", "station", "kind", "place", "undoes", "proof")
BODY = ("operation", "who", "plate", "detail", "answer", "changes")
"""The operation is in it too: it is random, so that nobody finds the plate by trying out what has the body's hash."""

_DIGITS = 32
"""Of how many digits a hash is; up to version 0.3 an event's was of twice as many."""


class Rule(IntEnum):
    """What an event's hash covers."""

    WHOLE = 1
    """The whole event, as all did up to schema 39."""
    APART = 2
    """Its header, and a hash of its body."""


def event_hash(previous: str, event: Mapping[str, Any], *, is_old: bool | None = None) -> str:
    """Return the hash that ties an event to the one before it.

    `body_hash` in it stands for a body that is gone, or not as it was written. `is_old`: whether it is from before 0.4,
    if known.
    """
    if event.get("rule", Rule.WHOLE) == Rule.WHOLE:
        return _of_whole(previous, event, "kind" in json.loads(event["answer"]) if is_old is None else is_old)
    header = [event.get(name) for name in HEADER]
    return _hash(in_order([previous, Rule.APART, *header, event.get("body_hash") or body_hash(event)]))


def body_hash(event: Mapping[str, Any]) -> str:
    """Return the hash of an event's body."""
    return _hash(in_order([event[name] for name in BODY]))


def says(event: Mapping[str, Any]) -> str:
    """Return the hash of what an event says now, whatever it said when it was written, and wherever it stands."""
    return event_hash("", {**event, "body_hash": None})


def follows(previous: str, event: Mapping[str, Any]) -> bool | None:
    """Whether an event follows from the one before it; None for one of the old rule whose body is not as written.

    Such a one is marked by a `body_hash` that is not None; its body need not be there.
    """
    if event.get("rule", Rule.WHOLE) == Rule.WHOLE and event.get("body_hash") is not None:
        return None
    return bool(event["hash"] == event_hash(previous, event))


def _of_whole(previous: str, event: Mapping[str, Any], is_old: bool) -> str:
    """A proof that is not told is left out: older events have none. The number stood in an old event's answer."""
    left_out = {"hash", "rule", "body_hash"}.union(("seq",) if is_old else ())
    if event.get("proof") is None:
        left_out.add("proof")
    content = {name: value for name, value in event.items() if name not in left_out}
    return _hash(previous + in_order(content), 2 * _DIGITS if is_old else _DIGITS)


def _hash(said: str, digits: int = _DIGITS) -> str:
    import hashlib  # noqa: PLC0415 - it loads a library of its own, and a station opens without it

    return hashlib.sha256(said.encode()).hexdigest()[:digits]
