"""A policy that this version does not understand in full: what it knows is in force, or else the last good one."""

import json

import pytest

from data import policy
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor.examination import examine
from frontdesk.domain.policy.policy import Policy


def put(desk: Desk, **changes: object) -> None:
    stored = json.loads(desk.connection.execute("select policy from policies order by id desc").fetchone()[0])
    desk.connection.execute(
        "insert into policies (at, who, policy) values (1, '', ?)", (json.dumps({**stored, **changes}),)
    )


@pytest.mark.parametrize(
    ("changes", "count", "passed_over"),
    [
        ({"over_count": 5}, 5, ()),
        ({"over_count": 5, "zzz": 1, "aaa": {"b": [1]}}, 5, ("aaa", "zzz")),
        ({"over_count": "5"}, 4, ("over_count",)),
        ({"over_count": 5, "chain": [1, 2]}, 4, ("chain",)),
        ({"over_count": 5, "chain": ["soon director"]}, 4, ("chain",)),
        ({"over_count": 5, "time_zone": "Moon/Sea", "zzz": 1}, 4, ("time_zone", "zzz")),
        ({"over_count": True}, 4, ("over_count",)),
    ],
)
def test_what_is_understood_is_in_force(
    desk: Desk, changes: dict[str, object], count: int, passed_over: tuple[str, ...]
) -> None:
    put(desk, **changes)
    in_force = policy.in_force(desk.connection)
    assert in_force.policy.over_count == count
    assert in_force.passed_over == passed_over
    assert desk.snapshot().passed_over == passed_over


@pytest.mark.parametrize("text", ["[]", "7", "null", '"x"'])
def test_a_policy_that_is_none_leaves_the_last_good_one(desk: Desk, text: str) -> None:
    desk.connection.execute("insert into policies (at, who, policy) values (1, '', ?)", (text,))
    assert policy.in_force(desk.connection) == (Policy(), ("policy",))


def test_the_doctor_says_it(desk: Desk) -> None:
    put(desk, zzz=1)
    found = [each for each in examine(desk.path, desk.actor, desk.clock) if each.name == "passed_over"]
    assert [each.facts for each in found] == [{"names": "zzz"}]
