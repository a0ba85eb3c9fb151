"""Whoever has seen a late reception is on record as that, and nobody as having taken it on (Z4a)."""

from collections.abc import Callable

import pytest
from at_desk import MINUTE
from attended import sign
from deciding import FOUR

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling, record
from frontdesk.domain.escalations.reasons import EscalationReason
from frontdesk.domain.escalations.terms import Kind, LineKind, State
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused


@pytest.fixture
def late(desk: Desk, clock: ManualClock) -> tuple[int, ...]:
    """Two customers who were not received in time."""
    for plate in FOUR[:2]:
        zone.arrive(desk, plate)
    clock.at += MINUTE + 1
    sign(desk, clock.at)
    handling.evaluate(desk)
    return tuple(each.id for each in desk.snapshot().escalations)


def shown(desk: Desk, station: StationKind, who: str) -> list[Kind]:
    return [each.kind for each in desk.snapshot().prompts(station, desk.now(), who)]


def test_all_of_a_line_are_seen_at_once_and_taken_on_by_nobody(
    desk: Desk, open_desk: Callable[..., Desk], clock: ManualClock, late: tuple[int, ...]
) -> None:
    reception = open_desk("reception", "李四")
    handling.see(reception, late)
    for number in late:
        page = record.page(desk, number)
        assert (page.escalation.state, page.escalation.acknowledged_by) == (State.RAISED, "")
        assert [(step.kind, step.who) for step in page.steps if step.who == "李四"] == [(LineKind.SEEN, "李四")]
    assert shown(desk, StationKind.RECEPTION, "李四") == []
    assert shown(desk, StationKind.RECEPTION, "赵六") == [Kind.LATE_RECEPTION] * 2
    # The manager is called two minutes later all the same, this very person too, at that station.
    clock.at += 2 * MINUTE
    sign(desk, clock.at)
    handling.evaluate(desk)
    assert shown(desk, StationKind.MANAGER, "李四") == [Kind.LATE_RECEPTION] * 2
    handling.see(open_desk("manager", "李四"), late)
    assert shown(desk, StationKind.MANAGER, "李四") == []


def test_what_is_over_is_passed_over(desk: Desk, open_desk: Callable[..., Desk], late: tuple[int, ...]) -> None:
    reception = open_desk("reception", "李四")
    zone.receive(desk, FOUR[0])
    assert handling.see(reception, late).number == late[1]
    with pytest.raises(Refused) as refused:
        handling.see(reception, late)
    assert refused.value.reason is EscalationReason.ALREADY_HANDLED
    assert refused.value.facts["who"] == "李四"
    zone.receive(desk, FOUR[1])
    with pytest.raises(Refused) as refused:
        handling.see(reception, late)
    assert (refused.value.reason, refused.value.facts["who"]) == (EscalationReason.ESCALATION_CLOSED, "张三")
