"""Roll calls: who is expected, who was first, the next round, when everybody is called, what is taken back."""

from collections.abc import Callable
from functools import partial

import pytest
from at_desk import arrive, refusal
from attended import sign

from data.roll_calls import roll_calls as on_record
from frontdesk.desk import matters, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.roll_calls import counting, reading
from frontdesk.domain.escalations.terms import Kind, State
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.roll_calls.reasons import RollCallReason
from frontdesk.domain.roll_calls.roll_call import Entry, Key, Mark, RollCall, Subject
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.domain.values.plates import Plate

As = Callable[[str], Desk]


def now(desk: Desk, matter: int) -> RollCall:
    return reading.of_matter(desk, matter)[-1]


def named(desk: Desk, matter: int, text: str, *, car: bool = False) -> Entry:
    return reading.meant(now(desk, matter), text, car=car)


def mark(desk: Desk, matter: int, text: str, found: Mark, words: str = "", *, seen: int | None = None) -> None:
    counting.mark(
        desk,
        matter,
        named(desk, matter, text, car=found in (Mark.MOVED_OUT, Mark.STAYS)).key,
        found,
        words=words,
        seen=seen,
    )


def everybody_else(desk: Desk, matter: int, *but: str) -> None:
    for entry in now(desk, matter).missing:
        if entry.name not in but:
            counting.mark(desk, matter, entry.key, Mark.PRESENT)


def calls(desk: Desk) -> list[tuple[State, int]]:
    desk.snapshot()
    return [(each.state, each.calls) for each in desk.snapshot().escalations if each.kind is Kind.DUE_MISSED]


def test_who_worked_here_today_and_who_is_in_the_store_is_expected(as_: As, matter: int) -> None:
    arrive(as_("赵敏"), 1, 2)
    desk = as_("王芳")
    zone.leave(desk, Plate("苏A00002"))
    counting.start(desk, matter, visitors=2)
    found = now(desk, matter)
    assert [each.name for each in found.of(Subject.PERSON)] == ["赵敏", "张三", "王芳"]
    assert [each.plate for each in found.of(Subject.CUSTOMER)] == ["苏A00001"]
    assert [(each.plate, each.place) for each in found.of(Subject.CAR)] == [("苏A00001", "bay1")]
    assert len(found.of(Subject.VISITOR)) == 2
    assert (found.round, found.is_complete, len(found.missing)) == (1, False, 6)


def test_with_the_last_of_them_nothing_is_owed_any_more(as_: As, matter: int, clock: ManualClock) -> None:
    desk = as_("王芳")
    arrive(desk, 1)
    counting.start(desk, matter)
    (due,) = (due for due in matters.shown(desk, matter).dues if due.name is DueName.ROLL_CALL)
    assert (due.due_at, due.person) == (clock.at + 10 * MINUTE, "王芳")
    everybody_else(desk, matter, "张三")
    assert refusal(partial(counting.end, desk, matter)) is RollCallReason.STILL_MISSING
    assert not on_record.latest(desk.connection, matter).is_complete
    assert not desk.read(partial(reading.is_complete, matter=matter))
    mark(desk, matter, "zs", Mark.HURT, "救护车带走")
    assert desk.read(partial(reading.is_complete, matter=matter))
    assert [each.met_at for each in matters.shown(desk, matter).dues] == [clock.at]
    mark(desk, matter, "zs", Mark.MISSING)
    assert [due.is_running for due in matters.shown(desk, matter).dues] == [False, True]
    mark(desk, matter, "zs", Mark.PRESENT)
    counting.end(desk, matter)
    assert refusal(partial(mark, desk, matter, "zs", Mark.LEFT)) is RollCallReason.ROLL_CALL_ENDED
    assert refusal(partial(counting.end, desk, matter)) is RollCallReason.ROLL_CALL_ENDED


def test_whoever_is_still_missing_has_everybody_called_again_and_again(
    as_: As, matter: int, clock: ManualClock
) -> None:
    desk = as_("王芳")
    counting.start(desk, matter)
    clock.at += 10 * MINUTE
    handling.evaluate(desk)
    assert calls(desk) == []
    clock.at += 1
    handling.evaluate(desk)
    (raised,) = desk.snapshot().escalations
    assert set(raised.plan.stage(1).roles) == set(Role)
    assert raised.calls == 1
    clock.at += 5 * MINUTE
    sign(desk, clock.at)
    handling.evaluate(desk)
    assert calls(desk) == [(State.RAISED, 2)]
    handling.acknowledge(desk, raised.id)
    clock.at += 5 * MINUTE - 1
    handling.evaluate(desk)
    assert calls(desk) == [(State.ACKNOWLEDGED, 2)]
    clock.at += 1
    handling.evaluate(desk)
    assert calls(desk) == [(State.RAISED, 3)]
    everybody_else(desk, matter)
    handling.evaluate(desk)
    assert calls(desk) == []


def test_whoever_was_first_is_told_to_the_second(as_: As, matter: int) -> None:
    desk = as_("王芳")
    counting.start(desk, matter)
    mark(desk, matter, "张三", Mark.PRESENT, seen=0)
    other = as_("赵敏")
    assert refusal(partial(mark, other, matter, "张三", Mark.LEFT, seen=0)) is RollCallReason.MARKED_BEFORE
    assert refusal(partial(mark, other, matter, "张三", Mark.PRESENT)) is RollCallReason.MARKED_SO
    last = named(other, matter, "张三").last
    assert last is not None
    mark(other, matter, "张三", Mark.LEFT, "王芳说他去送车", seen=last.id)
    found = named(other, matter, "张三")
    assert [(each.mark, each.who, each.words) for each in found.marks] == [
        (Mark.PRESENT, "王芳", ""),
        (Mark.LEFT, "赵敏", "王芳说他去送车"),
    ]


