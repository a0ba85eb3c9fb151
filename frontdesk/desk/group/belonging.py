"""Belonging to a group: joining, leaving, and which of two copies of a store counts from here on."""

from typing import NamedTuple

from data.engine.connection import Connection
from data.engine.row_changes import Row
from data.engine.transaction import Transaction
from data.engine.version import SCHEMA_VERSION
from data.group import reading, standing
from data.group.membership import Membership, membership
from data.group.standing import Standing
from data.group.untold import untold
from data.journal import last_seq
from frontdesk.desk.desk import Desk
from frontdesk.domain.group.answer import Position
from frontdesk.domain.group.events import GroupEvent
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.group.share import Share
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.errors import InputError, Refused


class Belonging(NamedTuple):
    """How the store stands with its group, as far as it knows itself."""

    member: Membership
    standing: Standing
    last: int
    """Its last event."""


def belonging(desk: Desk) -> Belonging:
    """Return how the store stands with its group."""
    return desk.read(
        lambda connection: Belonging(membership(connection), standing.standing(connection), last_seq(connection))
    )


def join(desk: Desk, code: str, share: Share, at: Position, operation: str | None = None) -> Result:
    """Share the log with head office from now on; the event tells what no event told of the rows before.

    `at`: how far head office knows a store of that code. Refused where that is another store, or a later one.
    """
    rows = desk.read(lambda connection: list(untold(connection)))

    def body(transaction: Transaction) -> Result:
        member = membership(transaction.connection)
        if member.code == code:
            raise Refused(GroupReason.ALREADY_JOINED, text=code)
        if is_forked(transaction.connection, at, member.epoch):
            raise Refused(GroupReason.OTHER_STORE, text=code, number=at.seq)
        _tell(transaction, rows)
        epoch, replaces = _anew(member, share, at)
        facts = {"code": code, "share": share.value, "schema": SCHEMA_VERSION, **replaces}
        return Result(GroupEvent.JOINED, number=epoch, facts=facts)

    return desk.do(body, operation)


def share_otherwise(desk: Desk, share: Share, at: Position, operation: str | None = None) -> Result | None:
    """Share more or less of the log from now on, also of what was sent before; None where that is so already."""

    def body(transaction: Transaction) -> Result | None:
        member = membership(transaction.connection)
        if not member.code or member.share == share:
            return None
        epoch, replaces = _anew(member, share, at)
        return Result(GroupEvent.SHARED, number=epoch, facts={"code": member.code, "share": share.value, **replaces})

    return desk.do_if(body, operation)


def leave(desk: Desk, operation: str | None = None) -> Result:
    """Send nothing any more; what head office has, it keeps. Raises `Refused(NO_GROUP)`."""

    def body(transaction: Transaction) -> Result:
        member = membership(transaction.connection)
        if not member.code:
            raise Refused(GroupReason.NO_GROUP)
        return Result(GroupEvent.LEFT, facts={"code": member.code})

    done = desk.do(body, operation)
    standing.forget(desk.connection)
    return done


def open_epoch(desk: Desk, at: Position, operation: str | None = None) -> Result:
    """Let this copy of the store count from now on: its log is sent anew, and the other one ends where it stands.

    Raises `Refused`: NO_GROUP, NOT_FORKED.
    """

    def body(transaction: Transaction) -> Result:
        member = membership(transaction.connection)
        if not member.code:
            raise Refused(GroupReason.NO_GROUP)
        if not is_forked(transaction.connection, at, member.epoch):
            raise Refused(GroupReason.NOT_FORKED, number=at.seq)
        return Result(GroupEvent.EPOCH, number=max(member.epoch, at.epoch) + 1, facts={"code": member.code})

    done = desk.do(body, operation)
    standing.forget(desk.connection)
    return done


def tell_what_updates_filled(desk: Desk, code: str) -> None:
    """After an update of the program: tell what it filled in that no command did. Mostly there is nothing to do."""
    member = desk.read(membership)
    if member.code != code or member.told_schema >= SCHEMA_VERSION:
        return
    rows = desk.read(lambda connection: list(untold(connection)))

    def body(transaction: Transaction) -> Result | None:
        if membership(transaction.connection).told_schema >= SCHEMA_VERSION:
            return None
        _tell(transaction, rows)
        return Result(GroupEvent.TOLD, number=len(rows), facts={"schema": SCHEMA_VERSION})

    desk.do_if(body)


def start(connection: Connection, at: Position, code: str) -> Position:
    """Return from where on the log is sent, by what head office knows. Raises `InputError`: NOT_JOINED, FORK."""
    member = membership(connection)
    if member.code != code:
        raise InputError(GroupReason.NOT_JOINED, text=code)
    if is_forked(connection, at, member.epoch):
        raise InputError(GroupReason.FORK, number=at.seq)
    return at if at.epoch == member.epoch else Position(member.epoch)


def is_forked(connection: Connection, at: Position, epoch: int) -> bool:
    """Whether head office knows events that this store has not: there is, or was, another copy of it."""
    if at.epoch != epoch:
        return at.epoch > epoch and at.seq > 0
    return at.seq > 0 and reading.hash_of(connection, at.seq) != at.hash


_LESS = list(Share)
"""From the least to the most."""


def _anew(member: Membership, share: Share, at: Position) -> tuple[int, dict[str, str | int]]:
    """Return the epoch in which the log is sent anew because it is shared otherwise, and what it replaces; 0 for none.

    Where less is shared, all that head office ever had of the store goes; else what is the same log.
    """
    if not at.seq or member.share in {"", share}:
        return 0, {}
    is_less = _LESS.index(share) < _LESS.index(Share(member.share))
    return max(member.epoch, at.epoch) + 1, {"replaces": 1 if is_less else member.epoch}


def _tell(transaction: Transaction, rows: list[Row]) -> None:
    """Tell rows that no event told. Raises `Refused` where one of them was changed since it was looked at."""
    if any(transaction.image(row["table"], row["id"]) != row["after"] for row in rows):
        raise Refused(JournalReason.CHANGED_SINCE)
    transaction.changes += rows
