"""Which crowd in the zone somebody has answered for (Z5)."""

from collections.abc import Iterable

from frontdesk.domain.escalations.escalation import Escalation


def answered_crossing(series: Iterable[Escalation], latest: Escalation) -> Escalation:
    """Return the crossing of a prompt that somebody decided on, or else took on; where nobody did, the latest."""
    at = latest.acknowledged_at if latest.acted_at is None else latest.acted_at
    stood = [e for e in series if at is not None and e.crossed_at <= at <= (e.cleared_at or at)]
    return min(stood, key=lambda e: e.id, default=latest)
