"""What a station is asked, line by line: one line for one kind, and which of them F8 answers."""

from collections.abc import Callable
from typing import Any

import pytest

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.panel import Row, answered_next, rows
from frontdesk.domain.escalations.prompts import for_station
from frontdesk.domain.escalations.tasks import Errand, Task
from frontdesk.domain.escalations.terms import Action, Kind, State
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.cars import Car, Purpose, ZoneClock
from frontdesk.domain.zone.offers import Offer
from frontdesk.domain.zone.places import Place, PlaceKind

Make = Callable[..., Escalation]
GUARD, RECEPTION, MANAGER = StationKind.GUARD, StationKind.RECEPTION, StationKind.MANAGER
TASK = Task(1, 1, Errand.DRIVE, 1, Plate("苏A12345"), "repair", "", 0, "王五")
BAY, LANE = Place("bay1", PlaceKind.BAY, "1", 1), Place("lane", PlaceKind.LANE, "", None)


def offer(visit: int) -> Offer:
    car = Car(visit, Plate(f"苏A0000{visit}"), Purpose.MAINTENANCE, LANE, 0, ZoneClock(0, 0), 0)
    return Offer(car, BAY)


def lines(station: StationKind, standing: list[Escalation], *more: Any) -> tuple[Row, ...]:
    tasks = [item for item in more if isinstance(item, Task)]
    offered = [item for item in more if isinstance(item, Offer)]
    return rows(for_station(standing, (), station, Policy(), 0), tasks, offered, station, decides=station is MANAGER)


def numbers(found: tuple[Row, ...]) -> list[list[int]]:
    return [[prompt.id for prompt in row.prompts] for row in found]


def acknowledged(who: str) -> dict[str, Any]:
    return {"state": State.ACKNOWLEDGED, "acknowledged_at": 1, "acknowledged_by": who}


def acted(who: str, action: Action = Action.DIVERT) -> dict[str, Any]:
    return {"state": State.ACTED, "acted_at": 1, "verify_at": 2, "acted_by": who, "action": action}


@pytest.mark.parametrize(
    ("station", "kind", "each", "expected"),
    [
        (RECEPTION, Kind.LATE_RECEPTION, [{}, {}, {}], [[1, 2, 3]]),
        # A late reception that went to the manager too is one like the others to whoever receives.
        (RECEPTION, Kind.LATE_RECEPTION, [{"level": 2}, {}, {}], [[1, 2, 3]]),
        (MANAGER, Kind.LATE_RECEPTION, [{"level": 2}, {"level": 2}, {}], [[1, 2]]),
        (MANAGER, Kind.COMPLAINT_DUE, [{}, {"level": 2}, acknowledged("王五")], [[1, 2], [3]]),
        (RECEPTION, Kind.DIVERSION_EXPIRED, [{}, {}], [[1, 2]]),
        (MANAGER, Kind.OVER_STAY, [{}, {"level": 2}, {}], [[1, 2, 3]]),
        # Whoever was called last is another one at each level.
        (GUARD, Kind.OVER_STAY, [{}, {"level": 2}, {}], [[1, 3], [2]]),
        (MANAGER, Kind.OVER_STAY, [acknowledged("王五"), acknowledged("赵六"), acknowledged("王五")], [[1, 3], [2]]),
        (MANAGER, Kind.OVER_STAY, [acted("王五"), acted("王五", Action.REPAIR), {}], [[3], [1], [2]]),
    ],
)
def test_one_line_for_one_kind(
    escalation: Make, station: StationKind, kind: Kind, each: list[dict[str, Any]], expected: list[list[int]]
) -> None:
    standing = [escalation(kind, id=number, crossed_at=number, **more) for number, more in enumerate(each, 1)]
    assert numbers(lines(station, standing)) == expected


