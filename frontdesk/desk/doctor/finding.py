"""What the doctor found, one thing at a time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from data.engine.connection import DatabaseError, is_stopped
from frontdesk.domain.values.errors import FrontdeskError


class Level(StrEnum):
    """How grave a finding is."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `name` says what was found; `facts` are what its sentence needs."""

    topic: str
    name: str
    level: Level = Level.OK
    facts: dict[str, object] = field(default_factory=dict)
    error: FrontdeskError | None = None


def safely(topic: str, look: Callable[[], Iterable[Finding]]) -> list[Finding]:
    """Check something that may be damaged in any way; if it cannot be read, that is a finding too."""
    try:
        return list(look())
    except (DatabaseError, FrontdeskError, ValueError, TypeError, LookupError, AttributeError, OverflowError) as error:
        if is_stopped(error):
            raise
        if isinstance(error, FrontdeskError) and not error.facts.get("detail"):
            return [Finding(topic, "refused", Level.PROBLEM, error=error)]
        detail = error.facts["detail"] if isinstance(error, FrontdeskError) else f"{type(error).__name__}: {error}"
        return [Finding(topic, "unreadable", Level.PROBLEM, {"detail": detail})]
