"""The emergency contact list called through: each result on record, who is left is owed, corrected, undone (S1, S7)."""

from collections.abc import Callable

import pytest
from at_desk import refusal

from data import agenda
from data.proof.tables import compare
from frontdesk.desk import agenda_rules, matters, undo
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.register import calling, contacts
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.matters.matter import Matter, MatterKind
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Post
from frontdesk.domain.register.calling import Call, CallResult, CallState, Reachable, meant
from frontdesk.domain.register.contacts import ContactKind, Details
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.values.clock import DAY, HOUR, ManualClock
from frontdesk.domain.values.reasons import ValueReason

Sit = Callable[[str], Desk]
REACHED, NOT_REACHED, WRONG = CallResult.REACHED, CallResult.NOT_REACHED, CallResult.WRONG_NUMBER
PHONES = {
    "王芳": "13800138001",
    "李强": "13800138002",
    "赵敏": "13800138003",
    "小钱": "13800138004",
    "张三": "13800138005",
}


@pytest.fixture
def desk_of(as_: Sit) -> Sit:
    """Everybody has a number but 老周, who has left; the power supplier and a backup supplier stand on the list."""
    desk = as_("王芳")
    for name, phone in PHONES.items():
        staff.change(desk, name, phone=phone)
    staff.remove(desk, "老周")
    contacts.add(desk, Details(ContactKind.POWER, "供电所", "95598"))
    contacts.add(desk, Details(ContactKind.SUPPLIER, "备用机油", "02511112222", is_backup=True))
    return as_


def states(desk: Desk) -> dict[str, CallState]:
    every, since = calling.listed(desk)
    return {each.name: each.state(since) for each in every}


def key(desk: Desk, name: str) -> str:
    return meant(name, calling.listed(desk)[0]).key


def call(desk: Desk, name: str, result: CallResult, words: str = "") -> None:
    calling.called(desk, key(desk, name), result, words)


def open_one(desk: Desk) -> Matter | None:
    return next((each for each in matters.listed(desk) if each.kind is MatterKind.CONTACTS), None)


def owed(desk: Desk) -> dict[str, DueName]:
    matter = open_one(desk)
    running: list[Due] = [due for due in matter.dues if due.is_running] if matter else []
    return {due.what.partition(" ")[2]: due.name for due in running}


@pytest.mark.parametrize(
    ("last", "reached", "state"),
    [
        (None, None, CallState.TO_CALL),
        (None, 999, CallState.TO_CALL),
        (None, 1000, CallState.CALLED),
        ((1000, NOT_REACHED), None, CallState.NOT_REACHED),
        ((999, NOT_REACHED), None, CallState.TO_CALL),
        ((1000, WRONG), 1000, CallState.WRONG),
        ((1001, REACHED), 1001, CallState.CALLED),
    ],
)
def test_how_it_stands(last: tuple[int, CallResult] | None, reached: int | None, state: CallState) -> None:
    each = Reachable("staff:1", "王芳", Post.MANAGER, "13800138001", last and Call(last[0], "赵敏", last[1]))
    assert each._replace(reached=None if reached is None else Call(reached, "赵敏", REACHED)).state(1000) is state
    assert each._replace(phone="").state(1000) is CallState.NUMBERLESS


def test_a_list_called_through_ends_by_itself(desk_of: Sit, clock: ManualClock) -> None:
    desk = desk_of("赵敏")
    assert open_one(desk) is None
    calling.begin(desk)
    assert owed(desk) == {"": DueName.CONTACT_LIST}
    call(desk, "李强", NOT_REACHED, "占线")
    call(desk, "小钱", WRONG)
    assert owed(desk) == {"": DueName.CONTACT_LIST, "李强": DueName.CONTACT_AGAIN, "小钱": DueName.CONTACT_AGAIN}
    for name in ("王芳", "赵敏", "张三", "供电所", "备用机油"):
        call(desk, name, REACHED)
    assert owed(desk) == {"李强": DueName.CONTACT_AGAIN, "小钱": DueName.CONTACT_AGAIN}
    clock.at += HOUR
    call(desk, "李强", REACHED)
    calling.correct(desk_of("王芳"), key(desk, "小钱"), "13800138104")
    assert (states(desk)["小钱"], owed(desk)) == (CallState.TO_CALL, {"": DueName.CONTACT_LIST})
    call(desk_of("赵敏"), "小钱", REACHED)
    assert open_one(desk) is None
    assert set(states(desk).values()) == {CallState.CALLED}
    assert {each.called_by for each in contacts.listed(desk) if not each.is_emergency} == {"赵敏"}
    assert compare(desk.connection, lambda done, of: None).found == []