@pytest.mark.parametrize("more", [{}, acknowledged("王五"), acted("王五")])
def test_the_over_count_is_first_at_the_manager(escalation: Make, more: dict[str, Any]) -> None:
    """Whoever has it: nine late receptions must not push it off the screen."""
    late = [escalation(Kind.LATE_RECEPTION, id=number, level=2) for number in range(1, 10)]
    count = escalation(Kind.OVER_COUNT, id=20, crossed_at=99, **more)
    found = lines(MANAGER, [*late, count], TASK)
    assert numbers(found)[:2] == [[20], list(range(1, 10))]
    over = escalation(Kind.OVER_COUNT, id=20, cleared_at=0)
    assert numbers(rows([over, *late], (), (), MANAGER, decides=True)) == [list(range(1, 10)), [20]]


def test_what_is_to_be_answered_then_errands_then_offers_then_what_somebody_has(escalation: Make) -> None:
    standing = [
        escalation(Kind.OVER_COUNT, id=1, level=2, **acted("王五")),
        escalation(Kind.LATE_RECEPTION, id=2),
    ]
    found = lines(RECEPTION, standing, offer(1), offer(2), TASK)
    assert [type(row.first).__name__ for row in found] == ["Escalation", "Task", "Offer", "Escalation"]
    assert numbers(found) == [[2], [], [], [1]]
    # All that is offered is one line too.
    assert len(found[2].items) == 2
    assert [row.has_a_key for row in found] == [True, True, True, False]
    assert [row.has_a_key for row in lines(MANAGER, [], offer(1))] == [True]


def test_f8_answers_the_first_line_that_asks(escalation: Make) -> None:
    count = escalation(Kind.OVER_COUNT, id=1, **acted("王五"))
    late = escalation(Kind.LATE_RECEPTION, id=2, level=2)

    def answered(*standing: Escalation) -> list[int]:
        row = answered_next(lines(MANAGER, list(standing)))
        return [prompt.id for prompt in row.prompts] if row else []

    assert answered(count, late) == [2]
    assert answered(count) == [1]
    assert answered() == []


def test_an_incident_stands_first_and_leaves_f8_to_the_lines_that_name_it(escalation: Make) -> None:
    fire, stay = escalation(Kind.INCIDENT, id=1), escalation(Kind.OVER_STAY, id=2)
    for station in (GUARD, MANAGER):
        found = lines(station, [stay, fire])
        assert numbers(found) == [[1], [2]]
        assert answered_next(found) == found[1]
        assert answered_next(found[:1]) == found[0]


@pytest.mark.parametrize(
    ("more", "asks"),
    [
        ({}, {"tells": True, "decides": True}),
        ({"told_at": 1}, {"tells": False, "decides": True}),
        (acknowledged("王五"), {"tells": False, "decides": True}),
        (acted("王五"), {"tells": False, "decides": False}),
    ],
)
def test_whoever_only_tells_is_asked_once(escalation: Make, more: dict[str, Any], asks: dict[str, bool]) -> None:
    """What was told must not stand before what else there is to do."""
    count = escalation(Kind.OVER_COUNT, id=1, level=2, **more)
    (tells,) = rows([count], (), (), RECEPTION, decides=False)
    (decides,) = rows([count], (), (), RECEPTION, decides=True)
    assert {"tells": tells.asks, "decides": decides.asks} == asks


def test_a_line_is_the_same_line_whatever_joins_it(escalation: Make) -> None:
    one, two = (escalation(Kind.LATE_RECEPTION, id=number, crossed_at=number) for number in (1, 2))
    assert lines(RECEPTION, [one])[0].key == lines(RECEPTION, [one, two])[0].key == lines(RECEPTION, [two])[0].key
    # Another car for another bay is another offer: a key meant for the one before does not do it.
    assert lines(GUARD, [], offer(1))[0].key != lines(GUARD, [], offer(2))[0].key


def test_at_the_managers_f8_decides_and_what_the_floor_offers_is_only_shown(escalation: Make) -> None:
    """Pressed once more after a decision, F8 would put a car into a bay that nobody guided there."""
    count = escalation(Kind.OVER_COUNT, id=1, **acted("王五"))
    found = lines(MANAGER, [count], offer(1))
    assert [type(row.first).__name__ for row in found] == ["Escalation", "Offer"]
    assert answered_next(found) == found[0]
    assert answered_next(lines(MANAGER, [], offer(1))) is None
    for station in (GUARD, RECEPTION):
        (offered,) = lines(station, [], offer(1))
        assert answered_next([offered]) == offered
