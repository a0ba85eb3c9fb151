"""Texts that have to be signed, and their signatures: signatures are added, never changed or taken out (Z7, G1)."""

import json
from collections import defaultdict
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.approvals.approval import (
    Approval,
    ApprovalState,
    Signature,
    Text,
    Verdict,
    What,
    hash_of,
    written,
)
from frontdesk.domain.approvals.reasons import ApprovalReason
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.errors import Refused

_COLUMNS = "id, matter_id, what, text, hash, roles, asked_at, asked_by, state, decided_at"


def of_matter(connection: Connection, matter: int) -> tuple[Approval, ...]:
    """Return what was or is to be signed for a matter, oldest first."""
    return _select(connection, "matter_id = ?", matter)


def asked(connection: Connection) -> tuple[Approval, ...]:
    """Return what waits for a signature, oldest first."""
    return _select(connection, "state = 'asked'")


def latest(connection: Connection, matter: int) -> Approval:
    """Return what was asked for last for a matter. Raises `Refused(NO_APPROVAL)`."""
    found = of_matter(connection, matter)
    if not found:
        raise Refused(ApprovalReason.NO_APPROVAL, number=matter)
    return found[-1]


def ask(
    transaction: Transaction, matter: int, what: What, text: Text, roles: tuple[Post, ...], *, asked_by: str = ""
) -> int:
    """Ask for signatures on a text; `asked_by` where somebody else asks than whoever does this."""
    row: Row = {"matter_id": matter, "what": what, "text": written(text), "hash": hash_of(text)}
    row |= {"roles": json.dumps(roles), "asked_at": transaction.now, "asked_by": asked_by or transaction.actor.who}
    return transaction.insert("approvals", {**row, "state": ApprovalState.ASKED})


def sign(
    transaction: Transaction, approval: Approval, role: Post, verdict: Verdict, *, words: str, by_phone: str = ""
) -> None:
    """Add a signature; by phone it is that of whoever was called, taken down by whoever is at the desk."""
    who = transaction.actor.who
    row: Row = {"approval_id": approval.id, "role": role, "who": by_phone or who, "verdict": verdict}
    row |= {"taken_by": who if by_phone else "", "at": transaction.now, "words": words}
    transaction.insert("signatures", {**row, "hash": approval.hash})


def end(transaction: Transaction, approval: Approval, state: ApprovalState) -> None:
    """Put on record what became of it."""
    values: Row = {"state": state, "decided_at": transaction.now}
    transaction.update("approvals", approval.id, values, where={"state": approval.state})


def _select(connection: Connection, condition: str, *values: object) -> tuple[Approval, ...]:
    rows = connection.execute(f"select {_COLUMNS} from approvals where {condition} order by id", values).fetchall()
    signed: defaultdict[int, list[Signature]] = defaultdict(list)
    for approval, role, who, verdict, *rest in connection.execute(
        "select approval_id, role, who, verdict, at, taken_by, words, hash from signatures"
        f" where approval_id in (select id from approvals where {condition}) order by id",
        values,
    ):
        signed[approval].append(Signature(Post(role), who, Verdict(verdict), *rest))
    return tuple(each("approvals", rows, lambda row: _approval(row, tuple(signed[row[0]]))))


def _approval(row: tuple[Any, ...], signatures: tuple[Signature, ...]) -> Approval:
    number, matter, what, text, digest, roles, asked_at, asked_by, state, decided_at = row
    posts = tuple(Post(role) for role in json.loads(roles))
    about = (number, matter, What(what), text, digest, posts)
    return Approval(*about, asked_at, asked_by, ApprovalState(state), decided_at, signatures)
