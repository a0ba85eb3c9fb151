"""Whether records are past their term and still hold what is a customer's (G2)."""

from frontdesk.desk import retention
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor.finding import Finding, Level, safely


def terms(desk: Desk) -> list[Finding]:
    """Say of how many records what is personal has to go."""
    return safely(
        "retention",
        lambda: [
            Finding(
                "retention",
                "past_term",
                Level.WARNING,
                {"count": held.cases, "kind": str(held.kind), "before": held.past_before},
            )
            for held in retention.shown(desk)
            if held.cases
        ],
    )
