"""A week at three stations: whoever tells in time leaves nobody without word, and whoever does not is called (P4)."""

import random
from dataclasses import dataclass, field
from typing import Any

from handing_back import hand_back

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.progress import figures, findings, jobs, promises, telling
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.progress.progress import Progress, is_soon
from frontdesk.domain.progress.stage import stage
from frontdesk.domain.progress.terms import Decision, FoundKind, Heard, Hold, JobKind, JobState, Stage, Waits
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, ManualClock
from frontdesk.domain.values.plates import Plate

STEP, DAYS, OPEN_FOR = 9 * MINUTE, 7, 9 * HOUR + 30 * MINUTE
LIMIT = {Waits.LOUNGE: 30 * MINUTE, Waits.AWAY: 4 * HOUR}


@dataclass
class Week:
    """What an onlooker writes down, who asks the program nothing but where each car is."""

    desk: Desk
    clock: ManualClock
    chance: random.Random
    heard: dict[Plate, int] = field(default_factory=dict)
    longest: dict[Waits, int] = field(default_factory=lambda: dict.fromkeys(Waits, 0))
    prompts: int = 0
    """How often a customer should have been told by then and was not."""

    def as_(self, station: str, who: str) -> Desk:
        self.desk.actor = Actor(station, who)
        return self.desk

    def arrive(self, number: int) -> None:
        plate, desk = Plate(f"苏A{number:05d}"), self.as_("reception", "陈静")
        zone.arrive(desk, plate)
        zone.receive(desk, plate)
        zone.make_work_order(desk, plate)
        zone.hand_over(desk, plate)
        self.heard[plate] = self.clock.at
        if self.chance.random() < 0.4:
            promises.wait(desk, plate, Waits.AWAY)
        promises.promise(desk, plate, self.clock.at + self.chance.randrange(1, 4) * HOUR, told=Heard.IN_PERSON)

    def work(self, car: Progress) -> None:
        """One thing the workshop does about a car."""
        desk, plate, reached = self.as_("workshop", "赵敏"), car.plate, stage(car)
        draw = self.chance.random()
        if not car.jobs:
            jobs.assign(desk, plate, JobKind.REPAIR, self.chance.choice(["刘军", "何伟"]))
        elif reached is Stage.CHECK:
            jobs.check(desk, plate, passed=True)
        elif reached is Stage.WASH:
            jobs.done(desk, plate)
        elif car.jobs[0].state is JobState.WAITING or car.jobs[0].hold in {Hold.PARTS, Hold.PEOPLE}:
            jobs.start(desk, plate)
        elif car.jobs[0].state is JobState.WORKING and draw < 0.1:
            findings.find(desk, plate, FoundKind.HIDDEN, "渗油")
        elif car.jobs[0].state is JobState.WORKING and draw < 0.2:
            jobs.hold(desk, plate, Hold.PARTS)
        elif car.jobs[0].state is JobState.WORKING and draw < 0.4:
            jobs.done(desk, plate)
        elif draw < 0.5 and car.needs_answer(self.clock.at, 30 * MINUTE):
            promises.promise(desk, plate, self.clock.at + 2 * HOUR, why="缺件")

    def tell(self, car: Progress) -> None:
        """The advisor tells whoever is due soon, and hands back what is ready."""
        desk, plate = self.as_("reception", "陈静"), car.plate
        if car.undecided:
            findings.decide(desk, plate, self.chance.choice(list(Decision)), Heard.PHONE)
        elif stage(car) is Stage.READY:
            hand_back(desk, plate)
            zone.leave(desk, plate, anyway=False)
        else:
            telling.told(desk, plate, Heard.PHONE)
        silence = self.clock.at - self.heard[plate]
        if silence < OPEN_FOR:
            self.longest[car.waits] = max(self.longest[car.waits], silence)
        self.heard[plate] = self.clock.at

    def step(self, *, advisor_is_there: bool) -> None:
        self.clock.at += STEP
        for car in self.desk.snapshot().repairs:
            due = car.word_due
            if advisor_is_there and due is not None and is_soon(due, self.clock.at):
                self.tell(car)
            elif self.chance.random() < 0.3:
                self.work(car)
        if self.desk.snapshot().has_news(self.clock.at):
            handling.evaluate(self.as_("manager", "王芳"))
            owed = [car.word_due for car in self.desk.snapshot().repairs if car.word_due is not None]
            self.prompts += sum(self.clock.at > due.due_at for due in owed)


def test_nobody_is_without_word_where_the_queue_is_worked(as_: Any, clock: ManualClock) -> None:
    week = Week(as_("陈静"), clock, random.Random(7))
    number, opens = 0, clock.at - HOUR - 30 * MINUTE
    for day in range(DAYS):
        clock.at = opens + day * DAY
        # Whoever is here over night has gone home, and wishes to hear in the morning.
        while clock.at < opens + day * DAY + OPEN_FOR - STEP:
            if number < (day + 1) * 4 and week.chance.random() < 0.2:
                number += 1
                week.arrive(number)
            week.step(advisor_is_there=True)
        for car in week.desk.snapshot().repairs:
            promises.wait(
                week.as_("reception", "陈静"), car.plate, Waits.AWAY, wish_at=opens + (day + 1) * DAY + 10 * MINUTE
            )
    found = figures.of_days(week.desk, DAYS)
    assert number > 20
    assert (found.late, week.prompts) == (0, 0)
    assert found.silence_longest is not None
    assert found.silence_longest <= LIMIT[Waits.AWAY]
    assert all(week.longest[where] <= LIMIT[where] for where in Waits)


def test_an_advisor_who_is_away_for_an_hour_is_called_once_for_each_car(as_: Any, clock: ManualClock) -> None:
    week = Week(as_("陈静"), clock, random.Random(8))
    for number in range(1, 9):
        week.arrive(number)
    for _minutes in range(12):
        week.step(advisor_is_there=False)
    handling.evaluate(week.desk)
    missed = [each for each in week.desk.snapshot().escalations if each.kind is Kind.DUE_MISSED]
    in_lounge = [car for car in week.desk.snapshot().repairs if car.waits is Waits.LOUNGE]
    words = [car.word_due for car in week.desk.snapshot().repairs if car.word_due is not None]
    late = [due for due in words if due.is_missed(clock.at)]
    assert len(in_lounge) <= len(late) <= len(missed)
    # One line at the desk, whatever their number.
    rows = week.desk.snapshot().rows("reception", clock.at)  # type: ignore[arg-type]
    assert sum(bool(row.prompts) and row.prompts[0].kind is Kind.DUE_MISSED for row in rows) <= 1
