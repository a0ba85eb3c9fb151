"""Whether records are past their term and still hold what is a customer's (G2)."""

from collections.abc import Iterator

from frontdesk.desk import retention
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor.finding import Finding, Level, safely


def terms(desk: Desk) -> list[Finding]:
    """Say of how many records what is personal has to go."""
    return safely("retention", lambda: _terms(desk))


def _terms(desk: Desk) -> Iterator[Finding]:
    held = retention.expired_cases(desk)
    if held.cases:
        facts: dict[str, object] = {"count": held.cases, "kind": str(held.kind), "before": held.past_before}
        yield Finding("retention", "past_term", Level.WARNING, facts)
