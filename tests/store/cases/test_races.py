"""Three stations take one step of a case at the same instant: one is first, the others are told."""

from typing import Any

from rounds import Rounds
from store_checks import assert_whole
from winners import ROUNDS, facts, winner

from frontdesk.desk.cases import page, register, steps
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.case import CaseKind, Channel, Severity, Stage
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import NO_PLATE


def test_one_case_is_taken_on_once(racers: Any, desk: Desk, clock: ManualClock, rounds: Rounds) -> None:
    """Three take the same step: one does it, and the others read in which stage the case is by now."""
    wins = set()
    for _ in rounds(ROUNDS, 2000):
        clock.at += 1000
        number = a_case(desk)
        steps.take(desk, number, CaseStep.ANSWER, "已答复")
        won = winner(racers.race(*[("take", number, "resolve", "已换件")] * 3), "wrong_state")
        answers = racers.race(*[("take", number, "confirm", "满意")] * 3)
        wins |= {won, winner(answers, "wrong_state")}
        assert facts(answers, "stage") == {"confirmed"}
        found = register.get(desk, number)
        assert (found.stage, found.running) == (Stage.CONFIRMED, ())
        assert [note.step for note in page.page(desk, number).notes] == ["answer", "resolve", "confirm"]
    assert len(wins) > 1
    assert_whole(desk.connection)


def test_one_step_given_three_times_is_taken_once(racers: Any, desk: Desk, clock: ManualClock, rounds: Rounds) -> None:
    for _ in rounds(ROUNDS, 2000):
        clock.at += 1000
        number = a_case(desk)
        answers = racers.race(*[("take", number, "answer", "已答复", {"operation": f"one-{number}"})] * 3)
        assert answers[0] == answers[1] == answers[2]
        assert [note.step for note in page.page(desk, number).notes] == ["answer"]
    assert_whole(desk.connection)


def a_case(desk: Desk) -> int:
    return register.register(desk, NewCase(
        channel=Channel.PHONE, kind=CaseKind.PRICE, severity=Severity.ORDINARY, customer="陈静", phone="",
        plate=NO_PLATE, words="太贵",
    )).number  # fmt: skip
