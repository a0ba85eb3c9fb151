"""Things: put on the register, counted, faulty and in order again, out and back, retired; who may do which (S3)."""

from collections.abc import Callable
from datetime import date

import pytest
from at_desk import MINUTE, refusal
from outage import begin_outage

from data.engine.transaction import Transaction
from data.proof.tables import compare
from data.register import things as stored
from frontdesk.desk import matters, undo
from frontdesk.desk.desk import Desk
from frontdesk.desk.register import areas, fitness, teams, things
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.matter import Obstacle
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.register.events import RegisterEvent
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.register.teams import Team
from frontdesk.domain.register.things import Described, Thing, ThingEntry, ThingKind, ThingState
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.words.register import shipped_areas

Sit = Callable[[str], Desk]
VAN = Described(ThingKind.VEHICLE, "救援车 01", "parking")
KIT = Described(ThingKind.SUPPLY, "急救包", "lounge", 3, 2, "个", date(2027, 5, 1))


def thing(desk: Desk, number: int) -> Thing:
    return stored.get(desk.connection, number)


def state(desk: Desk, number: int) -> ThingState:
    found = things.listed(desk)
    return thing(desk, number).state(found.today, found.warning_days)


def entries(desk: Desk, number: int) -> list[ThingEntry]:
    return [entry.entry for entry in things.shown(desk, number)[1]]


def test_put_on_the_register_and_found_there(as_: Sit) -> None:
    desk = as_("赵敏")
    number = things.add(desk, KIT._replace(name=" 急救包\u202e ")).number
    assert thing(desk, number).described == KIT
    assert entries(desk, number) == [ThingEntry.ADDED]
    undo.undo(desk)
    assert things.listed(desk).things == ()


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (KIT._replace(name="急救 包"), RegisterReason.NAME_TAKEN),
        (KIT._replace(name="字" * 41), ValueReason.TEXT_TOO_LONG),
        (KIT._replace(name="新", area="moon"), RegisterReason.NO_AREA),
        (KIT._replace(name="新", unit="很长很长很长的一个单位"), ValueReason.TEXT_TOO_LONG),
        (KIT._replace(name="\u200b"), RegisterReason.THING_NAME),
    ],
)
def test_what_is_refused(as_: Sit, said: Described, reason: object) -> None:
    desk = as_("赵敏")
    things.add(desk, KIT)
    assert refusal(lambda: things.add(desk, said)) is reason
    assert len(things.listed(desk).things) == 1


def test_counted_by_anybody_described_by_who_keeps_them(as_: Sit) -> None:
    number = things.add(as_("小钱"), KIT).number
    guard = as_("张三")
    things.count(guard, number, 1)
    assert state(guard, number) is ThingState.LOW
    for not_his in (
        lambda: things.add(guard, VAN),
        lambda: things.change(guard, number, KIT),
        lambda: things.renew(guard, number, date(2028, 1, 1)),
        lambda: things.retire(guard, number),
        lambda: fitness.ready(guard, number),
    ):
        assert refusal(not_his) is PeopleReason.NOT_YOUR_POST
    teams.put(as_("王芳"), Team.SUPPLIES, "张三")
    things.renew(as_("张三"), number, date(2028, 1, 1))
    told = things.shown(guard, number)[1]
    assert [(entry.entry, entry.value) for entry in told[:2]] == [
        (ThingEntry.RENEWED, "2027-05-01 → 2028-01-01"),
        (ThingEntry.COUNTED, "3 → 1"),
    ]


def test_what_is_faulty_is_not_used_until_it_is_called_ready(as_: Sit) -> None:
    number = things.add(as_("赵敏"), VAN).number
    driver = as_("老周")
    assert refusal(lambda: fitness.faulty(driver, number, " ")) is RegisterReason.THING_WORDS
    fitness.faulty(driver, number, "右尾灯不亮")
    assert refusal(lambda: fitness.faulty(driver, number, "刹车")) is RegisterReason.FAULTY_ALREADY
    assert refusal(lambda: fitness.out(driver, number, why="送车")) is RegisterReason.THING_FAULTY
    fitness.ready(as_("李强"), number, "换了灯泡")
    fitness.out(as_("老周"), number, why="送车")
    assert entries(driver, number)[:3] == [ThingEntry.OUT, ThingEntry.READY, ThingEntry.FAULTY]


