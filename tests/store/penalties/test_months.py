"""Penalties month by month: they add up, whoever proposes and signs at once (Z8)."""

import random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from crowded import CARS, PEOPLE, complain, crowd, penalty
from rounds import Rounds
from store_checks import assert_whole

from frontdesk.desk import penalties, zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.penalties.terms import PenaltyState
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.values.clock import DAY, HOUR, ManualClock, to_datetime
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.plates import Plate


def test_october_is_charged_and_november_countered(as_: Any, clock: ManualClock) -> None:
    clock.at = Month(2026, 11).begins(ZoneInfo("Asia/Shanghai")) - 1
    desk = as_("王芳")
    for car in CARS:
        zone.leave(desk, car)
        zone.arrive(desk, car)
    penalties.propose(desk, complain(desk), "张三", escalation=_latest(desk))
    penalties.sign(as_("赵敏"), 1)
    clock.at += 1
    penalties.counter(as_("李建国"), 1, "申诉成立")
    october, november = (penalties.of_month(desk, Month(2026, number)) for number in (10, 11))
    assert (october.sums, november.sums) == ({"张三": 50}, {"张三": -50})
    assert [entry.state for _, entry in november.entries] == [PenaltyState.COUNTERED]
    assert penalties.of_month(desk) == november
    assert penalties.of_month(desk, Month(2026, 9)).penalties == ()


def _latest(desk: Desk) -> int:
    return max(each.id for each in desk.snapshot().escalations if each.kind == "over_count")


@pytest.mark.parametrize("seed", range(6))
def test_months_add_up_as_in_a_plain_computation(desk: Desk, clock: ManualClock, seed: int) -> None:
    """Everybody tries everything at random for a year; what each month says is what a plain list of deeds says."""
    crowd(desk, {**PEOPLE, "刘洋": Post.DIRECTOR})
    desk.actor = Actor("manager", "王芳")
    others = [Plate(f"苏B1234{number}") for number in range(8)]
    for car in others:
        zone.arrive(desk, car)
    cases = [complain(desk, car) for car in (*CARS, *others)]
    dice = random.Random(seed)
    people = [*PEOPLE, "刘洋"]
    booked: list[tuple[str, str, int]] = []
    charges: dict[int, tuple[str, int]] = {}
    for _ in range(220):
        clock.at += dice.randrange(4 * DAY)
        desk.actor = Actor("manager", dice.choice(people))
        month = f"{to_datetime(clock.at + 8 * HOUR):%Y-%m}"
        try:
            what = dice.choice(["propose", "sign", "appeal", "uphold", "counter"])
            if what == "propose":
                person = dice.choice(people)
                number = penalties.propose(desk, dice.choice(cases), person, escalation=1).number
                charges[number] = (person, 0)
                booked.append((month, person, 0))
                continue
            number = dice.randrange(1, len(charges) + 2)
            more = () if what == "sign" else ("因为",)
            getattr(penalties, what)(desk, number, *more)
        except FrontdeskError:
            continue
        person, charged = charges[number]
        added = {"sign": 50, "counter": -charged}.get(what, 0)
        charges[number] = (person, charged + added)
        booked.append((month, person, added))
    assert len(charges) > 10
    for month in sorted({month for month, _, _ in booked}):
        ledger = penalties.of_month(desk, Month.read(month))
        expected: dict[str, int] = {}
        for when, person, added in booked:
            if when == month:
                expected[person] = expected.get(person, 0) + added
        assert ledger.sums == expected
        assert len(ledger.entries) == sum(when == month for when, _, _ in booked)
    assert_whole(desk.connection)


def test_three_propose_and_sign_at_once(racers: Any, desk: Desk, clock: ManualClock, rounds: Rounds) -> None:
    crowd(desk, dict.fromkeys(racers.people.values(), Post.DIRECTOR) | {"赵敏": Post.ADVISOR})
    cases = [complain(desk) for _ in range(3)]
    wins = set()
    for _ in rounds(30, 1000):
        clock.at += 1000
        answers = racers.race(*(("propose", case, "赵敏") for case in cases))
        won = _winner(answers, "penalty_stands")
        number = answers[won]["answer"]["number"]
        assert {answer["facts"]["number"] for answer in answers if "refused" in answer} == {str(number)}
        signed = _winner(racers.race(*[("sign", number)] * 3), "penalty_state", "own_proposal")
        assert signed != won
        desk.actor = Actor("manager", "李四")
        assert penalty(desk, number).charged == 50
        penalties.counter(desk, number, "再来")
        wins.add(won)
    assert len(wins) > 1
    assert_whole(desk.connection)


def _winner(answers: list[dict[str, Any]], *reasons: str) -> int:
    won = [number for number, answer in enumerate(answers) if "answer" in answer]
    assert len(won) == 1, answers
    assert {answer["refused"] for answer in answers if "refused" in answer} <= set(reasons), answers
    return won[0]
