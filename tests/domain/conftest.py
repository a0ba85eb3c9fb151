"""Values the rules are tried on."""

from collections.abc import Callable

import pytest

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.plan import plan_for
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.escalations.terms import Kind, Outcome, State
from frontdesk.domain.policy.policy import Policy


@pytest.fixture
def escalation() -> Callable[..., Escalation]:
    """Make an escalation whose first stage was called and that nobody touched, unless the test says otherwise."""

    def make(kind: Kind, **more: object) -> Escalation:
        crossed_at = more.get("crossed_at", 0)
        facts: dict[str, object] = {
            "id": 1, "kind": kind, "plate": "",
            "subject": Subject.of_zone() if kind is Kind.OVER_COUNT else Subject.of_visit(1),
            "crossed_at": crossed_at, "raised_at": crossed_at, "state": State.RAISED, "revision": 1,
            "plan": plan_for(kind, Policy()), "level": 1, "based_at": crossed_at, "called_at": crossed_at, "calls": 1,
            "continues": None, "told_at": None, "told_by": "", "acknowledged_at": None, "acknowledged_by": "",
            "acted_at": None, "acted_by": "", "action": None, "verify_at": None, "cleared_at": None,
            "cleared_by": "", "cleared_from": None, "outcome": None, "why": None, "explained_by": "", **more,
        }  # fmt: skip
        if facts["cleared_at"] is not None:
            facts |= {"cleared_from": facts["state"], "state": State.CLEARED}
            facts["outcome"] = facts["outcome"] or Outcome.CLEARED
        return Escalation(**facts)  # type: ignore[arg-type]

    return make
