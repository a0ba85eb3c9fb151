"""The policy is changed by a manager, in one event, and over nobody's head."""

import json
from dataclasses import replace

import pytest

from frontdesk.desk import policy as policies
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.reasons import PolicyReason
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused

PEOPLE = {
    "王芳": Post.MANAGER,
    "王五": Post.MANAGER,
    "赵敏": Post.DIRECTOR,
    "孙磊": Post.SUPERVISOR,
    "李娜": Post.ADVISOR,
}


@pytest.fixture
def at(desk: Desk, clock: ManualClock):  # type: ignore[no-untyped-def]
    for name, post in PEOPLE.items():
        staff.add(desk, name, post)
    opened = []

    def by(who: str) -> Desk:
        opened.append(Desk.open(desk.path, Actor("manager", who), clock))
        return opened[-1]

    yield by
    for each in opened:
        each.close()


@pytest.mark.parametrize(
    ("who", "may"), [("王芳", True), ("王五", True), ("赵敏", True), ("孙磊", True), ("李娜", False), ("甲", False)]
)
def test_who_may(at, who: str, may: bool) -> None:  # type: ignore[no-untyped-def]
    desk, changed = at(who), replace(Policy(), over_count=5)
    if may:
        assert policies.change(desk, changed, Policy()).number == 1
        detail = desk.connection.execute("select detail, who from events where kind = 'policy'").fetchall()
        assert [(json.loads(text), by) for text, by in detail] == [({"over_count": [4, 5]}, who)]
    else:
        with pytest.raises(Refused) as refused:
            policies.change(desk, changed, Policy())
        assert refused.value.reason is PolicyReason.ONLY_MANAGERS
    assert desk.snapshot().policy.over_count == (5 if may else 4)


@pytest.mark.parametrize("theirs", [{"hold_s": 10}, {"over_count": 6}, {"over_count": 5}])
def test_of_two_at_once_the_second_is_told(at, theirs: dict[str, int]) -> None:  # type: ignore[no-untyped-def]
    first, second = at("王芳"), at("王五")
    policies.change(first, replace(Policy(), **theirs), Policy())  # type: ignore[arg-type]
    for write in (policies.change, lambda desk, policy, seen: policies.load(desk, policy, present=seen)):
        if write is policies.change or theirs != {"over_count": 5}:
            with pytest.raises(Refused) as refused:
                write(second, replace(Policy(), over_count=5), Policy())
            assert refused.value.reason is PolicyReason.CHANGED_MEANWHILE
    assert second.snapshot().policy == replace(Policy(), **theirs)  # type: ignore[arg-type]


def test_the_one_before_comes_back(at) -> None:  # type: ignore[no-untyped-def]
    desk, changed = at("王芳"), replace(Policy(), over_count=5)
    policies.change(desk, changed, Policy())
    before = policies.before_last(desk)
    assert before == Policy()
    policies.change(desk, before, changed)
    assert (desk.snapshot().policy, policies.before_last(desk)) == (Policy(), changed)
