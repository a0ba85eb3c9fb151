"""The over-counts and over-stays that a review is about (Z7)."""

from data.engine.connection import Connection
from data.escalations.escalations import select
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import CROWDING
from frontdesk.domain.values.clock import Millis


def between(connection: Connection, begins: Millis, ends: Millis) -> tuple[Escalation, ...]:
    """Return the over-counts and over-stays crossed at or after one instant and before another, in that order."""
    kinds = ", ".join(f"'{kind}'" for kind in sorted(CROWDING))
    return select(
        connection,
        f"indexed by escalations_by_crossing where kind in ({kinds}) and crossed_at >= ? and crossed_at < ?"
        " order by crossed_at, id",
        begins,
        ends,
    )
