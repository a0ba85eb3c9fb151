"""Values the rules are tried on."""

from collections.abc import Callable

import pytest

from frontdesk.domain.escalations import Escalation, Kind, Outcome, State


@pytest.fixture
def escalation() -> Callable[..., Escalation]:
    """Make an escalation that was raised and not touched, unless the test says otherwise."""

    def make(kind: Kind, **more: object) -> Escalation:
        facts: dict[str, object] = {
            "id": 1, "kind": kind, "subject": "zone" if kind is Kind.OVER_COUNT else "visit:1", "plate": "",
            "crossed_at": 0, "raised_at": 0, "state": State.RAISED, "revision": 1, "told_at": None, "told_by": "",
            "acknowledged_at": None, "acknowledged_by": "", "acted_at": None, "acted_by": "", "action": None,
            "cleared_at": None, "cleared_by": "", "outcome": None, **more,
        }  # fmt: skip
        if facts["cleared_at"] is not None:
            facts |= {"state": State.CLEARED, "outcome": Outcome.CLEARED}
        return Escalation(**facts)  # type: ignore[arg-type]

    return make