def test_out_for_a_matter_and_back(as_: Sit) -> None:
    desk = as_("王芳")
    number = things.add(desk, VAN).number
    matter = begin_outage(desk)
    assert refusal(lambda: fitness.out(desk, number)) is RegisterReason.THING_WORDS
    assert refusal(lambda: fitness.out(desk, number, 99)) is MatterReason.NO_MATTER
    fitness.out(desk, number, matter)
    assert refusal(lambda: fitness.out(desk, number, matter)) is RegisterReason.THING_FAULTY
    assert refusal(lambda: things.retire(desk, number)) is RegisterReason.STILL_OUT
    assert Obstacle.THING_OUT in matters.obstacles(desk.connection, matters.shown(desk, matter))
    fitness.back(desk, number)
    assert Obstacle.THING_OUT not in matters.obstacles(desk.connection, matters.shown(desk, matter))
    assert refusal(lambda: fitness.back(desk, number)) is RegisterReason.NOT_OUT
    matters.close(desk, matter, "演示")
    assert refusal(lambda: fitness.out(desk, number, matter)) is MatterReason.MATTER_CLOSED


def test_another_command_asks_and_finds_faults_in_its_own_transaction(as_: Sit) -> None:
    desk = as_("王芳")
    number = things.add(desk, VAN).number
    matter = begin_outage(desk)

    def check(transaction: Transaction) -> Result:
        assert fitness.check_ready(transaction, number).name == VAN.name
        fitness.set_faulty_in(transaction, number, "胎压 150", matter)
        return Result(RegisterEvent.THING_FAULTY, number=number)

    desk.do(check)
    fault = thing(desk, number).fault
    assert fault is not None
    assert (fault.matter, fault.who) == (matter, "王芳")


def test_retired_and_used_again(as_: Sit) -> None:
    desk = as_("赵敏")
    number = things.add(desk, KIT).number
    things.retire(desk, number, "换新")
    assert refusal(lambda: things.count(desk, number, 3)) is RegisterReason.IS_RETIRED
    assert refusal(lambda: fitness.faulty(desk, number, "坏")) is RegisterReason.IS_RETIRED
    newer = things.add(desk, KIT).number
    assert refusal(lambda: things.again(desk, number)) is RegisterReason.NAME_TAKEN
    things.change(desk, newer, KIT._replace(name="急救包（新）"))
    things.again(desk, number)
    assert refusal(lambda: things.again(desk, number)) is RegisterReason.NOT_RETIRED
    assert [each.name for each in things.listed(desk).things] == ["急救包", "急救包（新）"]


def test_undone_within_two_minutes_unless_somebody_built_on_it(as_: Sit, clock: ManualClock) -> None:
    desk = as_("赵敏")
    number = things.add(desk, VAN).number
    fitness.faulty(desk, number, "漏油")
    undo.undo(desk)
    assert state(desk, number) is ThingState.READY
    assert matters.listed(desk) == ()
    fitness.faulty(desk, number, "漏油")
    fitness.ready(as_("李强"), number)
    as_("赵敏")
    assert refusal(lambda: undo.undo(desk)) is JournalReason.BUILT_ON
    clock.at += 3 * MINUTE
    assert refusal(lambda: undo.undo(desk)) is JournalReason.NOTHING_TO_UNDO
    assert compare(desk.connection, lambda done, of: None).found == []


def test_the_same_operation_does_nothing_twice(as_: Sit) -> None:
    desk = as_("赵敏")
    first = things.add(desk, VAN, "op1")
    assert things.add(desk, VAN, "op1").number == first.number
    assert len(things.listed(desk).things) == 1


def test_an_area_out_of_use_keeps_what_stands_in_it(as_: Sit) -> None:
    desk = as_("王芳")
    number = things.add(desk, KIT).number
    areas.change(desk, "lounge", shipped_areas(), in_use=False)
    things.count(desk, number, 4)
    assert thing(desk, number).described.area == "lounge"
