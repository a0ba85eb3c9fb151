"""Several stations at once: heard everywhere within a second, reported once, taken back or not, drill and real."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.incidents import commanding, reading, reporting, steps
from frontdesk.desk.matters import shown
from frontdesk.domain.escalations.terms import Kind, LineKind, State
from frontdesk.domain.incidents.incident import EntryKind, IncidentKind
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import HOUR, MINUTE, ManualClock, SystemClock

At = Callable[[str], Desk]
SUPPORT = Path(__file__).parents[2] / "support"
STATIONS = ("guard", "reception", "manager", "workshop")


def test_every_station_is_called_within_a_second(at: At, store: Path) -> None:
    at("张三")
    pipe = subprocess.PIPE
    with ExitStack() as open_ones:
        running = [
            subprocess.Popen([sys.executable, SUPPORT / "alarmed.py", store, name], stdin=pipe, stdout=pipe, text=True)
            for name in STATIONS
        ]
        for process in running:
            open_ones.enter_context(process)
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        took = []
        with Desk.open(store, Actor("guard", "张三"), SystemClock()) as desk:
            # The dialog has done that while somebody looked for the digit.
            steps.playbook_of(desk, IncidentKind.FIRE, "zh")
            for place in ("workshop", "paint", "office"):
                begun = time.monotonic()
                reporting.report(desk, IncidentKind.FIRE, place)
                heard = [json.loads(process.stdout.readline()) for process in running if process.stdout]
                assert {each["urgency"] for each in heard} == {"emergency"}
                took.append(max(each["at"] for each in heard) - begun)
    # Where other tests keep the cores busy, one of three tells.
    assert min(took) < 1


def races(three_stations: Any, at: At, store: Path, *orders: Any) -> Iterator[list[dict[str, Any]]]:
    three_stations.clock = at("张三").clock
    three_stations.open(store)
    for number in range(6):
        yield three_stations.race(*(order(number) for order in orders))
    three_stations.open(None)


def test_three_who_report_the_same_at_once_make_one(at: At, store: Path, three_stations: Any) -> None:
    places = ("zone", "workshop", "paint", "showroom", "lounge", "office")
    orders = [lambda number: ("report", "fire", places[number])] * 3
    for answers in races(three_stations, at, store, *orders):
        assert len({answer["answer"]["number"] for answer in answers}) == 1
        assert sorted(answer["answer"]["kind"] for answer in answers) == ["incident_joined"] * 2 + ["incident_report"]
    assert len(reading.listed(at("张三"))) == 6


def test_a_mistake_and_the_command_at_once(at: At, store: Path, three_stations: Any) -> None:
    guard = at("张三")
    numbers = [reporting.report(guard, IncidentKind.SUPPLY, "outside").number for _ in range(6)]
    orders = (lambda n: ("take_back", numbers[n]), lambda n: None, lambda n: ("take_command", numbers[n]))
    for number, answers in zip(numbers, races(three_stations, at, store, *orders), strict=True):
        assert "refused" not in answers[0]
        found = reading.shown(guard, number)
        assert found.incident.outcome is Outcome.MISTAKE
        taken = EntryKind.COMMAND in {entry.entry for entry in found.entries}
        assert taken is ("refused" not in answers[1])


def test_a_drill_and_something_real_at_once(at: At, store: Path, three_stations: Any) -> None:
    manager = at("王五")
    orders = (
        lambda n: ("report", "fire", "outside"),
        lambda n: None,
        lambda n: ("report", "power_failure", "office", {"is_drill": True}),
    )
    for _answers in races(three_stations, at, store, *orders):
        for each in reading.open_ones(manager):
            assert not each.is_drill
            commanding.take(manager, each.id)
            commanding.end(manager, each.id) if not reading.shown(manager, each.id).obstacles else reporting.take_back(
                manager, each.id
            )
    drills = [each for each in reading.listed(manager) if each.is_drill]
    assert {shown(manager, each.id).outcome for each in drills} <= {Outcome.STOPPED}


def test_a_night_with_one_guard(at: At, clock: ManualClock) -> None:
    """The alarm sounds each minute until he has it, comes back while it is not contained, and goes to whoever comes."""
    guard, manager = at("张三"), at("王五")
    number = reporting.report(guard, IncidentKind.FIRE, "workshop").number

    def alarm() -> Any:
        return next(each for each in guard.snapshot().escalations if each.kind is Kind.INCIDENT)

    def minutes(count: int) -> None:
        for _ in range(count):
            clock.at += MINUTE
            _alive(guard)
            handling.evaluate(guard)

    _alive(guard)
    minutes(10)
    assert 9 <= alarm().calls <= 13
    # Nobody above is at a station: he takes it at once.
    commanding.take(guard, number)
    calls = alarm().calls
    minutes(14)
    assert (alarm().state, alarm().calls) == (State.ACKNOWLEDGED, calls)
    minutes(1)
    assert alarm().state is State.RAISED
    commanding.take(guard, number)
    clock.at += 8 * HOUR
    commanding.take(manager, number)
    assert [e.value for e in reading.shown(guard, number).entries if e.entry is EntryKind.COMMAND] == ["张三", "王五"]
    commanding.contain(manager, number)
    minutes(3)
    assert Kind.INCIDENT not in {each.kind for each in guard.snapshot().escalations}
    called = reading.shown(guard, number).called
    assert {line.role for line in called if line.kind is LineKind.CALLED} >= {"manager", "director", "general_manager"}


def _alive(desk: Desk) -> None:
    from data.stations import SignOfLife, seen

    seen(desk.connection, [SignOfLife("g", desk.actor, None, 1, None)], desk.clock.now())
