"""Three stations take one thing out at the same instant, or put one of the same name on the register."""

from collections.abc import Callable
from typing import Any

from rounds import Rounds
from store_checks import assert_whole
from winners import winner

from data.register import things as stored
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.register import fitness, things
from frontdesk.domain.people.staff import Post
from frontdesk.domain.register.things import Described, ThingKind
from frontdesk.domain.values.clock import ManualClock

_ROUNDS = 6


def test_one_takes_it_out_and_the_others_hear_who(
    racers: Any, as_: Callable[[str], Desk], clock: ManualClock, rounds: Rounds
) -> None:
    desk = as_("王芳")
    for name in racers.people.values():
        if name not in {person.name for person in staff.everyone(desk)}:
            staff.add(desk, name, Post.ADVISOR)
    van = things.add(desk, Described(ThingKind.VEHICLE, "救援车")).number
    for number in rounds(_ROUNDS, 500):
        clock.at += 1000
        answers = racers.race(*[("thing_out", van, "试车")] * 3)
        winner(answers, "thing_faulty")
        thing = stored.get(desk.connection, van)
        assert thing.out is not None
        assert {each["facts"]["who"] for each in answers if "refused" in each} == {thing.out.who}
        fitness.back(desk, van)
        racers.race(*[("thing_count", van, number)] * 3)
    assert_whole(desk.connection)


def test_one_name_stands_once(racers: Any, as_: Callable[[str], Desk], clock: ManualClock, rounds: Rounds) -> None:
    desk = as_("王芳")
    for name in racers.people.values():
        if name not in {person.name for person in staff.everyone(desk)}:
            staff.add(desk, name, Post.ADVISOR)
    for number in rounds(_ROUNDS, 500):
        clock.at += 1000
        answers = racers.race(*[("thing_add", f"扳手 {number}")] * 3)
        # The guard keeps no things.
        assert answers[0]["refused"] == "not_your_post"
        assert sorted("refused" in each for each in answers[1:]) == [False, True]
    assert len(things.listed(desk).things) == len({each.name for each in things.listed(desk).things})
    assert_whole(desk.connection)
