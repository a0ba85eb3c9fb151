"""The zone as three stations use it, against a plain model: every answer, every refusal, every figure."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from store_checks import assert_whole, assert_zone, tables
from zone_model import BAYS, PLACES, ZONE, Model, Record

from data import policies
from frontdesk.desk import escalations, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.clock import ManualClock
from frontdesk.domain.errors import Refused
from frontdesk.domain.escalations import Action
from frontdesk.domain.policy import Policy
from frontdesk.domain.staff import Actor

START = 1_780_020_000_000
WHO = {"guard": "张三", "reception": "李四", "manager": "王五"}
PLATES = [f"苏A1234{digit}" for digit in range(7)]
STEPS = [0, 1, 999, 1_000, 29_000, 59_999, 60_000, 60_001, 119_999, 120_000, 120_001, 300_000, 599_999, 1_199_999,
         1_200_000, 1_200_001]  # fmt: skip

stations = st.sampled_from(sorted(WHO))
plates = st.sampled_from(PLATES)
picks = st.integers(0, 9)
places = st.sampled_from(PLACES)
back = st.none() | st.none() | st.sampled_from([-1, 0, 1, 500, 30_000, 60_000, 90_000, 600_000])
done: Counter[str] = Counter()
"""How often each command was given, and each refusal answered: the test looks that all of them came up."""


class Zone(RuleBasedStateMachine):
    template: Path

    @initialize(cars=st.integers(0, 5))
    def open_the_stations(self, cars: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="zone-"))
        shutil.copy(self.template, self.folder / "store.db")
        self.clock = ManualClock(START)
        self.model = Model(START)
        self.desks = {s: Desk.open(self.folder / "store.db", Actor(s, who), self.clock) for s, who in WHO.items()}
        self.undo_to: tuple[int, str, Any] | None = None
        for number in range(cars):
            self.arrive("guard", PLATES[number], None, None)
            if number % 2:
                self.receive("reception", number, None)

    def teardown(self) -> None:
        if not hasattr(self, "desks"):
            return
        assert_whole(self.desks["guard"].connection)
        for desk in self.desks.values():
            desk.close()
        shutil.rmtree(self.folder)

    def give(self, station: str, command: Callable[[Desk], Any], expected: str) -> None:
        """Give the command; it must be done or refused as the model said."""
        desk = self.desks[station]
        before = tables(desk.connection)
        try:
            answer = command(desk)
        except Refused as refused:
            assert refused.reason.value == expected
            assert tables(desk.connection) == before
            done[f"refused {expected}"] += 1
            return
        assert expected == "", f"not refused: {expected}"
        done[answer.kind] += 1
        self.undo_to = (answer.seq, station, before)

    def earlier(self, ago: int | None) -> int | None:
        return None if ago is None else self.clock.at - ago

    def likely(self, pick: int, fits: Callable[[Record], object]) -> str:
        """Mostly a car the command could be about, now and then any."""
        here = self.model.open_visits()
        fitting = [visit["plate"] for visit in here if fits(visit)] or [visit["plate"] for visit in here]
        return fitting[pick % len(fitting)] if fitting and pick < 8 else PLATES[pick % len(PLATES)]

    @rule(ahead=st.sampled_from(STEPS))
    def time_passes(self, ahead: int) -> None:
        self.clock.at += ahead
        self.model.now = self.clock.at
        done["time"] += 1

    @rule(station=stations, plate=plates, place=st.none() | places, ago=back)
    def arrive(self, station: str, plate: str, place: str | None, ago: int | None) -> None:
        at = self.earlier(ago)
        expected = self.model.arrive(station, plate, place, at)
        self.give(station, lambda desk: zone.arrive(desk, plate, place=place, at=at), expected)

    @rule(station=stations, pick=picks, ago=back)
    def receive(self, station: str, pick: int, ago: int | None) -> None:
        at, plate = self.earlier(ago), self.likely(pick, lambda visit: visit["received"] is None)
        expected = self.model.receive(station, plate, at, WHO[station])
        self.give(station, lambda desk: zone.receive(desk, plate, at=at), expected)

    @rule(station=stations, pick=picks, ago=back)
    def make_work_order(self, station: str, pick: int, ago: int | None) -> None:
        at, plate = self.earlier(ago), self.likely(pick, lambda visit: visit["received"] and not visit["order"])
        expected = self.model.make_work_order(station, plate, at)
        self.give(station, lambda desk: zone.make_work_order(desk, plate, at=at), expected)

    @rule(station=stations, pick=picks, place=places, ago=back)
    def move(self, station: str, pick: int, place: str, ago: int | None) -> None:
        at, plate = self.earlier(ago), self.likely(pick, lambda visit: True)
        expected = self.model.move(station, plate, place, at)
        self.give(station, lambda desk: zone.move(desk, plate, place, at=at), expected)

    @rule(station=stations, pick=picks, ago=back)
    def hand_over(self, station: str, pick: int, ago: int | None) -> None:
        at, plate = self.earlier(ago), self.likely(pick, lambda visit: visit["order"] is not None)
        expected = self.model.move(station, plate, "workshop", at)
        self.give(station, lambda desk: zone.hand_over(desk, plate, at=at), expected)

    @rule(station=stations, pick=picks, ago=back)
    def leave(self, station: str, pick: int, ago: int | None) -> None:
        at, plate = self.earlier(ago), self.likely(pick, lambda visit: visit["received"] is not None)
        self.give(station, lambda desk: zone.leave(desk, plate, at=at), self.model.leave(station, plate, at))

    @rule(station=stations, plate=st.sampled_from(PLATES[5:]), ago=back)
    def turn_away(self, station: str, plate: str, ago: int | None) -> None:
        at = self.earlier(ago)
        self.give(station, lambda desk: zone.turn_away(desk, plate, at=at), self.model.turn_away(station, plate, at))

    @rule(station=stations)
    def evaluate(self, station: str) -> None:
        answer = escalations.evaluate(self.desks[station])
        assert (answer is not None) == self.model.evaluate()
        done["evaluate"] += 1

    @precondition(lambda self: self.model.open_escalations())
    @rule(station=stations, data=st.data())
    def acknowledge(self, station: str, data: st.DataObject) -> None:
        chosen, number, _ = self.an_escalation(data)
        expected = self.model.acknowledge(station, chosen, WHO[station])
        self.give(station, lambda desk: escalations.acknowledge(desk, number), expected)

    @precondition(lambda self: self.model.open_escalations())
    @rule(station=stations, data=st.data())
    def tell(self, station: str, data: st.DataObject) -> None:
        chosen, number, _ = self.an_escalation(data)
        expected = self.model.tell(station, chosen, WHO[station])
        self.give(station, lambda desk: escalations.tell(desk, number), expected)

    @precondition(lambda self: self.model.open_escalations())
    @rule(station=stations, data=st.data(), action=st.sampled_from(list(Action)), pick=picks)
    def act(self, station: str, data: st.DataObject, action: Action, pick: int) -> None:
        plate = self.likely(pick, lambda visit: self.model.place(visit) in ZONE)
        chosen, number, seen = self.an_escalation(data)
        expected = self.model.act(station, chosen, action.value, plate, WHO[station])
        self.give(station, lambda desk: escalations.act(desk, number, seen, action, plate), expected)

    def an_escalation(self, data: st.DataObject) -> tuple[Any, int, int]:
        chosen = data.draw(st.sampled_from(self.model.open_escalations()))
        on_record = self.desks["guard"].snapshot().escalations
        found = next(e for e in on_record if (e.kind, e.subject) == (chosen["kind"], chosen["subject"]))
        return chosen, found.id, found.revision

    @rule(station=stations)
    def take_back(self, station: str) -> None:
        last = self.undo_to
        expected = self.model.undo(station)
        self.give(station, undo.undo, expected)
        if expected or last is None:
            return
        desk = self.desks[station]
        undone = desk.connection.execute("select max(undoes) from events where seq = (select max(seq) from events)")
        if undone.fetchone()[0] == last[0] == desk.snapshot().seq - 1:
            now = tables(desk.connection)
            for table in ("visits", "stays", "tickets", "vehicles"):
                assert now[table] == last[2][table]
            done["undo at once"] += 1

    @invariant()
    def the_picture_is_the_models(self) -> None:
        if not hasattr(self, "desks"):
            return
        now, model = self.clock.at, self.model
        snapshot = self.desks["manager"].snapshot()
        cars = {
            car.plate: (car.visit_id, car.place.key, car.arrived_at, car.received_at, car.received_by,
                        car.work_order_at, car.expected_exit_at, car.zone_time(now), car.customer_wait(now))
            for car in snapshot.floor.cars
        }  # fmt: skip
        assert cars == {
            visit["plate"]: (visit["id"], model.place(visit), visit["arrived"], visit["received"],
                             visit["received_by"], visit["order"], visit["exit"], model.zone_time(visit, now),
                             model.customer_wait(visit, now))
            for visit in model.open_visits()
        }  # fmt: skip
        assert snapshot.floor.count == model.count()
        assert sum(car.place.key in BAYS for car in snapshot.floor.cars) <= len(BAYS)
        assert_zone(self.desks["manager"].connection)
        self.the_escalations_are_the_models()

    def the_escalations_are_the_models(self) -> None:
        rows = self.desks["manager"].connection.execute(
            "select kind, subject, crossed_at, raised_at, state, revision, told_at, told_by, acknowledged_at,"
            " acknowledged_by, acted_at, acted_by, action, cleared_at, outcome from escalations"
        )
        empty = (None, "")
        assert sorted(rows, key=repr) == sorted(
            (
                (e["kind"], e["subject"], e["crossed"], e["raised"], e["state"], e["revision"], *(e["told"] or empty),
                 *(e["acknowledged"] or empty), *(e["acted"] or empty), e["action"], e["cleared"], e["outcome"])
                for e in self.model.escalations
            ),
            key=repr,
        )  # fmt: skip


def test_the_zone_agrees_with_the_model(template: Path, tmp_path: Path, rounds: Callable[[int, int], int]) -> None:
    """20,000 steps and more; every command done and refused for every reason there is."""
    Zone.template = tmp_path / "template.db"
    shutil.copy(template, Zone.template)
    _with_little_room(Zone.template)
    done.clear()
    run_state_machine_as_test(
        Zone,
        settings=settings(
            max_examples=rounds(500, 6000),
            stateful_step_count=50,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            derandomize=False,
        ),
    )
    print(f"\n{done.total()} steps: {dict(done.most_common())}")
    assert done.total() >= 20_000
    expected = {"arrive", "receive", "work_order", "hand_over", "move", "leave", "turn_away", "undo", "undo at once",
                "evaluate", "acknowledge", "tell", "act"}  # fmt: skip
    refusals = {"already_here", "not_here", "place_full", "same_place", "already_received", "not_received",
                "already_work_order", "no_work_order", "in_future", "before_last_change", "nothing_to_undo",
                "changed_since", "already_handled", "nothing_possible"}  # fmt: skip
    assert expected <= set(done)
    assert {f"refused {reason}" for reason in refusals} <= set(done)


def _with_little_room(path: Path) -> None:
    with Desk.open(path, Actor("test", ""), ManualClock(0)) as desk:
        policies.put(desk.connection, Policy(temporary_capacity=2, repair_capacity=1), at=0, who="")
