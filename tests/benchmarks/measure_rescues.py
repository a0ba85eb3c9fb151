"""A simulated month of rescues: call to departure, arrival as promised, told in time; reckoned from the record (R1–R4).

Run: PYTHONPATH=.:tests/support python tests/benchmarks/measure_rescues.py [RESCUES] [SEED]. People are as slow as the
dice say; what is measured is what the record says of them, beside what the dice said.
"""

import random
import statistics
import sys
import tempfile
from pathlib import Path

from rescue_team import PEOPLE, PLAN, Team

from frontdesk.desk import approvals, parts
from frontdesk.desk.desk import Desk
from frontdesk.desk.messages import telling
from frontdesk.desk.people import staff
from frontdesk.desk.rescues import planning, rescues, road
from frontdesk.domain.parts.part import PartState
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.rescues.rescue import Rescue
from frontdesk.domain.rescues.terms import RescueOutcome
from frontdesk.domain.values.clock import DAY, MINUTE, ManualClock


def play(team: Team, clock: ManualClock, dice: random.Random) -> None:
    """One rescue, from the call to the result; one in three teams is later than it said."""
    number = team.called()
    clock.at += dice.randint(4, 20) * MINUTE
    planning.plan(team.by("孙磊"), number, PLAN)
    clock.at += dice.randint(2, 12) * MINUTE
    planning.consent(team.by("王芳"), number, "好")
    clock.at += dice.randint(1, 6) * MINUTE
    approvals.sign(team.by("李建国"), number)
    for part in team.rescue(number).missing:
        parts.step(team.by("陈静"), part.id, PartState.HANDED)
    clock.at += dice.randint(3, 15) * MINUTE
    desk = team.by("陈静")
    eta = clock.at + PLAN.travel * MINUTE
    road.depart(desk, number, "已出发", eta=eta)
    told(team, clock, number, dice.randint(1, 4))
    late = dice.choice((0, 0, dice.randint(5, 40)))
    clock.at += dice.randint(10, 20) * MINUTE
    if late > 10:
        road.say_eta(desk, number, eta + late * MINUTE, "改为", why="堵车")
        told(team, clock, number, dice.randint(1, 20))
    clock.at = max(clock.at, eta + (late + dice.randint(-5, 5)) * MINUTE)
    road.arrive(desk, number)
    road.check(desk, number, as_planned=True)
    road.result(desk, number, RescueOutcome.REPAIRED)


def told(team: Team, clock: ManualClock, number: int, minutes: int) -> None:
    """The customer is rung up so many minutes later."""
    clock.at += minutes * MINUTE
    for message in telling.of_matter(team.desk, number):
        if message.is_open:
            telling.told(team.desk, message.id)


def is_told_in_time(rescue: Rescue) -> bool:
    """Whether each new time was told before the time that was known had passed."""
    known = None
    for eta in rescue.etas:
        if eta.told_at is None or (known is not None and eta.told_at > known):
            return False
        known = eta.becomes
    return True


def main(count: int, seed: int) -> None:
    """Play a month and print the figures."""
    dice, clock = random.Random(seed), ManualClock(1_780_020_000_000)
    with tempfile.TemporaryDirectory() as folder, Desk.open(
        Path(folder) / "store.db", Actor("manager", "王芳"), clock
    ) as desk:  # fmt: skip
        for name, post in PEOPLE.items():
            staff.add(desk, name, post, "")
        begins = clock.at
        for each in range(count):
            clock.at = max(clock.at, begins + each * 30 * DAY // count)
            play(Team(desk), clock, dice)
        found = rescues.newest(desk)
    left = sorted((each.departed_at - each.called_at) / MINUTE for each in found if each.departed_at)
    off = sorted(
        abs(each.arrived_at - each.known_eta.becomes) / MINUTE for each in found if each.arrived_at and each.known_eta
    )
    first = sorted(abs(each.arrived_at - each.etas[0].becomes) / MINUTE for each in found if each.arrived_at)
    in_time = sum(map(is_told_in_time, found))
    for what, values in (("call to departure", left), ("arrival off the last told", off), ("off the first", first)):
        print(f"{what}: p50 {statistics.median(values):.0f} min, p90 {values[int(len(values) * 0.9)]:.0f} min")
    print(f"told in time: {in_time} of {len(found)} ({in_time / len(found):.0%})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60, int(sys.argv[2]) if len(sys.argv) > 2 else 8)
