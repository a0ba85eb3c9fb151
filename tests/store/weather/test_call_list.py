"""The call list beside one kept independently, while people book, move, call off, arrive, tell and undo (I7)."""

from collections.abc import Callable
from random import Random

import pytest
from weathers import DAY, HOUR, MINUTE

from frontdesk.desk import approvals, undo, zone
from frontdesk.desk.appointments import booking
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.messages import telling
from frontdesk.desk.weather import decisions, rows
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.messages.message import Purpose
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.weather.affected import RowState
from frontdesk.domain.weather.decision import Choice, NewDecision, Service

STEPS = 70


class Story:
    """Somebody who does things at the desk, and a second list of whom the decision touches, kept by its own rule."""

    def __init__(self, desk: Desk, clock: ManualClock, seed: int) -> None:
        self.desk, self.clock, self.random = desk, clock, Random(seed)
        self.begins = clock.at + 20 * HOUR
        self.ends: int | None = self.begins + 8 * HOUR if seed % 2 else None
        self.touched: set[int] = set()
        """The appointments that must stand on the list, open."""
        self.number, self.cars = 0, 0

    def at(self) -> int:
        """A half hour of one of the next three days, from 8:30 to 17:00; it is 10:00 of a day when it begins."""
        day = self.random.randrange(3) * DAY
        return self.start + day + self.random.randrange(-3, 15) * 30 * MINUTE

    @property
    def start(self) -> int:
        return self.begins - 20 * HOUR

    def someone(self) -> int:
        found = self.desk.connection.execute("select id from appointments order by id").fetchall()
        return int(self.random.choice(found)[0]) if found else 0

    def book(self) -> None:
        self.cars += 1
        new = NewAppointment(self.at(), Plate(f"苏A{self.cars:05}"), "王女士", "13800138000")
        booking.book(self.desk, new, above=True)

    def move(self) -> None:
        booking.move(self.desk, self.someone(), self.at(), above=True)

    def call_off(self) -> None:
        booking.cancel(self.desk, self.someone())

    def arrive(self) -> None:
        row = self.desk.connection.execute("select plate from appointments where id = ?", (self.someone(),)).fetchone()
        if row:
            zone.arrive(self.desk, Plate(row[0]))

    def take_back(self) -> None:
        undo.undo(self.desk)

    def pass_time(self) -> None:
        self.clock.at += self.random.randrange(1, 90) * MINUTE
        handling.evaluate(self.desk)

    def tell(self) -> None:
        owed = [each for each in telling.listed(self.desk) if each.purpose is Purpose.WEATHER]
        if owed:
            self.random.choice((telling.told, telling.no_answer))(self.desk, self.random.choice(owed).id)

    def agree(self) -> None:
        found = [row for row in decisions.shown(self.desk, self.number).rows if row.is_open] if self.number else []
        if found:
            rows.move(self.desk, self.random.choice(found).id, self.at(), above=True)

    def decide(self) -> None:
        if not self.number:
            new = NewDecision(Choice.CHANGE, (Service.APPOINTMENTS,), self.begins, self.ends, place="城南店")
            self.number = decisions.decide(self.desk, new).number
            for who in ("王芳", "李建国"):
                self.desk.actor = Actor("manager", who)
                approvals.sign(self.desk, self.number)
            self.desk.actor = Actor("reception", "张三")

    def acts(self) -> tuple[Callable[[], None], ...]:
        return (self.book, self.book, self.book, self.move, self.move, self.call_off, self.arrive, self.take_back,
                self.pass_time, self.tell, self.agree, self.decide)  # fmt: skip

    def look(self) -> None:
        """Keep the second list: whoever is booked within its time is on it, whoever is not any more is off it."""
        if not self.number:
            return
        now, over = self.clock.at, self.ends is not None and self.clock.at >= self.ends
        found = self.desk.connection.execute("select id, at, state from appointments").fetchall()
        there = {number for number, _at, _state in found}
        self.touched &= there
        for number, at, state in found:
            within = at >= self.begins and (self.ends is None or at < self.ends)
            if state in {"arrived", "cancelled"} or (state == "booked" and not within):
                self.touched.discard(number)
            elif state == "booked" and within and not over and at > now:
                self.touched.add(number)


@pytest.mark.parametrize("seed", range(6))
def test_nobody_is_left_out_and_nobody_is_told_in_vain(desk: Desk, clock: ManualClock, seed: int) -> None:
    desk.actor = Actor("reception", "张三")
    story = Story(desk, clock, seed)
    done = 0
    for _ in range(STEPS):
        try:
            story.random.choice(story.acts())()
            done += 1
        except Refused:
            pass
        story.look()
        if not story.number:
            continue
        listed = decisions.shown(desk, story.number).rows
        assert {row.ref for row in listed if row.is_open} == story.touched
        # Whoever is still to be told stands in the queue once, and nobody else does.
        owed = [each for each in telling.listed(desk) if each.purpose is Purpose.WEATHER]
        waiting = {row.message for row in listed if row.is_open and row.state is RowState.OPEN and not row.is_told}
        assert {each.id for each in owed} <= waiting
        assert len({each.about for each in owed}) == len(owed)
        for row in listed:
            assert row.is_open or row.ended_by
    assert done > STEPS // 3
