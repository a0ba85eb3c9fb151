"""Bringing what is owed for a matter to what its concern says of it, after each change."""

from collections.abc import Collection, Iterable

from data.engine.transaction import Transaction
from data.matters import dues
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.matters.owed import Moves, Owed
from frontdesk.domain.values.clock import Millis

AGREED = "told"
"""Why something is owed by another instant: the customer was told it."""


def bring_to(
    transaction: Transaction, matter: Matter, owed: Iterable[Owed], *,
    among: Iterable[DueName], done: Collection[DueName], at: Millis | None = None,
) -> None:  # fmt: skip
    """Let exactly that be owed; what else ran is done where `done` says so, and was given up where it does not.

    `among`: what the concern speaks of; `at`: when what was done happened, where that is some time ago.
    """
    happened, wanted = transaction.now if at is None else at, {each.name: each for each in owed}
    for name in among:
        due = next((each for each in matter.dues if each.name is name and each.is_running), None)
        want = wanted.get(name)
        if due is None and want is not None:
            _start(transaction, want, matter.id)
        elif due is not None and want is None:
            _end(transaction, due, happened, is_met=name in done)
        elif due is not None and want is not None and max(want.at, due.started_at) != due.due_at:
            _move(transaction, due, want, happened)


def _start(transaction: Transaction, want: Owed, matter: int) -> None:
    """Nobody is late for what is only now asked of them."""
    dues.start(transaction, matter, want.name, max(want.at, transaction.now), want.person)


def _end(transaction: Transaction, due: Due, happened: Millis, *, is_met: bool) -> None:
    if is_met:
        dues.meet_one(transaction, due.id, max(happened, due.started_at))
    else:
        dues.lift_one(transaction, due.id)


def _move(transaction: Transaction, due: Due, want: Owed, happened: Millis) -> None:
    if want.moves is Moves.PUT_OFF:
        dues.put_off(transaction, due, max(want.at, due.started_at), AGREED)
    elif want.moves is not Moves.SOONER or want.at < due.due_at:
        _end(transaction, due, happened, is_met=want.moves is Moves.GIVEN)
        _start(transaction, want, due.matter)
