"""How often a station is called anew: on the demo's day, and on a day that is on record (else the example).

A call counts when a prompt comes up that is no line of one that is up already; the same prompt called again does not.
On the recorded day somebody takes each prompt on after a minute, and nobody can decide: the cars went as they went.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import real_month
from figures import Row, scratch
from repair_people import RepairPeople

from data import journal, stations
from frontdesk.demo.day import Demo
from frontdesk.demo.script import EXAMPLE_LOG
from frontdesk.desk import policy, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.people import staff
from frontdesk.domain.escalations.alerts import StationAlerts
from frontdesk.domain.escalations.terms import State
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import HOUR, MINUTE, SECOND, ManualClock, Millis, to_datetime
from frontdesk.domain.values.plates import Plate
from frontdesk.files.visit_log import Entry, load, understand
from frontdesk.replay.steps import LogCommand, Verb, in_order

REAL = Path(__file__).parents[3] / "shared" / "real" / "service-day.csv"
DEMO_HOURS = 8
WINDOW: Millis = 10 * MINUTE
ALIVE = 100
"""For so many steps at once the stations are said to be alive."""
STEP: Millis = 15 * SECOND
"""How often the stations are looked at in the month."""
FOLLOWED_MONTH = False
"""Whether the recorded month is played too."""
_DAY = date(2026, 3, 2)
STAFFED = (StationKind.GUARD, StationKind.RECEPTION, StationKind.MANAGER)


class Ear:
    """What can be heard at each station: the instants at which it is called anew."""

    def __init__(self) -> None:
        self.calls: dict[StationKind, list[Millis]] = {station: [] for station in STAFFED}
        self._alerts = {station: StationAlerts(station) for station in STAFFED}

    def listen(self, snapshot: Snapshot, now: Millis) -> None:
        """Note who is called at an instant."""
        for station, alerts in self._alerts.items():
            up = [prompt._replace(calls=0) for prompt in snapshot.prompts(station, now)]
            if alerts.look(up, now).urgency is not None:
                self.calls[station].append(now)

    def rows(self, day: str, hours: float) -> Iterable[Row]:
        """Return the calls of the day, the mean in ten minutes, and the most in any ten."""
        for station, calls in self.calls.items():
            most = max((sum(at <= other < at + WINDOW for other in calls) for at in calls), default=0)
            yield Row(f"{day}, {station}: calls", len(calls), "")
            yield Row(f"{day}, {station}: in ten minutes, mean", len(calls) / (hours * 6), "", goal="≤ 1")
            yield Row(f"{day}, {station}: in any ten minutes, most", most, "", goal="≤ 3")


def _say_alive(desk: Desk, until: Millis) -> None:
    signs = [stations.SignOfLife(station, Actor(station, ""), None, 0, until) for station in STAFFED]
    stations.seen(desk.connection, signs, until)


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


def recorded_day(folder: Path, *, followed: bool = False) -> Iterable[Row]:
    """A visit log, second by second, with somebody at each station."""
    log = REAL if REAL.exists() else EXAMPLE_LOG
    table = understand(load(log), ZoneInfo("Asia/Shanghai"), "苏", _DAY)
    day = Day(folder, followed=followed)
    ear = Ear()
    hours = day.play(in_order(table.entries), ear, SECOND)
    yield from ear.rows("followed day" if followed else "recorded day", hours)


def recorded_month(folder: Path) -> Iterable[Row]:
    """The recorded month, each car followed until it leaves; the stations are looked at every fifteen seconds."""
    real_month.write_log(folder / "month.csv")
    table = understand(load(folder / "month.csv"), real_month.ZONE, "苏", real_month.DAYS[0])
    of_days: defaultdict[date, list[Entry]] = defaultdict(list)
    for entry in table.entries:
        of_days[to_datetime(entry.arrived_at, real_month.ZONE).date()].append(entry)
    ear, played = Ear(), Day(folder, followed=True)
    hours = sum(played.play(in_order(tuple(entries)), ear, STEP) for _day, entries in sorted(of_days.items()))
    yield from ear.rows("followed month", hours)


class Day:
    """Somebody at each station while the cars come and go as they went; `followed`: and then each is repaired."""

    def __init__(self, folder: Path, *, followed: bool) -> None:
        self._clock = ManualClock(0)
        self._desk = Desk.open(folder / "day.db", Actor("guard", "guard"), self._clock)
        self._people = RepairPeople(self._desk) if followed else None
        self._taken: set[tuple[int, Millis]] = set()
        if followed:
            self._desk.actor = Actor("manager", "王芳")
            staff.add(self._desk, "王芳", Post.MANAGER)
            policy.load(self._desk, Policy(progress="all"))

    def play(self, steps: list[LogCommand], ear: Ear, step: Millis) -> float:
        """Play a day; return how many hours it had."""
        began = self._clock.at = steps[0].at
        ended, place, snapshot = steps[-1].at, 0, self._desk.snapshot()
        while self._clock.at <= ended or snapshot.repairs:
            now = self._clock.at
            if (now - began) % (ALIVE * step) == 0:
                _say_alive(self._desk, now + ALIVE * step)
                snapshot = self._desk.snapshot()
            changed = False
            while place < len(steps) and steps[place].at <= now:
                self._go(steps[place])
                place, changed = place + 1, True
            changed = bool(self._people and self._people.step(now)) or changed
            if snapshot.has_news(now):
                changed = handling.evaluate(self._desk) is not None or changed
            snapshot = self._desk.snapshot() if changed else snapshot
            if changed and self._people:
                self._people.look(snapshot.repairs, now)
            ear.listen(snapshot, now)
            snapshot = self._take_on(snapshot, now)
            self._clock.at += step
        return (self._clock.at - began) / HOUR

    def _go(self, step: LogCommand) -> None:
        plate = step.entry.plate
        if step.verb is Verb.LEAVE and self._people:
            self._people.take(plate, self._clock.at)
            return
        commands: dict[Verb, Callable[[Desk, Plate], object]] = {
            Verb.ARRIVE: zone.arrive, Verb.RECEIVE: zone.receive, Verb.LEAVE: zone.leave,
        }  # fmt: skip
        commands[step.verb](self._desk, plate)

    def _take_on(self, snapshot: Snapshot, now: Millis) -> Snapshot:
        """Somebody takes each prompt on a minute after the call; what nobody takes on is seen."""
        for escalation in snapshot.escalations:
            call = (escalation.id, escalation.called_at)
            waited = escalation.state is State.RAISED and now - escalation.called_at >= MINUTE - SECOND
            if waited and call not in self._taken:
                self._taken.add(call)
                handling.acknowledge(self._desk, escalation.id)
                snapshot = self._desk.snapshot()
        return snapshot


def rows() -> Iterable[Row]:
    """The days; with `--followed-month` the recorded month too, which takes some minutes."""
    with scratch() as folder:
        yield from recorded_day(folder)
    with scratch() as folder:
        yield from recorded_day(folder, followed=True)
    if FOLLOWED_MONTH:
        with scratch() as folder:
            yield from recorded_month(folder)
    with scratch() as folder:
        yield from demo_day(folder)
