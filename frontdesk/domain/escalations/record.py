"""A line of an escalation's record."""

import json
from dataclasses import dataclass

from frontdesk.domain.escalations.terms import LineKind
from frontdesk.domain.values.clock import Millis


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One line of an escalation's record: who was called, told, or did something, and when.

    `due_at` is when it should have happened, `at` when it did: the difference is how late it was.
    """

    escalation: int
    kind: LineKind
    level: int
    due_at: Millis
    at: Millis
    role: str = ""
    """Whom it called; "" where it called nobody."""
    who: str = ""
    """The person called, or who did it."""
    delivered: bool = True
    """Whether there was a station, and a name, to reach them at."""
    detail: str = ""

    @property
    def facts(self) -> dict[str, object]:
        """What a line says besides, by name; a line that says it as a plain word has none."""
        try:
            found = json.loads(self.detail)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    @property
    def late(self) -> Millis:
        """How much later than due it was."""
        return max(0, self.at - self.due_at)