def test_it_comes_again_by_the_policy_and_not_before(desk_of: Sit, clock: ManualClock) -> None:
    desk = desk_of("赵敏")
    calling.begin(desk)
    for name in (*PHONES, "供电所", "备用机油"):
        call(desk, name, REACHED)
    for days, is_open in ((30, False), (2, True)):
        clock.at += days * DAY
        agenda_rules.come(desk)
        assert bool(open_one(desk)) is is_open
    number = open_one(desk)
    assert number is not None
    matters.close(desk_of("王芳"), number.id, "下周再打")
    clock.at += 2 * DAY
    agenda_rules.come(desk)
    assert open_one(desk) is None, "what somebody left undone and said why is not asked for at once again"


def test_who_comes_on_the_list_or_leaves_it_is_owed_or_not(desk_of: Sit) -> None:
    desk = desk_of("王芳")
    calling.begin(desk)
    for name in (*PHONES, "供电所"):
        call(desk, name, REACHED)
    call(desk, "备用机油", NOT_REACHED)
    assert owed(desk) == {"备用机油": DueName.CONTACT_AGAIN}
    staff.add(desk, "新来的", Post.GUARD)
    assert owed(desk) == {"备用机油": DueName.CONTACT_AGAIN, "新来的": DueName.CONTACT_AGAIN}
    assert states(desk)["新来的"] is CallState.NUMBERLESS
    assert refusal(lambda: call(desk, "新来的", REACHED)) is RegisterReason.NUMBERLESS_CONTACT
    staff.remove(desk, "新来的")
    contacts.take_off(desk, key(desk, "备用机油"))
    assert open_one(desk) is None
    undo.undo(desk)
    assert owed(desk) == {"备用机油": DueName.CONTACT_AGAIN}


def test_a_call_is_taken_back_with_what_followed(desk_of: Sit) -> None:
    desk = desk_of("赵敏")
    calling.begin(desk)
    call(desk, "供电所", NOT_REACHED)
    undo.undo(desk)
    assert (owed(desk), states(desk)["供电所"]) == ({"": DueName.CONTACT_LIST}, CallState.TO_CALL)
    contacts.called(desk, key(desk, "供电所"))
    assert states(desk)["供电所"] is CallState.CALLED
    undo.undo(desk)
    assert states(desk)["供电所"] is CallState.TO_CALL


def test_what_is_refused(desk_of: Sit, desk: Desk) -> None:
    assert refusal(lambda: calling.called(desk, "119", REACHED)) is RegisterReason.EMERGENCY_NUMBER
    assert refusal(lambda: calling.called(desk, "staff:99", REACHED)) is RegisterReason.NO_CONTACT
    assert refusal(lambda: calling.correct(desk, key(desk, "小钱"), " ")) is ValueReason.BAD_PHONE
    assert refusal(lambda: calling.correct(desk, key(desk, "供电所"), "abc")) is ValueReason.BAD_PHONE
    assert refusal(lambda: meant("", calling.listed(desk)[0])) is RegisterReason.NO_CONTACT
    assert refusal(lambda: call(desk_of("路人"), "供电所", REACHED)) is PeopleReason.UNKNOWN_PERSON
    assert not any(each.rule == agenda.CONTACTS for each in agenda.planned(desk.connection))
