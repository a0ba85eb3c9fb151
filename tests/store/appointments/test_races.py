"""Three desks want the last place of a half hour at the same instant: one has it, the others read what is next best."""

from typing import Any

from rounds import Rounds
from store_checks import assert_whole
from winners import winner

from frontdesk.desk.appointments import booking, reading
from frontdesk.desk.desk import Desk
from frontdesk.domain.values.clock import ManualClock

HALF = 30 * 60_000


def test_the_last_place_is_taken_once(racers: Any, desk: Desk, clock: ManualClock, rounds: Rounds) -> None:
    wins = set()
    for number in rounds(6, 600):
        at = clock.at + HALF * (1 + number % 12)
        day = reading.of_day(desk)
        slot = day.slot_at(at)
        assert slot is not None
        booking.override(desk, day.day, slot.minute, capacity=slot.booked + 1, why="试")
        answers = racers.race(*[("book", at, f"苏A{number:03}{desk_}9") for desk_ in range(3)])
        wins.add(winner(answers, "slot_full"))
        told = {answer["facts"]["times"] for answer in answers if "refused" in answer}
        assert len(told) == 1
        assert told != {"()"}
        found = reading.of_day(desk).slot_at(at)
        assert found is not None
        assert found.free == 0
    assert wins
    assert_whole(desk.connection)
