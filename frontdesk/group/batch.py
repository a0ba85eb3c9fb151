"""What a store sends at once: some of its events, each with its body as far as the store shares it."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from data.engine.row_changes import Change, from_json
from frontdesk.domain.journal.chain import BODY, HEADER, Rule

FORMAT = 1
MOST = 500
"""How many events come at once."""
_MOST_BESIDE = 64 * 1024
SHARES = ("figures", "masked", "full")

_TEXTS = ("station", "kind", "place", "hash")
_NUMBERS = ("seq", "at", "occurred_at")
_LARGEST = 2**63


class NotTaken(Exception):  # noqa: N818 - it is an answer, not a fault
    """Nothing of it was kept: the status and what is answered."""

    def __init__(self, status: int, reason: str, **facts: Any) -> None:
        super().__init__(reason)
        self.status, self.answer = status, {"reason": reason, **facts}


class Event(NamedTuple):
    """An event: its columns by name, without its body's where that was not sent; and what it tells of rows."""

    seq: int
    row: Mapping[str, Any]
    changes: tuple[Change, ...]


class Rewritten(NamedTuple):
    """An event that was sent before and says something else since, or nothing any more."""

    seq: int
    body: Mapping[str, Any]
    body_hash: str | None


class Batch(NamedTuple):
    """What a store sends at once, and after which of its events it begins."""

    program: str
    schema: int
    share: str
    epoch: int
    after: int
    hash: str
    events: tuple[Event, ...]
    rewritten: tuple[Rewritten, ...]
    replaces: int | None
    """From which epoch on those before its own are replaced by it; None where they stay."""
    beside: str | None
    """What stands in no event, as JSON; None where nothing is said of it."""


def read(text: bytes) -> Batch:
    """Return what a store sent. Raises `NotTaken` where it makes no sense, at the event that does not."""
    try:
        said = json.loads(text)
        if said["format"] != FORMAT:
            raise NotTaken(426, "format", right=FORMAT)
        after, events, rewritten = said["after"], said["events"], said.get("rewritten") or []
        numbers = (said["schema"], said["epoch"], after["seq"])
        texts = (said["program"], said["share"], after["hash"])
        is_right = all(map(_is_number, numbers)) and all(map(_is_text, texts)) and said["share"] in SHARES
        if not is_right or not isinstance(events, list) or not isinstance(rewritten, list):
            raise NotTaken(400, "not_understood")
        if len(events) > MOST:
            raise NotTaken(413, "too_many", right=MOST)
        return Batch(
            program=said["program"],
            schema=said["schema"],
            share=said["share"],
            epoch=said["epoch"],
            after=after["seq"],
            hash=after["hash"],
            events=tuple(map(_event, events)),
            rewritten=tuple(map(_rewritten, rewritten)),
            replaces=_replaces(said.get("replaces"), said["epoch"]),
            beside=_beside(said.get("beside")),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotTaken(400, "not_understood", detail=f"{type(error).__name__}: {error}") from error


def _event(said: Mapping[str, Any]) -> Event:
    seq = said["seq"]
    row: dict[str, Any] = {name: said.get(name) for name in (*HEADER, "rule", "hash", "body_hash")}
    is_right = (
        all(_is_number(row[name]) for name in _NUMBERS)
        and all(_is_text(row[name]) for name in _TEXTS)
        and (row["undoes"] is None or _is_number(row["undoes"]))
        and all(row[name] is None or _is_text(row[name]) for name in ("proof", "body_hash"))
        and row["rule"] in set(Rule)
    )
    body = said.get("body")
    if not is_right or (body is None and row["body_hash"] is None):
        raise NotTaken(422, "body", seq=seq)
    if body is None:
        return Event(seq, row, ())
    try:
        told = _body(body)
        return Event(seq, {**row, **told}, tuple(from_json(told["changes"] or "[]", row["occurred_at"])))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotTaken(422, "body", seq=seq) from error


def _rewritten(said: Mapping[str, Any]) -> Rewritten:
    body, body_hash = said.get("body"), said.get("body_hash")
    if not _is_number(said["seq"]) or not (body_hash is None or _is_text(body_hash)):
        raise NotTaken(400, "not_understood")
    return Rewritten(said["seq"], dict.fromkeys(BODY) if body is None else _body(body), body_hash)


def _replaces(said: Any, epoch: int) -> int | None:
    if said is not None and not (_is_number(said) and 0 < said < epoch):
        raise NotTaken(400, "not_understood")
    return None if said is None else int(said)


def _beside(said: Any) -> str | None:
    if said is None:
        return None
    if not isinstance(said, dict):
        raise NotTaken(400, "not_understood")
    text = json.dumps(said)
    if len(text) > _MOST_BESIDE:
        raise NotTaken(413, "too_large", right=_MOST_BESIDE)
    return text


def _body(said: Mapping[str, Any]) -> dict[str, Any]:
    found = {name: said.get(name) for name in BODY}
    if not all(value is None or _is_text(value) for value in found.values()):
        raise ValueError
    return found


def _is_number(value: object) -> bool:
    return type(value) is int and -_LARGEST <= value < _LARGEST


def _is_text(value: object) -> bool:
    # PostgreSQL has no such sign; in JSON it is written otherwise, and so it is in the texts that hold JSON.
    return isinstance(value, str) and "\x00" not in value and is_sound(value)


def is_sound(text: str) -> bool:
    """Whether a text can be written down: half of a pair of signs cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
