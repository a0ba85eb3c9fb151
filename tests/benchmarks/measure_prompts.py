"""How often a station is called anew: on the demo's day, and on a day that is on record (else the example).

A call counts when a prompt comes up that is no line of one that is up already; the same prompt called again does not.
On the recorded day somebody takes each prompt on after a minute, and nobody can decide: the cars went as they went.
"""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from figures import Row, scratch

from data import journal, stations
from frontdesk.demo.day import Demo
from frontdesk.demo.script import EXAMPLE_LOG
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.domain.escalations.prompts import Urgency, must_act, urgency
from frontdesk.domain.escalations.terms import State
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import MINUTE, SECOND, ManualClock, Millis
from frontdesk.domain.values.plates import Plate
from frontdesk.files.visit_log import load, understand
from frontdesk.replay.steps import Verb, in_order

REAL = Path(__file__).parents[3] / "shared" / "real" / "service-day.csv"
DEMO_HOURS = 8
WINDOW: Millis = 10 * MINUTE
_DAY = date(2026, 3, 2)
STAFFED = (StationKind.GUARD, StationKind.RECEPTION, StationKind.MANAGER)


class Ear:
    """What can be heard at each station: the instants at which it is called anew."""

    def __init__(self) -> None:
        self.calls: dict[StationKind, list[Millis]] = {station: [] for station in STAFFED}
        self._known: dict[StationKind, set[int]] = {station: set() for station in STAFFED}
        self._up: dict[StationKind, dict[int, Urgency]] = {station: {} for station in STAFFED}

    def listen(self, snapshot: Snapshot, now: Millis) -> None:
        """Note who is called at an instant."""
        for station in STAFFED:
            calling = {e.prompt: urgency(e) for e in snapshot.prompts(station, now) if must_act(e, station)}
            standing = {grade for number, grade in calling.items() if number in self._up[station]}
            fresh = {grade for number, grade in calling.items() if number not in self._known[station]}
            if fresh - standing and Urgency.ALARM not in standing:
                self.calls[station].append(now)
            self._known[station] |= calling.keys()
            self._up[station] = calling

    def rows(self, day: str, hours: float) -> Iterable[Row]:
        """Return the calls of the day, the mean in ten minutes, and the most in any ten."""
        for station, calls in self.calls.items():
            most = max((sum(at <= other < at + WINDOW for other in calls) for at in calls), default=0)
            yield Row(f"{day}, {station}: calls", len(calls), "")
            yield Row(f"{day}, {station}: in ten minutes, mean", len(calls) / (hours * 6), "", goal="≤ 1")
            yield Row(f"{day}, {station}: in any ten minutes, most", most, "")


def _say_alive(desk: Desk) -> None:
    now = desk.clock.now()
    signs = [stations.SignOfLife(station, Actor(station, ""), None, 0, now) for station in STAFFED]
    stations.seen(desk.connection, signs, now)


def demo_day(folder: Path) -> Iterable[Row]:
    """The demo's people do what they do, at the clock's own pace."""
    machine, ear = ManualClock(1_772_430_000_000), Ear()
    demo = Demo.create(folder, machine, speed=1.0)
    with Desk.open(demo.path, Actor("benchmark", ""), machine) as desk:
        snapshot = desk.snapshot()
        for _second in range(DEMO_HOURS * 3600):
            machine.at += SECOND
            demo.step()
            if desk.read(journal.last_seq) != snapshot.seq:
                snapshot = desk.snapshot()
            ear.listen(snapshot, desk.now())
    demo.close()
    yield from ear.rows("demo day", DEMO_HOURS)


def recorded_day(folder: Path) -> Iterable[Row]:
    """A visit log, second by second, with somebody at each station."""
    log = REAL if REAL.exists() else EXAMPLE_LOG
    clock, ear = ManualClock(0), Ear()
    with Desk.open(folder / "day.db", Actor("guard", "guard"), clock) as desk:
        table = understand(load(log), ZoneInfo("Asia/Shanghai"), "苏", _DAY)
        steps = in_order(table.entries)
        began, ended = steps[0].at, steps[-1].at
        commands: dict[Verb, Callable[[Desk, Plate], object]] = {
            Verb.ARRIVE: zone.arrive, Verb.RECEIVE: zone.receive, Verb.LEAVE: zone.leave,
        }  # fmt: skip
        clock.at = began
        snapshot, place = desk.snapshot(), 0
        while clock.at <= ended:
            if (clock.at - began) % (15 * SECOND) == 0:
                _say_alive(desk)
                snapshot = desk.snapshot()
            changed = False
            while place < len(steps) and steps[place].at <= clock.at:
                commands[steps[place].verb](desk, steps[place].entry.plate)
                place, changed = place + 1, True
            if snapshot.has_news(clock.at):
                changed = handling.evaluate(desk) is not None or changed
            snapshot = desk.snapshot() if changed else snapshot
            ear.listen(snapshot, clock.at)
            for escalation in snapshot.escalations:
                if escalation.state is State.RAISED and clock.at - escalation.called_at == MINUTE - SECOND:
                    handling.acknowledge(desk, escalation.id)
                    snapshot = desk.snapshot()
            clock.at += SECOND
    yield from ear.rows("recorded day", (ended - began) / (60 * MINUTE))


def rows() -> Iterable[Row]:
    """Both days."""
    with scratch() as folder:
        yield from recorded_day(folder)
    with scratch() as folder:
        yield from demo_day(folder)
