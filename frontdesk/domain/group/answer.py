"""What head office answers, and what follows from it at the store."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.values.errors import InputError

Said = Mapping[str, Any]


class Position(NamedTuple):
    """How far head office knows the store: of which epoch, its last event there, and that one's hash."""

    epoch: int
    seq: int = 0
    hash: str = ""


_OF_STATUS = {
    401: GroupReason.TOKEN,
    403: GroupReason.CODE,
    413: GroupReason.TOO_LARGE,
    426: GroupReason.OLD_PROGRAM,
}
_OF_REASON = {
    "fork": GroupReason.FORK,
    "chain": GroupReason.CHAIN,
    "gap": GroupReason.CHAIN,
    "body": GroupReason.CHAIN,
    "newer": GroupReason.OLD_OFFICE,
}
NEEDS_SOMEBODY = frozenset({
    GroupReason.FORK, GroupReason.CHAIN, GroupReason.TOKEN, GroupReason.CODE, GroupReason.OLD_PROGRAM,
    GroupReason.GROUP_OPEN, GroupReason.NOT_JOINED,
    GroupReason.UNTRUSTED, GroupReason.NO_CA,
})  # fmt: skip
"""What does not get better by waiting; the others are the network's, or head office's."""


def position(status: int, said: Said) -> Position:
    """Return the position in an answer; a 409 that names one is an answer as good as any.

    Raises `InputError` where it was not taken, with why.
    """
    if status == 200 or (status == 409 and said.get("reason") == "position"):
        found = Position(said.get("epoch", 0), said.get("seq", -1), said.get("hash", ""))
        if type(found.epoch) is int and type(found.seq) is int and isinstance(found.hash, str) and found.seq >= 0:
            return found
        raise InputError(GroupReason.NOT_UNDERSTOOD, status=status)
    raise InputError(_why(status, said), status=status, number=_number(said))


def on_offer(said: Said) -> tuple[int, ...] | None:
    """Return which templates head office offers, by their numbers; None from one that has none to say anything of."""
    found = said.get("templates")
    return tuple(each for each in found if type(each) is int) if isinstance(found, list) else None


def _why(status: int, said: Said) -> GroupReason:
    if status in _OF_STATUS:
        return _OF_STATUS[status]
    if status in {429, 500, 502, 503, 504}:
        return GroupReason.BUSY
    return _OF_REASON.get(str(said.get("reason")), GroupReason.NOT_UNDERSTOOD)


def _number(said: Said) -> int:
    number = said.get("seq", 0)
    return number if type(number) is int else 0
