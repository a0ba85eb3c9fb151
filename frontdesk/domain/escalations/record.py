"""A line of an escalation's record."""

import json
from typing import NamedTuple

from frontdesk.domain.escalations.terms import LineKind
from frontdesk.domain.values.clock import Millis


class RecordLine(NamedTuple):
    """One line of an escalation's record: who was called or told, or did something, and when.

    `due_at`: when it should have happened; `at`: when it did, so that the difference is the delay.
    """

    escalation: int
    kind: LineKind
    level: int
    due_at: Millis
    at: Millis
    role: str = ""
    """The role it called, or "" if it called nobody."""
    who: str = ""
    """The person called, or who did it."""
    delivered: bool = True
    """Whether a station was there, and a name known, to reach them."""
    detail: str = ""

    @property
    def facts(self) -> dict[str, object]:
        """Other facts of the line, by name; a line with only a plain word has none."""
        try:
            found = json.loads(self.detail)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    @property
    def late(self) -> Millis:
        """How long after the due time it happened."""
        return max(0, self.at - self.due_at)
