"""Whether a case goes under entries that the store lists, whatever a form still offers."""

from data import policy as policies
from data.engine.connection import Connection
from frontdesk.domain.cases.case import CaseKind, Channel
from frontdesk.domain.cases.lists import listed
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason


def check_listed(connection: Connection, channel: str | None, kind: str | None) -> None:
    """Raise `Refused(UNKNOWN_CHOICE)` for what the policy in force does not list; None is not looked at."""
    policy = policies.current(connection)
    for entry, entries, known in ((channel, policy.channels, Channel), (kind, policy.kinds, CaseKind)):
        if entry is not None and entry not in entries:
            raise Refused(ValueReason.UNKNOWN_CHOICE, text=entry, choices=listed(entries, known))
