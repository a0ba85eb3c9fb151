"""Which station shows which prompt, which must act, how urgently (Z5, Z6, Z4a)."""

from collections.abc import Callable
from typing import Any

import pytest

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.prompts import (
    Urgency,
    addressees,
    for_station,
    in_order,
    is_answered,
    must_act,
    urgency,
)
from frontdesk.domain.escalations.terms import Kind, Outcome, State
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.stations.station import StationKind

Make = Callable[..., Escalation]
GUARD, RECEPTION, MANAGER, LOUNGE = StationKind.GUARD, StationKind.RECEPTION, StationKind.MANAGER, StationKind.LOUNGE
ACKNOWLEDGED = {"state": State.ACKNOWLEDGED, "acknowledged_at": 1}
ACTED = {"state": State.ACTED, "acted_at": 1, "verify_at": 2}


@pytest.mark.parametrize("kind", [Kind.OVER_COUNT, Kind.OVER_STAY])
@pytest.mark.parametrize(
    ("more", "shown", "acting"),
    [
        ({"level": 0}, set(), set()),
        ({}, {GUARD, MANAGER}, {GUARD, MANAGER}),
        ({"told_at": 1}, {MANAGER}, {MANAGER}),
        (ACKNOWLEDGED, {MANAGER}, set()),
        (ACTED, {MANAGER}, set()),
        ({"level": 2}, {GUARD, MANAGER, RECEPTION}, {MANAGER, RECEPTION}),
        ({"level": 2, "told_at": 1}, {MANAGER, RECEPTION}, {MANAGER, RECEPTION}),
        ({"level": 2, **ACKNOWLEDGED}, {MANAGER, RECEPTION}, set()),
        ({"level": 3, "told_at": 1}, {MANAGER, RECEPTION}, {MANAGER, RECEPTION}),
        ({"level": 3, **ACTED}, {MANAGER, RECEPTION}, set()),
    ],
)
def test_a_crowding(escalation: Make, kind: Kind, more: dict[str, Any], shown: set[Any], acting: set[Any]) -> None:
    found = escalation(kind, **more)
    assert addressees(found) == shown
    assert {station for station in StationKind if must_act(found, station)} == acting


@pytest.mark.parametrize(
    ("kind", "level", "shown", "acting"),
    [
        (Kind.LATE_RECEPTION, 1, {RECEPTION}, {RECEPTION}),
        (Kind.LATE_RECEPTION, 2, {RECEPTION, MANAGER}, {MANAGER}),
        (Kind.DIVERSION_EXPIRED, 1, {RECEPTION}, {RECEPTION}),
        (Kind.DIVERSION_EXPIRED, 2, {RECEPTION, MANAGER}, {MANAGER}),
        (Kind.COMPLAINT_DUE, 1, {RECEPTION, MANAGER}, {RECEPTION, MANAGER}),
    ],
)
def test_the_others(escalation: Make, kind: Kind, level: int, shown: set[Any], acting: set[Any]) -> None:
    found = escalation(kind, level=level)
    assert addressees(found) == shown
    assert {station for station in StationKind if must_act(found, station)} == acting
    assert addressees(escalation(kind, level=level, **ACKNOWLEDGED)) == shown


@pytest.mark.parametrize(
    ("kind", "level", "expected"),
    [
        (Kind.OVER_COUNT, 1, Urgency.ALARM),
        (Kind.OVER_STAY, 1, Urgency.ALARM),
        (Kind.LATE_RECEPTION, 1, Urgency.NOTICE),
        (Kind.LATE_RECEPTION, 2, Urgency.ALARM),
        (Kind.DIVERSION_EXPIRED, 1, Urgency.NOTICE),
        (Kind.DIVERSION_EXPIRED, 2, Urgency.ALARM),
        (Kind.COMPLAINT_DUE, 1, Urgency.NOTICE),
    ],
)
def test_urgency(escalation: Make, kind: Kind, level: int, expected: Urgency) -> None:
    assert urgency(escalation(kind, level=level)) is expected


@pytest.mark.parametrize(
    ("kind", "more", "answered"),
    [
        (Kind.OVER_COUNT, {}, False),
        (Kind.OVER_COUNT, ACKNOWLEDGED, False),
        (Kind.OVER_COUNT, ACTED, True),
        (Kind.OVER_COUNT, {"cleared_at": 1}, True),
        (Kind.LATE_RECEPTION, {}, False),
        (Kind.LATE_RECEPTION, ACKNOWLEDGED, True),
        (Kind.COMPLAINT_DUE, ACKNOWLEDGED, True),
    ],
)
def test_answered(escalation: Make, kind: Kind, more: dict[str, Any], answered: bool) -> None:
    assert is_answered(escalation(kind, **more)) is answered


def shown(
    station: StationKind, standing: list[Escalation], closed: list[Escalation] | None = None, now: int = 0
) -> Any:
    return [e.id for e in for_station(standing, closed or [], station, Policy(), now)]


def test_what_is_to_be_answered_comes_first_then_the_count_then_the_oldest(escalation: Make) -> None:
    standing = [
        escalation(Kind.OVER_STAY, id=1, crossed_at=10),
        escalation(Kind.OVER_STAY, id=2, crossed_at=5),
        escalation(Kind.OVER_COUNT, id=3, crossed_at=50),
        escalation(Kind.OVER_COUNT, id=4, crossed_at=1, **ACTED),
        escalation(Kind.COMPLAINT_DUE, id=5, crossed_at=0),
    ]
    assert shown(MANAGER, standing) == [3, 2, 1, 5, 4]
    assert shown(GUARD, standing) == [3, 2, 1]
    assert shown(RECEPTION, standing) == [5]
    assert shown(LOUNGE, standing) == []
    # The past lists them so too; an over-count is first there, whoever has it.
    assert [each.id for each in in_order(standing)] == [3, 4, 2, 1, 5]


@pytest.mark.parametrize(
    ("after", "more", "there"),
    [
        (0, {}, True),
        (29_999, {}, True),
        (30_000, {}, False),
        (10, {"outcome": Outcome.UNHANDLED}, True),
        (10, {"outcome": Outcome.CORRECTED}, False),
        (10, {"outcome": Outcome.UNDONE}, False),
    ],
)
def test_a_prompt_that_is_over_stays_for_the_hold_time(escalation: Make, after: int, more: Any, there: bool) -> None:
    ended = escalation(Kind.OVER_COUNT, cleared_at=1000, **more)
    assert shown(MANAGER, [], [ended], 1000 + after) == ([1] if there else [])
    assert shown(GUARD, [], [ended], 1000 + after) == []
    late = escalation(Kind.LATE_RECEPTION, cleared_at=1000, **more)
    assert shown(RECEPTION, [], [late], 1000 + after) == []


def test_a_series_is_one_prompt(escalation: Make) -> None:
    first = escalation(Kind.OVER_COUNT, id=1, cleared_at=1000)
    second = escalation(Kind.OVER_COUNT, id=2, continues=1, cleared_at=2000)
    third = escalation(Kind.OVER_COUNT, id=3, continues=1, crossed_at=3000)
    assert shown(MANAGER, [third], [second, first], 3000) == [3]
    assert shown(MANAGER, [], [second, first], 3000) == [2]
