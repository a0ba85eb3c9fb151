"""A plate that two correct at the same instant, or that somebody arrives under meanwhile."""

from typing import Any

from rounds import Rounds
from store_checks import assert_whole

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.values.clock import SECOND, ManualClock
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.reasons import ZoneReason

WRONG, RIGHT = Plate("苏A12341"), Plate("苏A54321")
VISIT = 1


def test_two_stations_correct_the_same_car(racers: Any, crowded: Desk, clock: ManualClock, rounds: Rounds) -> None:
    wrong, people, wins = WRONG, list(racers.people.values()), set()
    for number in rounds(20, 2000):
        clock.at += SECOND
        into = [f"苏B{station}{number:04d}" for station in range(3)]
        answers = racers.race(*(("correct_plate", VISIT, right, {"wrong": wrong}) for right in into))
        (won,) = [place for place, answer in enumerate(answers) if "answer" in answer]
        for answer in answers:
            if "refused" in answer:
                assert answer["refused"] == ZoneReason.PLATE_CORRECTED
                assert (answer["facts"]["who"], answer["facts"]["plate"]) == (people[won], into[won])
                assert answer["facts"]["at"] == str(clock.at)
        wins.add(won)
        wrong = Plate(into[won])
    assert len(wins) > 1
    assert_whole(crowded.connection)


def test_a_car_arrives_under_the_right_plate_meanwhile(
    racers: Any, crowded: Desk, clock: ManualClock, rounds: Rounds
) -> None:
    wrong, seen = WRONG, set()
    for number in rounds(20, 2000):
        clock.at += SECOND
        right = f"苏C{number:05d}"
        answers = racers.race(("correct_plate", VISIT, right, {"wrong": wrong}), ("arrive", right), None)
        assert [answer.get("refused") for answer in answers].count("already_here") == 1, answers
        arrived = "answer" in answers[1]
        seen.add(arrived)
        clock.at += SECOND
        if arrived:
            zone.leave(crowded, Plate(right))
        else:
            wrong = Plate(right)
        assert sum(car.plate == right for car in crowded.snapshot().floor.cars) == (not arrived)
    assert_whole(crowded.connection)
