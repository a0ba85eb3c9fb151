"""Whether records are past their term and still hold what is a customer's (G2)."""

from collections.abc import Iterator

from frontdesk.desk import retention
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor.finding import Finding, Level, safely


def terms(desk: Desk) -> list[Finding]:
    """Say of how many records what is personal has to go."""
    return safely("retention", lambda: _terms(desk))


def _terms(desk: Desk) -> Iterator[Finding]:
    for held in retention.shown(desk):
        count = sum(held.going.values()) - held.numbers
        if count:
            facts: dict[str, object] = {"count": count, "kind": str(held.kind), "before": held.past_before}
            yield Finding("retention", "past_term", Level.WARNING, facts)
