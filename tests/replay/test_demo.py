"""The demo: everything happens within its first minute, it never dries up, and nobody can break it."""

import contextlib
import random
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from demo_day import running

from data.zone import floor as floors
from frontdesk.demo.day import DEFAULT_SPEED, LABEL, SPEEDS, Demo, Runner
from frontdesk.demo.script import script
from frontdesk.desk import lounge, zone
from frontdesk.desk.cases import steps as case_steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling, tasks
from frontdesk.desk.rescues import rescues
from frontdesk.desk.undo import undo
from frontdesk.domain.cases.case import Severity
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.escalations.actions import options
from frontdesk.domain.escalations.terms import Action, Kind, State, Why
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.progress.events import ProgressEvent
from frontdesk.domain.rescues.owed import tolerance_of
from frontdesk.domain.rescues.terms import RescueOutcome, RescueStage
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import HOUR, MINUTE, SECOND, ManualClock, to_datetime
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate, is_usual

VISITOR = Actor("manager", "visitor")


@pytest.fixture
def machine() -> Any:
    return ManualClock(1_772_430_000_000)


@pytest.fixture
def demo(tmp_path: Path, machine: Any) -> Iterator[Any]:
    with running(tmp_path, machine) as made:
        yield made


@pytest.fixture
def watcher(demo: Any, machine: Any) -> Iterator[Any]:
    with Desk.open(demo.path, VISITOR, machine) as desk:
        yield desk


def _pass(demo: Any, machine: Any, seconds: Any, each: Any = None) -> None:
    for _quarter in range(round(seconds * 4)):
        machine.at += 250
        demo.step()
        if each:
            each()


def _events(desk: Desk) -> Any:
    return desk.connection.execute("select kind, station, who from events").fetchall()


def test_it_opens_with_a_past_a_staff_and_a_morning_under_way(demo: Any, watcher: Any) -> None:
    seen = watcher.snapshot()
    assert (seen.pace.label, seen.pace.rate) == (LABEL, DEFAULT_SPEED)
    assert to_datetime(watcher.now()).strftime("%H:%M:%S") == "01:40:00"  # 09:40 in the store
    assert {person.post for person in seen.staff} == {
        "guard", "advisor", "supervisor", "manager", "director", "technician",
    }  # fmt: skip
    assert all(person.phone for person in seen.staff)
    assert seen.floor.count == 3
    assert len(zone.known_plates(watcher, "")) >= 40
    assert zone.timeline(watcher, Plate("苏U89XK5"))[0].left_at < watcher.now() - 12 * HOUR


def test_every_situation_happens_within_the_first_minute(demo: Any, watcher: Any, machine: Any) -> None:
    prompts: Counter[Any] = Counter()
    severities: set[Any] = set()

    def look() -> None:
        seen = watcher.snapshot()
        now = seen.now(machine.now())
        severities.update(case.severity for case in seen.complaints if case.received_at > now - 20 * MINUTE)
        for station in StationKind:
            for escalation in seen.prompts(station, now):
                prompts[station, escalation.kind] += 1

    _pass(demo, machine, 60, look)
    done = Counter(kind for kind, _station, _who in _events(watcher))
    assert {"turn_away", "register", "act", "work_order", "hand_over", "undo", "tell", "acknowledge"} <= set(done)
    assert severities == {Severity.ORDINARY, Severity.MAJOR}
    seen = watcher.snapshot()
    closed = {e.kind: e for e in seen.closed if e.crossed_at > watcher.now() - 20 * MINUTE}
    # A diversion expires after half an hour only; nobody waits that long here.
    assert set(closed) == set(Kind) - {Kind.DIVERSION_EXPIRED}
    assert (closed[Kind.OVER_COUNT].action, closed[Kind.OVER_STAY].action) == (Action.DIVERT, Action.REPAIR)
    assert {"done", "ticket_call", "ticket_return"} <= set(done)
    assert {each.value for each in (ProgressEvent.FOUND, ProgressEvent.DECIDE, ProgressEvent.HAND_BACK)} <= set(done)
    assert watcher.connection.execute("select number, calls, closed_at is null from tickets").fetchall() == [(1, 1, 0)]
    # Each prompt stands long enough, in real seconds, for somebody who is watching to deal with it.
    quarter = 0.25
    assert prompts[StationKind.MANAGER, Kind.OVER_COUNT] * quarter >= 12
    assert prompts[StationKind.MANAGER, Kind.OVER_STAY] * quarter >= 12
    assert prompts[StationKind.MANAGER, Kind.COMPLAINT_DUE] * quarter >= 12
    assert prompts[StationKind.GUARD, Kind.OVER_COUNT] * quarter >= 5
    assert prompts[StationKind.RECEPTION, Kind.LATE_RECEPTION] * quarter >= 5


