"""Trainings: for how long they are valid, who lacks one, certificates with their last day (S12)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from frontdesk.desk import trainings, undo
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Actor, Person, Post
from frontdesk.domain.trainings.reasons import TrainingReason
from frontdesk.domain.trainings.training import (
    MONTHS,
    Attendance,
    Result,
    Topic,
    Training,
    lacking,
    valid_until,
)
from frontdesk.domain.values.clock import DAY, ManualClock
from frontdesk.domain.values.errors import Reason, Refused

SOMEBODY = Person(1, "张三", Post.GUARD, "")


@pytest.fixture
def kept(desk: Desk) -> Desk:
    for name, post in {"王芳": Post.MANAGER, "张三": Post.GUARD, "赵敏": Post.ADVISOR}.items():
        staff.add(desk, name, post)
    desk.actor = Actor("manager", "王芳")
    return desk


def reason(command: Callable[..., object], *values: object, **named: object) -> Reason:
    with pytest.raises(Refused) as refusal:
        command(*values, **named)
    return refusal.value.reason


def test_each_group_has_its_training() -> None:
    people = [Person(number, post, post, "") for number, post in enumerate(Post)]
    needed = {
        topic: {each.name for each in lacking(people, (), date(2026, 5, 29)) if each.topic is topic} for topic in Topic
    }
    assert needed.keys() == {
        Topic.SERVICE, Topic.TECHNICIANS, Topic.LEGAL, Topic.FIRST_AID, Topic.FIRE, Topic.EPIDEMIC,
    }  # fmt: skip
    assert needed[Topic.FIRE] == needed[Topic.EPIDEMIC] == {*Post}
    assert {Post.ADVISOR, Post.MANAGER} <= needed[Topic.SERVICE] and Post.GUARD not in needed[Topic.SERVICE]
    assert Post.TECHNICIAN in needed[Topic.TECHNICIANS] and Post.GUARD in needed[Topic.FIRST_AID]
    assert Post.GENERAL_MANAGER in needed[Topic.LEGAL]


@pytest.mark.parametrize(
    ("topic", "held", "until"),
    [
        (Topic.FIRE, date(2026, 5, 29), date(2027, 5, 29)),
        (Topic.FIRE, date(2024, 2, 29), date(2025, 2, 28)),
        (Topic.LEGAL, date(2024, 12, 31), date(2026, 12, 31)),
    ],
)
def test_valid_for_so_many_months(topic: Topic, held: date, until: date) -> None:
    """To the very end of its last day."""
    assert valid_until(topic, held) == until
    passed = Training(1, topic, held, "消防队", "", "", (Result("张三", Attendance.PASSED),))
    person = SOMEBODY._replace(post=next(iter(MONTHS[topic][1])))
    for day, lacks in ((until, False), (until + timedelta(days=1), True)):
        found = [each for each in lacking((person,), (passed,), day) if each.topic is topic]
        assert bool(found) is lacks
        assert not found or found[0].ended_on == until


def test_who_lacks_what_their_post_needs(kept: Desk, clock: ManualClock) -> None:
    """Whoever did not pass lacks it still; who left the store lacks nothing."""
    number = trainings.add(kept, Topic.FIRE, "消防队", plan_version="A/1").number
    trainings.attend(kept, number, ("张三", "赵敏"), score=90)
    trainings.attend(kept, number, ("王芳",), Attendance.FAILED, score=40)
    lacks = {(each.name, each.topic) for each in trainings.listed(kept).lacking}
    assert ("王芳", Topic.FIRE) in lacks and ("张三", Topic.FIRE) not in lacks
    assert ("张三", Topic.SERVICE) not in lacks and ("赵敏", Topic.SERVICE) in lacks
    trainings.attend(kept, number, ("王芳",), score=80)
    assert [each.score for each in trainings.listed(kept).trainings[0].attended] == [90, 90, 80]
    undo.undo(kept)
    assert ("王芳", Topic.FIRE) in {(each.name, each.topic) for each in trainings.listed(kept).lacking}
    staff.remove(kept, "王芳")
    assert "王芳" not in {each.name for each in trainings.listed(kept).lacking}


def test_held_with_who_attended_at_once(kept: Desk) -> None:
    """All of it or nothing, and taken back in one."""
    assert reason(trainings.add, kept, Topic.FIRE, "消防队", passed=("张三", "路人")) is PeopleReason.UNKNOWN_PERSON
    assert trainings.listed(kept).trainings == ()
    trainings.add(kept, Topic.FIRE, "消防队", passed=("张三",), failed=("赵敏",))
    results = trainings.listed(kept).trainings[0].attended
    assert [(each.name, each.result) for each in results] == [
        ("张三", Attendance.PASSED),
        ("赵敏", Attendance.FAILED),
    ]
    undo.undo(kept)
    assert trainings.listed(kept).trainings == ()


def test_what_is_refused(kept: Desk) -> None:
    number = trainings.add(kept, Topic.FIRE, "消防队").number
    assert reason(trainings.add, kept, Topic.FIRE, " ") is TrainingReason.NO_TRAINER
    assert reason(trainings.add, kept, Topic.FIRE, "消防队", at=kept.now() + 1) is TrainingReason.TRAINING_TIME
    assert reason(trainings.attend, kept, 99, ("张三",)) is TrainingReason.NO_TRAINING
    assert reason(trainings.attend, kept, number, ("张三", "路人")) is PeopleReason.UNKNOWN_PERSON
    assert reason(trainings.attend, kept, number, ("张三",), score=101) is TrainingReason.SCORE
    assert trainings.listed(kept).trainings[0].attended == ()
    kept.actor = Actor("guard", "张三")
    assert reason(trainings.add, kept, Topic.FIRE, "消防队") is PeopleReason.NOT_YOUR_POST


@pytest.mark.parametrize(("left", "warned"), [(31, False), (30, True), (0, True), (-1, True)])
def test_a_certificate_is_told_of_before_it_ends(kept: Desk, left: int, warned: bool) -> None:
    today = trainings.listed(kept).today
    trainings.certify(kept, "张三", "first_aid", today + timedelta(days=left))
    (found,) = trainings.listed(kept).certificates
    assert (found.days_left(today), found.is_warned(today)) == (left, warned)


def test_a_certificate_is_renewed_and_taken_off(kept: Desk, clock: ManualClock) -> None:
    trainings.certify(kept, "张三", "电工证", date(2026, 6, 1))
    trainings.certify(kept, "张三", "电工证", date(2029, 6, 1))
    assert [each.ends_on for each in trainings.listed(kept).certificates] == [date(2029, 6, 1)]
    clock.at += DAY
    trainings.drop_certificate(kept, "张三", "电工证")
    assert trainings.listed(kept).certificates == ()
    assert reason(trainings.drop_certificate, kept, "张三", "电工证") is TrainingReason.NO_CERTIFICATE
    assert reason(trainings.certify, kept, "张三", " ", date(2029, 6, 1)) is TrainingReason.CERTIFICATE_KIND
    assert reason(trainings.certify, kept, "张三", "电工证", date(9999, 1, 1)) is TrainingReason.CERTIFICATE_DAY
