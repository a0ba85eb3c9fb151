"""Two stations call one customer, or two to one bay, at the same instant."""

from typing import Any

from rounds import Rounds
from store_checks import assert_whole
from winners import ROUNDS, facts, winner

from frontdesk.desk import lounge as tickets
from frontdesk.desk import policy, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import tasks
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.places import PlaceKind

CARS = [Plate("苏A00001"), Plate("苏A00002"), Plate("苏A00003"), Plate("苏A00004")]


def test_one_ticket_is_called_twice_at_most(racers: Any, desk: Desk, clock: ManualClock, rounds: Rounds) -> None:
    """Three call at once: two calls are made, and the third reads that it was called twice, and when."""
    for _ in rounds(ROUNDS, 2000):
        number = one_waits(racers, desk, clock)
        answers = racers.race(*[("call", number)] * 3)
        assert sorted("answer" in answer for answer in answers) == [False, True, True]
        assert {answer["refused"] for answer in answers if "refused" in answer} == {"called_twice"}
        assert facts(answers, "at") == {str(clock.at)}
        (ticket,) = desk.snapshot().tickets
        assert (ticket.calls, ticket.called_at) == (2, clock.at)
        winner(racers.race(*[("no_show", number)] * 3), "ticket_no_show")
        tickets.restore(desk, number)
        winner(racers.race(*[("bring_back", number)] * 3), "no_ticket", "not_here", "same_place", "changed_since")
        assert desk.snapshot().tickets == ()
        assert desk.snapshot().floor.car(CARS[0]).place.kind is PlaceKind.BAY
    assert_whole(desk.connection)


def test_two_tickets_are_not_called_to_one_bay(racers: Any, desk: Desk, clock: ManualClock, rounds: Rounds) -> None:
    for _ in rounds(20, 1000):
        first = one_waits(racers, desk, clock)
        for plate in (Plate("苏A00011"), Plate("苏A00012")):
            zone.arrive(desk, plate, place="bay1" if plate.endswith("1") else "bay2")
        second = one_waits(racers, desk, clock, CARS[1])
        won = winner(racers.race(("call", first), ("call", second), None), "no_free_bay")
        assert [kept.place for kept in desk.snapshot().floor.kept] == ["bay3"]
        assert [bool(ticket.calls) for ticket in desk.snapshot().tickets] == [won == 0, won == 1]
        for car in desk.snapshot().floor.cars:
            zone.leave(desk, car.plate)
        assert desk.snapshot().tickets == ()
    assert_whole(desk.connection)


def one_waits(racers: Any, desk: Desk, clock: ManualClock, car: str = CARS[0]) -> int:
    """Let a car be diverted, and the bays be free; return the number of its ticket."""
    policy.load(desk, Policy(hold_s=0, over_stay_s=86_400))
    clock.at += 1000
    held = {seen.plate for seen in desk.snapshot().floor.cars if seen.place.kind is PlaceKind.BAY}
    for plate in CARS:
        here = desk.snapshot().floor.find(plate)
        if here is None:
            zone.arrive(desk, plate, place="lane")
        elif here.plate == car and not here.place.in_zone:
            zone.move(desk, plate, "lane")
        if plate in held and plate != car:
            zone.move(desk, plate, "lane")
    while desk.snapshot().floor.count < len(CARS):
        zone.arrive(desk, Plate(f"苏A{desk.snapshot().seq:05d}"), place="lane")
    prompt = next(e for e in desk.snapshot().escalations if e.kind is Kind.OVER_COUNT)
    answer = racers.race(None, None, ("act", prompt.id, "divert", car, {"seen": prompt.acted_at}))[0]["answer"]
    for task in desk.snapshot().tasks:
        tasks.done(desk, task.id)
    return int(answer["number"])