@pytest.mark.parametrize("hour", [0, 6, 12, 23])
def test_its_morning_goes_on_whatever_time_of_day_it_is(tmp_path: Path, hour: int) -> None:
    at_midnight = 1_772_380_800_000  # 00:00 in the store
    machine = ManualClock(at_midnight + hour * HOUR)
    demo = Demo.create(tmp_path, machine)
    _pass(demo, machine, 10)
    with Desk.open(demo.path, VISITOR, machine) as desk:
        assert to_datetime(desk.now()).strftime("%H:%M:%S") == "01:43:20"  # 09:40 in the store, and 200 s
        assert desk.snapshot().clock_set is None
    demo.close()


def test_different_people_work_at_four_stations(demo: Any, watcher: Any, machine: Any) -> None:
    _pass(demo, machine, 60)
    people = {(station, who) for _kind, station, who in _events(watcher)}
    assert {station for station, _who in people} == {"guard", "reception", "manager", "workshop"}
    assert len({who for _station, who in people}) >= 6


def test_the_same_day_every_time(demo: Any, watcher: Any, machine: Any, tmp_path: Path) -> None:
    other = ManualClock(machine.at)
    again = Demo.create(tmp_path / "again", other)
    _pass(demo, machine, 90)
    _pass(again, other, 90)
    with Desk.open(again.path, VISITOR, other) as desk:
        rows = "select at, station, who, kind, plate, place, detail from events order by seq"
        assert desk.connection.execute(rows).fetchall() == watcher.connection.execute(rows).fetchall()
    again.close()


def test_it_goes_on_into_the_next_day_with_plates_of_a_known_form_only(demo: Any, watcher: Any, machine: Any) -> None:
    first = watcher.now()
    plates = {line.plate for line in demo._lines if line.plate}
    assert demo.faster() == 60
    # Nobody does anything until closing time, which is near; then it goes on in steps of ten minutes of the store's.
    late = (17 * 60 + 50) * 60
    demo._lines = [line for line in demo._lines if line.at >= late]
    machine.at += (demo._midnight + late * SECOND - first) // 60
    for _step in range(2):
        assert watcher.now() < first + 9 * HOUR
        machine.at += 10_000
        demo.step()
    # The next day has begun before it opens, and all who were there are sent home.
    assert first + 22 * HOUR < watcher.now() < first + 23 * HOUR
    assert not watcher.snapshot().floor.cars
    plates |= {line.plate for line in demo._lines if line.plate}
    for _step in range(6):
        machine.at += 10_000
        demo.step()
    now = watcher.now()
    assert first + 23 * HOUR < now < first + 24 * HOUR
    assert watcher.snapshot().floor.cars
    lately = "select count(*) from visits where arrived_at > ?"
    assert watcher.connection.execute(lately, (now - HOUR,)).fetchone()[0] >= 3
    plates |= {plate for (plate,) in watcher.connection.execute("select plate from visits")}
    assert len(plates) > 100
    assert all(is_usual(plate) for plate in plates)


def test_a_rescue_is_on_the_road_and_ends_in_time(demo: Any, watcher: Any, machine: Any) -> None:
    """R1–R4: from the call at 10:01:30 to the repair on site; nothing owed in it was late."""
    demo._lines = [line for line in demo._lines if line.do.startswith("rescue")]
    assert demo.faster() == 60
    seen = []
    for _minute in range(120):
        machine.at += 1_000
        demo.step()
        seen += [each.stage(tolerance_of(Policy())) for each in rescues.newest(watcher)]
    assert list(dict.fromkeys(seen)) == [stage for stage in RescueStage if stage is not RescueStage.OVER]
    (rescue,) = rescues.newest(watcher)
    assert (rescue.outcome, rescue.vehicle, rescue.known_eta) == (RescueOutcome.REPAIRED, "救援车2", rescue.eta)
    assert not [due.name for due in rescue.matter.dues if due.is_missed(watcher.now())]