def test_cars_and_people_who_come_and_go_meanwhile(as_: As, matter: int, clock: ManualClock) -> None:
    desk = as_("王芳")
    arrive(desk, 1, 2)
    counting.start(desk, matter)
    started = clock.at
    clock.at += MINUTE
    arrive(desk, 3)
    zone.leave(desk, Plate("苏A00001"))
    found = now(desk, matter)
    cars = {str(each.plate): each for each in found.of(Subject.CAR)}
    assert cars["苏A00001"].gone_at == cars["苏A00003"].came_at == started + MINUTE
    assert (cars["苏A00001"].is_answered, cars["苏A00002"].is_answered) == (True, False)
    assert [each.plate for each in found.missing if each.plate] == ["苏A00001", "苏A00002", "苏A00003"]
    mark(desk, matter, "苏A00003", Mark.PRESENT)
    assert refusal(partial(undo.undo, as_("张三"))) is JournalReason.NOTHING_TO_UNDO
    mark(as_("王芳"), matter, "a00003", Mark.MOVED_OUT)
    everybody_else(desk, matter)
    counting.end(desk, matter)
    arrive(desk, 4)
    assert {each.plate for each in now(desk, matter).of(Subject.CAR)} == {"苏A00001", "苏A00002", "苏A00003"}


def test_the_next_round_expects_whoever_is_not_known_to_have_left(as_: As, matter: int, clock: ManualClock) -> None:
    desk = as_("王芳")
    arrive(desk, 1, 2)
    counting.start(desk, matter, visitors=2)
    mark(desk, matter, "张三", Mark.PRESENT)
    first, _ = now(desk, matter).of(Subject.VISITOR)
    counting.mark(desk, matter, first.key, Mark.LEFT)
    counting.add(desk, matter, Subject.VISITOR, "送货的老陈")
    mark(desk, matter, "苏A00002", Mark.LEFT)
    zone.leave(desk, Plate("苏A00001"))
    clock.at += MINUTE
    counting.start(desk, matter)
    one, two = reading.of_matter(desk, matter)
    assert (one.is_running, two.is_running, two.round) == (False, True, 2)
    assert [each.mark for each in one.entries].count(None) > 0
    assert [each.name for each in two.of(Subject.VISITOR)] == ["", "送货的老陈"]
    customers = {each.plate for each in two.of(Subject.CUSTOMER)}
    assert customers == {"苏A00001", "苏A00002"}
    assert {each.plate for each in two.of(Subject.CAR)} == {"苏A00002"}
    assert all(each.mark is None for each in two.entries)
    running = [due for due in matters.shown(desk, matter).dues if due.is_running]
    assert [due.due_at for due in running] == [one.started_at + 10 * MINUTE]


def test_what_is_refused(as_: As, matter: int, desk: Desk) -> None:
    desk = as_("王芳")
    assert refusal(partial(counting.start, desk, 99)) is MatterReason.NO_MATTER
    assert refusal(partial(counting.start, desk, matter, visitors=201)) is RollCallReason.VISITORS
    assert refusal(partial(counting.end, desk, matter)) is RollCallReason.NO_ROLL_CALL
    counting.start(desk, matter)
    entry = named(desk, matter, "张三")
    assert refusal(partial(mark, desk, matter, "无名", Mark.PRESENT)) is RollCallReason.NOT_EXPECTED
    assert refusal(partial(counting.mark, desk, matter, entry.key, Mark.STAYS)) is RollCallReason.NO_SUCH_MARK
    nobody = Key(Subject.CUSTOMER, 99)
    assert refusal(partial(counting.mark, desk, matter, nobody, Mark.LEFT)) is RollCallReason.NOT_EXPECTED
    again = partial(counting.add, desk, matter, Subject.PERSON, "张三")
    assert refusal(again) is RollCallReason.EXPECTED_ALREADY
    desk.actor = Actor("guard", "路人")
    assert refusal(partial(counting.start, desk, matter)) is PeopleReason.UNKNOWN_PERSON
    matters.close(as_("王芳"), matter, "取消")
    assert refusal(partial(counting.start, desk, matter)) is MatterReason.MATTER_CLOSED


@pytest.mark.parametrize("typed", ["许亮", "xl", "XL", "xuliang", "亮"])
def test_found_as_it_is_typed(as_: As, matter: int, typed: str) -> None:
    desk = as_("许亮")
    arrive(desk, 1)
    counting.start(desk, matter)
    assert named(desk, matter, typed).name == "许亮"


def test_a_mark_and_a_start_are_taken_back(as_: As, matter: int) -> None:
    desk = as_("王芳")
    counting.start(desk, matter)
    everybody_else(desk, matter)
    undo.undo(desk)
    assert len(now(desk, matter).missing) == 1
    assert [due.is_running for due in matters.shown(desk, matter).dues] == [True]
    undo.undo(desk)
    undo.undo(desk)
    assert reading.of_matter(desk, matter) == ()
    assert matters.shown(desk, matter).dues == ()
