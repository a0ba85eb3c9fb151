"""The zone as three stations use it, against a plain model: every answer, every refusal, every figure."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import machines
from chain_model import PEOPLE
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    precondition,
    rule,
)
from log_folded import Folding
from model_rows import Record
from places_model import PLACES
from rounds import Rounds
from store_checks import rows
from zone_compared import Compared, done
from zone_model import Model

from data import policy, stations
from frontdesk.desk import lounge, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling, tasks
from frontdesk.desk.people import staff
from frontdesk.domain.escalations.terms import Action, Why
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate

START = 1_780_020_000_000
WHO = {"guard": "张三", "reception": "李四", "manager": "王五"}
PLATES = [f"苏A1234{digit}" for digit in range(7)]
STEPS = [0, 0, 1, 999, 1_000, 1_000, 29_000, 29_999, 30_000, 59_999, 60_000, 60_001, 119_999, 120_000, 120_001,
         179_999, 180_000, 300_000, 599_999, 1_199_999, 1_200_000, 1_200_001]  # fmt: skip
at_stations = st.sampled_from(sorted(WHO))
plates = st.sampled_from(PLATES)
picks = st.integers(0, 9)
places = st.sampled_from(PLACES)
back = st.none() | st.none() | st.sampled_from([-1, 0, 1, 500, 30_000, 60_000, 90_000, 600_000])


class Zone(Compared):
    template: Path

    @initialize(
        cars=st.sampled_from([6, 5, 4, 3, 0]), diverted=st.sampled_from([2, 1, 2, 0]), further=st.integers(0, 4)
    )
    def open_the_stations(self, cars: int, diverted: int, further: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="zone-"))
        shutil.copy(self.template, self.folder / "store.db")
        self.clock = ManualClock(START)
        self.model = Model(START, WHO)
        self.desks = {s: Desk.open(self.folder / "store.db", Actor(s, who), self.clock) for s, who in WHO.items()}
        self.undo_to = None
        self.folding = Folding()
        for number in range(cars):
            self.arrive("guard", PLATES[number], None, None)
            if number % 2:
                self.receive("reception", number, None)
        for _ in range(diverted if cars > 3 else 0):
            self.act("manager", 0, Action.DIVERT, [1], True)
            self.do_what_was_asked("guard", 0)
        if further and self.model.open_tickets():
            self.leave("guard", 0, None)
            for verb in ("call", "call", "no_show")[: further - 1]:
                self.on_a_ticket("reception", 1, verb)

    def likely(self, pick: int, fits: Callable[[Record], object]) -> Plate:
        """Mostly a car the command could be about, now and then any."""
        here = self.model.open_visits()
        fitting = [visit["plate"] for visit in here if fits(visit)] or [visit["plate"] for visit in here]
        return Plate(fitting[pick % len(fitting)] if fitting and pick < 8 else PLATES[pick % len(PLATES)])

    @rule(ahead=st.sampled_from(STEPS))
    def time_passes(self, ahead: int) -> None:
        self.clock.at += ahead
        self.model.now = self.clock.at
        done["time"] += 1

    @rule(station=at_stations, plate=plates, place=st.none() | places, ago=back)
    def arrive(self, station: str, plate: Plate, place: str | None, ago: int | None) -> None:
        at = self.earlier(ago)
        expected = self.model.arrive(station, plate, place, at)
        self.give(station, lambda desk: zone.arrive(desk, plate, place=place, at=at), expected)

    @rule(station=at_stations, pick=picks, ago=back)
    def receive(self, station: str, pick: int, ago: int | None) -> None:
        at, plate = self.earlier(ago), self.likely(pick, lambda visit: visit["received"] is None)
        expected = self.model.receive(station, plate, at)
        self.give(station, lambda desk: zone.receive(desk, plate, at=at), expected)

    @rule(station=at_stations, pick=picks, ago=back)
    def make_work_order(self, station: str, pick: int, ago: int | None) -> None:
        at, plate = self.earlier(ago), self.likely(pick, lambda visit: visit["received"] and not visit["order"])
        expected = self.model.make_work_order(station, plate, at)
        self.give(station, lambda desk: zone.make_work_order(desk, plate, at=at), expected)

    @rule(station=at_stations, pick=picks, place=places, ago=back)
    def move(self, station: str, pick: int, place: str, ago: int | None) -> None:
        at, plate = self.earlier(ago), self.likely(pick, lambda visit: True)
        expected = self.model.move(station, plate, place, at)
        self.give(station, lambda desk: zone.move(desk, plate, place, at=at), expected)

    @rule(station=at_stations, pick=picks, ago=back)
    def hand_over(self, station: str, pick: int, ago: int | None) -> None:
        at, plate = self.earlier(ago), self.likely(pick, lambda visit: visit["order"] is not None)
        expected = self.model.move(station, plate, "workshop", at)
        self.give(station, lambda desk: zone.hand_over(desk, plate, at=at), expected)

    @precondition(lambda self: len(self.model.open_visits()) > 3)
    @rule(station=at_stations, pick=picks, ago=back)
    def leave(self, station: str, pick: int, ago: int | None) -> None:
        at, plate = self.earlier(ago), self.likely(pick, lambda visit: visit["received"] is not None)
        self.give(station, lambda desk: zone.leave(desk, plate, at=at), self.model.leave(station, plate, at))

    @precondition(lambda self: len(self.model.open_visits()) > 3)
    @rule(station=at_stations, plate=st.sampled_from(PLATES[5:]), ago=back)
    def turn_away(self, station: str, plate: Plate, ago: int | None) -> None:
        at = self.earlier(ago)
        self.give(station, lambda desk: zone.turn_away(desk, plate, at=at), self.model.turn_away(station, plate, at))

    @precondition(lambda self: self.model.count() > 3 and len(self.model.log) % 4 == 0)
    @rule(answered=st.sampled_from(["no", "acknowledged", "decided"]), stay=st.sampled_from([0, 0, 1]), pick=picks,
          after=st.sampled_from([0, 1, 3_000, 29_999, 30_000]))  # fmt: skip
    def another_crowd_comes(self, answered: str, stay: int, pick: int, after: int) -> None:
        """Whoever is in the zone leaves, all or all but one; a while later others are there, or some of them again."""
        if answered == "acknowledged":
            self.acknowledge("manager", pick)
        elif answered == "decided":
            self.act("manager", 0, Action.DIVERT, [pick], True)
        there = [visit["plate"] for visit in self.model.open_visits() if self.model.in_zone(visit)]
        for plate in there[stay:]:
            self.give("guard", lambda desk, p=plate: zone.leave(desk, p), self.model.leave("guard", plate, None))
        self.time_passes(after)
        for plate in PLATES[pick % 3 :]:
            if self.model.count() < 4:
                self.arrive("guard", Plate(plate), "lane", None)
        done["another crowd"] += 1

    @rule(station=at_stations)
    def evaluate(self, station: str) -> None:
        desk = self.desks[station]
        has_news = desk.snapshot().has_news(self.clock.at)
        answer = handling.evaluate(desk)
        assert (answer is not None) == has_news == self.model.evaluate(station)
        done["evaluate"] += 1

    @rule(station=at_stations)
    def sign(self, station: str) -> None:
        desk = self.desks[station]
        stations.seen(desk.connection, [stations.SignOfLife(station, desk.actor, None, 1, None)], self.clock.at)
        self.model.sign(station)

    def an_escalation(self, pick: int, fits: Callable[[Record], object]) -> Record:
        """Mostly one the command could be about, now and then any."""
        there = sorted(self.model.escalations, key=lambda e: -e["id"])
        fitting = [escalation for escalation in there if fits(escalation)] or there
        return (fitting if pick < 8 else there)[pick % len(fitting)]

    @precondition(lambda self: self.model.escalations)
    @rule(station=at_stations, pick=picks)
    def acknowledge(self, station: str, pick: int) -> None:
        chosen = self.an_escalation(pick, lambda escalation: escalation["state"] == "raised")
        expected = self.model.acknowledge(station, chosen)
        self.give(station, lambda desk: handling.acknowledge(desk, chosen["id"]), expected)

    @precondition(lambda self: self.model.escalations)
    @rule(station=at_stations, pick=picks)
    def tell(self, station: str, pick: int) -> None:
        chosen = self.an_escalation(pick, lambda escalation: escalation["state"] == "raised")
        expected = self.model.tell(station, chosen)
        self.give(station, lambda desk: handling.tell(desk, chosen["id"]), expected)

    @precondition(lambda self: self.model.open_escalations())
    @rule(station=at_stations, pick=picks, action=st.sampled_from(list(Action)), cars=st.lists(picks, max_size=2),
          knows=st.sampled_from([True, True, True, False]))  # fmt: skip
    def act(self, station: str, pick: int, action: Action, cars: list[int], knows: bool) -> None:
        chosen = self.an_escalation(pick, lambda e: e["state"] != "cleared" and e["subject"] == "zone")
        seen = chosen["acted"][0] if chosen["acted"] and knows else None
        plates = [self.likely(car, lambda v: self.model.fits(chosen, action.value, v)) for car in cars or [pick]]
        expected = self.model.act(station, chosen, action.value, plates, seen)
        self.give(station, lambda desk: decisions.act(desk, chosen["id"], action, tuple(plates), seen=seen), expected)

    @precondition(lambda self: self.model.escalations)
    @rule(station=at_stations, pick=picks, why=st.sampled_from(list(Why)))
    def explain(self, station: str, pick: int, why: Why) -> None:
        chosen = self.an_escalation(pick, lambda e: e["outcome"] == "unhandled" and e["why"] is None)
        expected = self.model.explain(station, chosen, why.value)
        self.give(station, lambda desk: handling.explain(desk, chosen["id"], why), expected)

    @precondition(lambda self: self.model.all("task"))
    @rule(station=at_stations, pick=picks)
    def do_what_was_asked(self, station: str, pick: int) -> None:
        there = self.model.open_tasks() if pick < 9 else self.model.all("task")
        numbers = [task["id"] for task in there] or [999]
        number = numbers[pick % len(numbers)]
        self.give(station, lambda desk: tasks.done(desk, number), self.model.done(station, number))

    @precondition(lambda self: self.model.open_tickets())
    @rule(station=at_stations, pick=picks, which=picks)
    def what_comes_next_for_a_ticket(self, station: str, pick: int, which: int) -> None:
        there = self.model.open_tickets()
        ticket = there[pick % len(there)]
        verbs = ["call", "no_show", "back", "call"] if ticket["calls"] else ["call", "no_show"]
        if ticket["no_show"]:
            verbs = ["restore", "call", "no_show"]
        self.on_a_ticket(station, ticket["number"], verbs[which % len(verbs)])

    @precondition(lambda self: self.model.all("ticket"))
    @rule(station=at_stations, pick=picks, verb=st.sampled_from(["call", "no_show", "restore", "renew", "back"]))
    def anything_with_a_ticket(self, station: str, pick: int, verb: str) -> None:
        there = self.model.open_tickets() if pick < 9 else self.model.all("ticket")
        self.on_a_ticket(station, there[pick % len(there)]["number"] if there else 999, verb)

    def on_a_ticket(self, station: str, number: int, verb: str) -> None:
        if verb == "back":
            self.give(station, lambda desk: lounge.bring_back(desk, number), self.model.bring_back(station, number))
            return
        expected = self.model.on_ticket(station, verb, number)
        self.give(station, lambda desk: getattr(lounge, verb)(desk, number), expected)

    @rule(station=at_stations)
    def take_back(self, station: str) -> None:
        last = self.undo_to
        expected = self.model.undo(station)
        self.give(station, undo.undo, expected)
        if expected or last is None:
            return
        desk = self.desks[station]
        undone = desk.connection.execute("select max(undoes) from events where seq = (select max(seq) from events)")
        if undone.fetchone()[0] == last[0] == desk.snapshot().seq - 1:
            now = rows(desk.connection)
            for table in ("visits", "stays", "tickets", "vehicles", "tasks"):
                assert now[table] == last[2][table]
            done["undo at once"] += 1


def test_the_zone_agrees_with_the_model(template: Path, tmp_path: Path, rounds: Rounds) -> None:
    """Thousands of steps; those of a campaign do every command, and are refused for every reason there is."""
    Zone.template = tmp_path / "template.db"
    shutil.copy(template, Zone.template)
    _with_little_room(Zone.template)
    done.clear()
    for _ in rounds(1, 30):
        machines.run(Zone, rounds.of(12, 200))
    print(f"\n{done.total()} steps: {dict(done.most_common())}")
    assert done.total() >= rounds.of(480, 8_000) * rounds.done
    expected = {"arrive", "receive", "work_order", "hand_over", "move", "leave", "turn_away", "undo", "undo at once",
                "evaluate", "acknowledge", "tell", "act", "done", "explain", "ticket_call", "ticket_no_show",
                "ticket_restore", "ticket_renew", "ticket_return", "another crowd"}  # fmt: skip
    refusals = {"already_here", "not_here", "place_full", "same_place", "already_received", "not_received",
                "already_work_order", "no_work_order", "in_future", "before_last_change", "nothing_to_undo",
                "changed_since", "built_on", "cannot_be_undone",
                "already_handled", "nothing_possible", "escalation_closed", "still_stands",
                "nothing_to_explain", "task_ended", "no_task", "no_ticket", "ticket_no_show", "called_twice",
                "not_called", "no_no_show", "no_free_bay"}  # fmt: skip
    if rounds.seconds is not None:
        assert expected <= set(done)
        assert {f"refused {reason}" for reason in refusals} <= set(done)


def _with_little_room(path: Path) -> None:
    with Desk.open(path, Actor("test", ""), ManualClock(0)) as desk:
        policy.put(desk.connection, Policy(temporary_capacity=2, repair_capacity=1), at=0, who="")
        for post, name in PEOPLE.items():
            staff.add(desk, name, Post(post))