def test_the_speeds(demo: Any, watcher: Any, machine: Any) -> None:
    assert [demo.faster(), demo.faster()] == [60, 60]
    assert [demo.slower() for _time in SPEEDS] == [20, 10, 5, 1, 0, 0]
    before = watcher.now()
    _pass(demo, machine, 10)
    assert watcher.now() == before
    assert demo.faster() == 1
    _pass(demo, machine, 10)
    assert watcher.now() == before + 10_000


def test_doing_nothing_new_changes_nothing(demo: Any, watcher: Any) -> None:
    demo.step()
    seq = watcher.snapshot().seq
    demo.step()
    assert watcher.snapshot().seq == seq


def test_the_script_never_takes_back_what_a_visitor_did(demo: Any, watcher: Any, machine: Any) -> None:
    at_the_gate = Actor("guard", "visitor")
    while not any(car.plate == "苏B7N226" for car in watcher.snapshot().floor.cars):
        _pass(demo, machine, 0.25)
    watcher.actor = at_the_gate
    zone.arrive(watcher, Plate("苏A99999"))
    _pass(demo, machine, 5)
    assert watcher.snapshot().floor.find("苏A99999")
    assert watcher.snapshot().floor.find("苏B7N226") is None


def test_an_escalation_that_a_visitor_dealt_with_is_passed_over(demo: Any, watcher: Any, machine: Any) -> None:
    while not any(e.kind is Kind.OVER_COUNT for e in watcher.snapshot().escalations):
        _pass(demo, machine, 0.25)
    (over,) = (e for e in watcher.snapshot().escalations if e.kind is Kind.OVER_COUNT)
    decisions.act(watcher, over.id, Action.DIVERT, (Plate("苏U5T917"),), seen=None)
    _pass(demo, machine, 60)
    closed = watcher.snapshot().escalation(over.id)
    assert (closed.state, closed.acted_by) == (State.CLEARED, "visitor")


@pytest.mark.parametrize("seed", range(3))
def test_a_meddling_visitor_breaks_nothing(demo: Any, watcher: Any, machine: Any, seed: Any) -> None:
    rng = random.Random(seed)
    plates = [line.plate for line in script().lines if line.do == "arrive"]

    def meddle() -> None:
        watcher.actor = Actor(rng.choice(tuple(StationKind)), "visitor")
        seen = watcher.snapshot()
        plate = rng.choice([car.plate for car in seen.floor.cars] or ["苏A11111"])
        place = rng.choice(seen.floor.places)
        deeds = [
            lambda: zone.leave(watcher, plate),
            lambda: zone.receive(watcher, plate),
            lambda: zone.move(watcher, plate, place.key),
            lambda: zone.turn_away(watcher, plate),
            lambda: zone.arrive(watcher, rng.choice(plates)),
            lambda: undo(watcher),
            lambda: handling.acknowledge(watcher, rng.choice(seen.escalations).id),
            lambda: case_steps.take(watcher, rng.choice(seen.complaints).id, CaseStep.ANSWER, "好的"),
            lambda: _act_on_anything(watcher, seen, rng),
            lambda: tasks.done(watcher, rng.choice(seen.tasks).id),
            lambda: lounge.call(watcher, rng.choice(seen.tickets).number),
            lambda: lounge.bring_back(watcher, rng.choice(seen.tickets).number),
            lambda: handling.explain(watcher, rng.choice(seen.unexplained).id, Why.TAKEN),
        ]
        with contextlib.suppress(Refused, IndexError):
            rng.choice(deeds)()  # type: ignore[no-untyped-call]

    _pass(demo, machine, 75, meddle)
    assert watcher.read(floors.floor).count >= 0
    assert len(_events(watcher)) > 300


def _act_on_anything(desk: Desk, seen: Any, rng: Any) -> None:
    escalation = rng.choice(seen.escalations)
    option = rng.choice([o for o in options(seen.floor, escalation.subject, seen.tasks, desk.now()) if o.possible])
    plate = rng.choice(option.cars).plate
    decisions.act(desk, escalation.id, option.action, (plate,), seen=escalation.acted_at)


def test_the_runner_goes_on_after_a_failed_step() -> None:
    class Failing:
        steps = 0
        twice = threading.Event()

        def step(self) -> None:
            self.steps += 1
            if self.steps == 2:
                self.twice.set()
            raise Refused(StoreReason.BUSY)

    failing: Any = Failing()
    runner = Runner(failing)
    runner.start()
    assert failing.twice.wait(10)
    runner.stop()
