"""Undoing what people did about an escalation; a call to somebody is never undone."""

import json
from contextlib import suppress

from data.engine.connection import IntegrityError
from data.engine.transaction import Row, Transaction
from data.escalations import record
from frontdesk.domain.escalations.terms import LineKind
from frontdesk.domain.values.errors import Refused

_DONE_BY_PEOPLE = frozenset({LineKind.TOLD, LineKind.ACKNOWLEDGED, LineKind.ACTED, LineKind.DONE, LineKind.EXPLAINED})


def restore_escalation(transaction: Transaction, change: Row) -> None:
    """Undo a change of an escalation, unless it called somebody or someone continued from it since."""
    if not _called_somebody(change):
        with suppress(Refused, IntegrityError):
            transaction.restore(change)


def note_undone(transaction: Transaction, change: Row) -> None:
    """Keep an undone line in the record of an escalation, and add that it was undone."""
    line = change["after"]
    kind = LineKind(line["kind"])
    if kind in _DONE_BY_PEOPLE:
        detail = json.dumps({"kind": kind})
        record.add(transaction, line["escalation_id"], LineKind.UNDONE, line["level"], detail=detail)


def _called_somebody(change: Row) -> bool:
    """Whether a change raised an escalation or belongs to its chain; calls that were made are not undone."""
    before, after = change["before"], change["after"]
    return before is None or before.get("calls") != after.get("calls")
