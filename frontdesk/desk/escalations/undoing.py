"""What is taken back of an escalation: what people did about it, never that somebody was called."""

import json
from contextlib import suppress

from data.engine.connection import IntegrityError
from data.engine.transaction import Row, Transaction
from data.escalations import record
from frontdesk.domain.escalations.terms import LineKind
from frontdesk.domain.values.errors import Refused

_DONE_BY_PEOPLE = frozenset({LineKind.TOLD, LineKind.ACKNOWLEDGED, LineKind.ACTED, LineKind.DONE, LineKind.EXPLAINED})


def restore_escalation(transaction: Transaction, change: Row) -> None:
    """Take a change of an escalation back, unless it called somebody, or someone went on with it since."""
    if not _called_somebody(change):
        with suppress(Refused, IntegrityError):
            transaction.restore(change)


def note_undone(transaction: Transaction, change: Row) -> None:
    """The record of an escalation keeps what was taken back, and says that it was."""
    line = change["after"]
    kind = LineKind(line["kind"])
    if kind in _DONE_BY_PEOPLE:
        detail = json.dumps({"kind": kind})
        record.add(transaction, line["escalation_id"], LineKind.UNDONE, line["level"], detail=detail)


def _called_somebody(change: Row) -> bool:
    """Whether it belongs to raising an escalation or to its chain: who was called was called."""
    before, after = change["before"], change["after"]
    return before is None or before.get("calls") != after.get("calls")
