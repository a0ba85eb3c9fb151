"""A store in use, and its board as it was recorded while everything happened: nothing of it is rebuilt."""

import random
from bisect import bisect_right
from contextlib import suppress
from dataclasses import dataclass, field, replace

from kill_writers import PLATES, one_command

from frontdesk.desk import plates, policy, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.people import duty, staff
from frontdesk.domain.past import Past
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import Post
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import HOUR, MINUTE, SECOND, ManualClock, Millis
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.plates import Plate

SHOWN = ("seq", "policy", "floor", "escalations", "closed", "tasks", "tickets", "seen", "unshown",
         "count_escalations")  # fmt: skip
"""What a past picture shows; people are compared without their phone numbers, which no event holds."""


@dataclass
class Recorded:
    """The pictures in the order they were taken, each with its time."""

    taken: list[tuple[Millis, Snapshot]] = field(default_factory=list)

    def take(self, at: Millis, picture: Snapshot) -> None:
        self.taken.append((at, picture))

    def at(self, at: Millis) -> Snapshot:
        """The picture that a station showed at an instant."""
        return self.taken[bisect_right(self.taken, at, key=lambda each: each[0]) - 1][1]


def assert_as_recorded(past: Past, recorded: Snapshot) -> None:
    """Compare all that is shown, and what each station was asked."""
    for name in SHOWN:
        assert getattr(past.snapshot, name) == getattr(recorded, name), name
    assert people(past.snapshot) == people(recorded)
    for station in (StationKind.GUARD, StationKind.RECEPTION, StationKind.MANAGER):
        assert past.snapshot.prompts(station, past.at) == recorded.prompts(station, past.at)


def people(snapshot: Snapshot) -> tuple[object, ...]:
    return tuple(each._replace(phone="") for each in snapshot.staff), snapshot.roster.shifts


def use(desk: Desk, clock: ManualClock, seed: int, commands: int) -> Recorded:
    """Let people do so many random things, some of them late or wrong, and record the board after each."""
    chance, recorded = random.Random(seed), Recorded()
    for name, post in (("王芳", Post.MANAGER), ("李强", Post.SUPERVISOR), ("张三", Post.GUARD)):
        staff.add(desk, name, post, "13800138000")
    for _ in range(commands):
        clock.at += chance.choice((1, SECOND, 20 * SECOND, 2 * MINUTE, 9 * MINUTE))
        with suppress(FrontdeskError):
            _one(desk, chance)
        recorded.take(clock.at, desk.snapshot())
    return recorded


def _one(desk: Desk, chance: random.Random) -> None:
    plate, kind = Plate(chance.choice(PLATES)), chance.random()
    if kind < 0.6:
        one_command(desk, chance)
    elif kind < 0.75:
        handling.evaluate(desk)
    elif kind < 0.85:
        late = desk.now() - chance.randrange(30 * MINUTE)
        chance.choice((zone.arrive, zone.leave, zone.receive))(desk, plate, at=late)
    elif kind < 0.92:
        car = desk.snapshot().floor.car(plate)
        plates.correct(desk, car.visit_id, Plate(f"苏B0000{chance.randrange(9)}"), wrong=plate)
    elif kind < 0.96:
        bays = chance.choice((("1", "2", "3"), ("甲", "乙", "3")))
        policy.load(desk, replace(desk.snapshot().policy, over_count=chance.randrange(4, 7), bays=bays))
    else:
        duty.hand_over(desk, Role.DEPUTY, "李强", desk.now() + HOUR)
