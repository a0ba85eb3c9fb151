"""Three real processes want the same thing: one gets it, the others are told who did."""

from typing import Any

from rounds import Rounds
from store_checks import assert_whole
from winners import ROUNDS, facts, winner

from frontdesk.desk import policy, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import record, tasks
from frontdesk.domain.escalations.terms import LineKind, State
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate

CARS = [Plate("苏A00001"), Plate("苏A00002"), Plate("苏A00003"), Plate("苏A00004")]


def test_one_bay(racers: Any, desk: Desk, clock: ManualClock, rounds: Rounds) -> None:
    for car in CARS[:3]:
        zone.arrive(desk, Plate(car), place="lane")
    wins = set()
    for _ in rounds(ROUNDS, 2000):
        clock.at += 1000
        answers = racers.race(*(("move", car, "bay1") for car in CARS[:3]))
        won = winner(answers, "place_full")
        assert all(CARS[won] in cars for cars in facts(answers, "cars"))
        zone.move(desk, CARS[won], "lane")
        wins.add(won)
    assert len(wins) > 1
    assert_whole(desk.connection)


def test_one_car_arrives_at_three_stations(racers: Any, desk: Desk, clock: ManualClock, rounds: Rounds) -> None:
    for _ in rounds(ROUNDS, 2000):
        clock.at += 1000
        answers = racers.race(*(("arrive", "苏A12345", {"place": place}) for place in ("bay1", "bay2", "lane")))
        won = winner(answers, "already_here")
        assert all(f"'{answers[won]['answer']['place']}'" in place for place in facts(answers, "place"))
        assert facts(answers, "since") == {str(clock.at)}
        zone.leave(desk, Plate("苏A12345"))
    assert_whole(desk.connection)


def over_count(desk: Desk, clock: ManualClock) -> Any:
    """Let the zone be over anew; return the escalation."""
    if not desk.snapshot().floor.cars:
        # Each crossing is a prompt of its own, and none of the cars stays too long.
        policy.load(desk, Policy(hold_s=0, over_stay_s=86_400))
        for plate in CARS:
            zone.arrive(desk, plate)
            zone.receive(desk, plate)
    else:
        clock.at += 1000
        for car in desk.snapshot().floor.cars:
            if not car.place.in_zone:
                zone.move(desk, car.plate, "lane")
    (found,) = desk.snapshot().escalations
    return found


def clear(desk: Desk, clock: ManualClock) -> None:
    clock.at += 1000
    if desk.snapshot().floor.count == len(CARS):
        zone.move(desk, CARS[0], "temporary")
    assert desk.snapshot().escalations == ()


def test_one_prompt_is_acknowledged(racers: Any, desk: Desk, clock: ManualClock, rounds: Rounds) -> None:
    people = list(racers.people.values())
    for _ in rounds(ROUNDS, 2000):
        prompt = over_count(desk, clock)
        answers = racers.race(*[("acknowledge", prompt.id)] * 3)
        won = winner(answers, "already_handled")
        assert facts(answers, "who") == {people[won]}
        assert desk.snapshot().escalations[0].acknowledged_by == people[won]
        clear(desk, clock)
    assert_whole(desk.connection)


def test_one_prompt_is_acted_on(racers: Any, desk: Desk, clock: ManualClock, rounds: Rounds) -> None:
    people = list(racers.people.values())
    for number in rounds(ROUNDS, 2000):
        prompt = over_count(desk, clock)
        action = ("reorder", "divert")[number % 2]
        answers = racers.race(*(("act", prompt.id, action, car) for car in CARS[:3]))
        won = winner(answers, "already_handled")
        assert facts(answers, "who") == {people[won]}
        found = desk.snapshot().escalation(prompt.id)
        assert found is not None
        assert (found.acted_by, found.action, found.is_open) == (people[won], action, True)
        assert facts(answers, "at") == {str(clock.at)}
        assert {(task.escalation, task.plate) for task in desk.snapshot().tasks} == {(prompt.id, CARS[won])}
        for task in desk.snapshot().tasks:
            tasks.done(desk, task.id)
        assert desk.snapshot().tasks == ()
        clear(desk, clock)
    assert_whole(desk.connection)


