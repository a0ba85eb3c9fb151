"""Small words for what happens at a desk: cars that arrive, the prompts that are up, why something was refused."""

from collections.abc import Callable

import pytest

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import Action, Kind
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import Plate

SECOND, MINUTE = 1_000, 60_000
CAR = Plate("苏A12345")


def prompts(desk: Desk) -> list[tuple[Kind, int]]:
    return [(e.kind, e.crossed_at) for e in desk.snapshot().escalations]


def last_closed(desk: Desk) -> Escalation:
    return desk.snapshot().closed[0]


def refusal(call: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.reason


def arrive(desk: Desk, *numbers: int) -> None:
    for number in numbers:
        zone.arrive(desk, Plate(f"苏A0000{number}"))
        zone.receive(desk, Plate(f"苏A0000{number}"))


def act(desk: Desk, action: Action, plate: Plate) -> Result:
    prompt = desk.snapshot().escalations[0]
    return decisions.act(desk, prompt.id, action, (plate,), seen=prompt.acted_at)
