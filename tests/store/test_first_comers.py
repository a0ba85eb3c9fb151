"""Two stations want the same: whoever comes second reads who was first, and when."""

from collections.abc import Callable
from typing import Any

import pytest
from deciding import FOUR
from waiting import divert
from winners import winner

from frontdesk.desk import guiding, lounge, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling, tasks
from frontdesk.domain.escalations.terms import Action
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.words import i18n
from frontdesk.words.refusals.sentence import sentence

NEW = Plate("苏A99999")
Do = Callable[[Desk], Any]


def over_count(desk: Desk) -> int:
    return next(e.id for e in desk.snapshot().escalations if e.kind == "over_count")


def lane(desk: Desk) -> Plate:
    return next(car.plate for car in desk.snapshot().floor.cars if car.place.key == "lane")


def leave_a_bay(desk: Desk) -> None:
    zone.leave(desk, FOUR[1])


def receive(desk: Desk) -> None:
    zone.receive(desk, FOUR[0])


def decide(desk: Desk) -> Any:
    return decisions.act(desk, over_count(desk), Action.DIVERT, (lane(desk),), seen=None)


CASES: dict[str, tuple[Do | None, Do]] = {
    "arrives": (None, lambda desk: zone.arrive(desk, NEW)),
    "moves": (None, lambda desk: zone.move(desk, FOUR[0], "temporary")),
    "leaves": (None, lambda desk: zone.leave(desk, FOUR[0])),
    "is received": (None, receive),
    "has its work order": (receive, lambda desk: zone.make_work_order(desk, FOUR[0])),
    "is guided": (leave_a_bay, lambda desk: guiding.guide(desk, FOUR[3], "bay2")),
    "is told": (None, lambda desk: handling.tell(desk, over_count(desk))),
    "is taken on": (None, lambda desk: handling.acknowledge(desk, over_count(desk))),
    "is decided": (None, decide),
    "is done": (decide, lambda desk: tasks.done(desk, 1)),
}


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_the_second_reads_who_was_first(
    desk: Desk, open_desk: Callable[..., Desk], clock: ManualClock, name: str, language: str
) -> None:
    before, do = CASES[name]
    other = open_desk("reception", "李四")
    for plate in FOUR:
        zone.arrive(other, plate)
    if before is not None:
        before(other)
    clock.at += 5_000
    do(desk)
    clock.at += 100
    with pytest.raises(Refused) as refused:
        do(other)
    i18n.use(language)
    said = sentence(refused.value)
    i18n.use("en")
    assert "张三" in said
    assert "10:00:05" in said


@pytest.mark.parametrize("do", [lounge.no_show, lounge.bring_back])
def test_of_a_ticket_too(desk: Desk, open_desk: Callable[..., Desk], clock: ManualClock, do: Any) -> None:
    other = open_desk("reception", "李四")
    divert(other, clock, FOUR[0])
    lounge.call(other, 1)
    clock.at += 5_000
    do(desk, 1)
    with pytest.raises(Refused) as refused:
        do(other, 1)
    said = sentence(refused.value)
    assert "张三" in said
    assert "10:01:05" in said


def test_what_was_taken_back_was_not_first(desk: Desk, open_desk: Callable[..., Desk], clock: ManualClock) -> None:
    other = open_desk("reception", "李四")
    zone.arrive(other, NEW, place="bay1")
    zone.leave(other, NEW)
    clock.at += 200_000
    with pytest.raises(Refused) as refused:
        zone.leave(desk, NEW)
    assert "李四" in sentence(refused.value)
    with pytest.raises(Refused) as refused:
        zone.leave(desk, Plate("苏A00000"))
    assert "first" not in refused.value.facts


def test_three_stations_at_the_same_instant(racers: Any, desk: Desk, clock: ManualClock) -> None:
    """Both losers of a race read the name of whoever won it."""
    people = list(racers.people.values())
    for _ in range(10):
        clock.at += 1_000
        answers = racers.race(*[("arrive", NEW)] * 3)
        won = winner(answers, "already_here")
        losers = [answer["facts"]["first"] for answer in answers if "refused" in answer]
        assert all(f"who='{people[won]}'" in first and f"at={clock.at}," in first for first in losers)
        zone.leave(desk, NEW)