def test_one_errand_is_done_once(racers: Any, desk: Desk, clock: ManualClock, rounds: Rounds) -> None:
    people = list(racers.people.values())
    wins = set()
    for _ in rounds(ROUNDS, 2000):
        prompt = over_count(desk, clock)
        assert racers.race(None, None, ("act", prompt.id, "divert", CARS[0]))[0]["answer"]
        park, lounge = desk.snapshot().tasks
        clock.at += 1000
        answers = racers.race(*[("done", park.id)] * 3)
        won = winner(answers, "task_ended")
        assert facts(answers, "who") == {people[won]}
        assert facts(answers, "at") == {str(clock.at)}
        assert desk.snapshot().floor.car(CARS[0]).place.key == "temporary"
        tasks.done(desk, lounge.id)
        done = [step.who for step in record.page(desk, prompt.id).steps if step.kind is LineKind.DONE]
        assert done == [people[won], desk.actor.who]
        clear(desk, clock)
        wins.add(won)
    assert len(wins) > 1
    assert_whole(desk.connection)


def test_one_car_is_done_with_and_moved_at_once(racers: Any, desk: Desk, clock: ManualClock, rounds: Rounds) -> None:
    """Somebody confirms the errand while somebody else enters where the car went: it stands there once."""
    for _ in rounds(ROUNDS, 2000):
        prompt = over_count(desk, clock)
        assert racers.race(None, None, ("act", prompt.id, "divert", CARS[0]))[0]["answer"]
        park, lounge = desk.snapshot().tasks
        clock.at += 1000
        won = winner(racers.race(("done", park.id), ("move", CARS[0], "temporary"), None), "task_ended", "same_place")
        done = [step.who for step in record.page(desk, prompt.id).steps if step.kind is LineKind.DONE]
        assert done == [list(racers.people.values())[won]]
        assert [task.id for task in desk.snapshot().tasks] == [lounge.id]
        tasks.done(desk, lounge.id)
        clear(desk, clock)
    assert_whole(desk.connection)


def test_one_acknowledges_and_one_decides(racers: Any, desk: Desk, clock: ManualClock, rounds: Rounds) -> None:
    """A decision after an acknowledgement counts; an acknowledgement after a decision reads who decided."""
    people, first = list(racers.people.values()), set()
    for _ in rounds(ROUNDS, 2000):
        prompt = over_count(desk, clock)
        known, decided = racers.race(("acknowledge", prompt.id), ("act", prompt.id, "reorder", CARS[1]), None)
        assert "answer" in decided
        found = desk.snapshot().escalation(prompt.id)
        assert found is not None
        assert (found.state, found.acted_by) == (State.ACTED, people[1])
        assert found.acknowledged_by == people[0 if "answer" in known else 1]
        if "refused" in known:
            assert (known["refused"], known["facts"]["who"]) == ("already_handled", people[1])
        first.add("answer" in known)
        for task in desk.snapshot().tasks:
            tasks.done(desk, task.id)
        clear(desk, clock)
    assert_whole(desk.connection)


def test_three_evaluators_raise_once(racers: Any, desk: Desk, clock: ManualClock, rounds: Rounds) -> None:
    raised = 0
    for _ in rounds(ROUNDS, 2000):
        zone.arrive(desk, Plate("苏A12345"))
        clock.at += 60_001
        answers = racers.race(*[("evaluate",)] * 3)
        assert sorted(answer["answer"] is not None for answer in answers) == [False, False, True]
        raised += 1
        zone.leave(desk, Plate("苏A12345"))
    assert desk.connection.execute("select count(*) from escalations").fetchone()[0] == raised
    assert_whole(desk.connection)


def test_undo_against_move(racers: Any, desk: Desk, clock: ManualClock, rounds: Rounds) -> None:
    first = set()
    zone.arrive(desk, Plate("苏A12345"), place="lane")
    for _ in rounds(ROUNDS, 2000):
        clock.at += 1000
        zone.move(desk, Plate("苏A12345"), "bay1")
        undone, moved = racers.race(("undo",), ("move", "苏A12345", "bay2"), None)
        place = desk.snapshot().floor.car("苏A12345").place.key
        assert place == "bay2"
        assert "answer" in moved
        if "answer" in undone:
            assert undone["answer"]["seq"] < moved["answer"]["seq"]
        else:
            assert undone["refused"] == "built_on"
        first.add("answer" in undone)
        zone.move(desk, Plate("苏A12345"), "lane")
    assert_whole(desk.connection)


def test_one_operation_given_three_times_is_done_once(
    racers: Any, desk: Desk, clock: ManualClock, rounds: Rounds
) -> None:
    for number in rounds(ROUNDS, 2000):
        clock.at += 1000
        answers = racers.race(*[("arrive", "苏A12345", {"operation": f"one-{number}"})] * 3)
        assert answers[0] == answers[1] == answers[2]
        assert "answer" in answers[0]
        zone.leave(desk, Plate("苏A12345"))
    events = desk.connection.execute("select count(*) from events where kind = 'arrive'").fetchone()[0]
    assert events == rounds.done
    assert_whole(desk.connection)
