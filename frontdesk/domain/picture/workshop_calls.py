"""What of a rescue stands at the workshop's station, and what it is called for (R2, R5, R6)."""

from collections.abc import Iterable

from frontdesk.domain.escalations.prompts import Urgency
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Matter, MatterKind
from frontdesk.domain.values.clock import Millis

OF_WORKSHOP = frozenset({DueName.RESCUE_PLAN, DueName.RESCUE_PARTS, DueName.RESCUE_SUPERVISOR})
"""What the workshop owes while somebody stands on the road."""


class WorkshopCalls:
    """What the workshop was called for."""

    def __init__(self) -> None:
        self._called: frozenset[tuple[int, bool]] = frozenset()

    def look(self, rescues: Iterable[Matter], now: Millis) -> Urgency | None:
        """Return how loudly the workshop is called: once when it owes something, louder once that is late."""
        owed = (due for matter in rescues for due in matter.dues if due.is_running and due.name in OF_WORKSHOP)
        up = frozenset((due.id, now > due.due_at) for due in owed)
        new, self._called = up - self._called, up
        if not new:
            return None
        return Urgency.ALARM if any(is_late for _due, is_late in new) else Urgency.NOTICE


def is_awaited(matter: Matter) -> bool:
    """Whether somebody stands on the road and waits: a rescue that has not ended."""
    due = matter.next_due
    return matter.kind is MatterKind.RESCUE and due is not None and due.name is not DueName.RESCUE_FOLLOW_UP
