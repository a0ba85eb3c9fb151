"""What is to be rehearsed, trained or renewed soon is one matter; each is owed once, and ends when it is done (S4)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from data.proof.tables import compare
from frontdesk.desk import agenda_rules, drills, matters, trainings, undo
from frontdesk.desk.checks import switching
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.checks.shipped import SHIPPED
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.matters.matter import Matter, MatterKind
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.trainings.training import Topic
from frontdesk.domain.values.clock import DAY, HOUR, ManualClock
from frontdesk.words.matters import due_word, title_of

Opens = Callable[[int], None]


@pytest.fixture
def house(desk: Desk) -> Desk:
    for name, post in {"王芳": Post.MANAGER, "张三": Post.GUARD, "赵敏": Post.ADVISOR}.items():
        staff.add(desk, name, post)
    desk.actor = Actor("manager", "王芳")
    return desk


@pytest.fixture
def after(house: Desk, clock: ManualClock) -> Opens:
    """Let so many days pass; somebody looks at noon of the last."""

    def pass_by(days: int) -> None:
        clock.at += days * DAY
        agenda_rules.come(house)

    return pass_by


def matter(desk: Desk) -> Matter | None:
    return next((each for each in matters.listed(desk) if each.kind is MatterKind.READINESS), None)


def owed(desk: Desk) -> list[Due]:
    found = matter(desk)
    return [due for due in found.dues if due.is_running] if found else []


def rehearse(desk: Desk, kind: IncidentKind) -> None:
    at = desk.now() + HOUR
    drills.start(desk, drills.plan(desk, kind, "workshop", at, "张三", objectives=("点名",)).number)


def test_a_new_store_is_not_asked_before_its_checks_are_on(house: Desk, after: Opens) -> None:
    trainings.add(house, Topic.FIRE, "消防队")
    after(400)
    assert owed(house) == []
    switching.switch_on(house, SHIPPED[0].key)
    assert {due.what.split()[1] for due in owed(house)} == {"any", "fire", "injury", "power_failure"}
    assert {due.due_at > house.now() for due in owed(house)} == {True}


def test_a_drill_is_owed_once_and_ends_when_it_is_held(house: Desk, after: Opens, clock: ManualClock) -> None:
    rehearse(house, IncidentKind.FIRE)
    after(183 - 31)
    assert owed(house) == []
    after(1)
    (due,) = owed(house)
    assert (due.name, due.what.split()[1]) == (DueName.DRILL_DUE, "any")
    assert 29 * DAY < due.due_at - clock.at < 31 * DAY
    after(1)
    after(1)
    assert owed(house) == [due]
    for drill in drills.listed(house).drills:
        matters.close(house, drill.drill.incident or 0, "演练结束") if drill.runs else None
    rehearse(house, IncidentKind.SUPPLY)
    assert matter(house) is None
    assert matters.shown(house, due.matter).outcome == "done"


def test_what_ends_soon_is_owed_by_its_last_day(house: Desk, after: Opens) -> None:
    today = trainings.listed(house).today
    number = trainings.add(house, Topic.FIRE, "消防队").number
    trainings.attend(house, number, ("张三", "赵敏"))
    trainings.certify(house, "张三", "first_aid", today + timedelta(days=365))
    trainings.certify(house, "赵敏", "叉车证", today + timedelta(days=31))
    assert matter(house) is None
    after(1)
    (due,) = owed(house)
    assert due_word(due) == "renew the certificate: 赵敏 叉车证"
    trainings.certify(house, "赵敏", "叉车证", date(2031, 1, 1))
    assert matter(house) is None
    undo.undo(house)
    assert [each.id for each in owed(house)] == [due.id]
    trainings.drop_certificate(house, "赵敏", "叉车证")
    after(340)
    assert [due_word(each) for each in owed(house)] == [
        "train anew: fire training",
        "renew the certificate: 张三 first-aid certificate",
    ]
    found = matter(house)
    assert found is not None and title_of(found) == "trainings, certificates"
    again = trainings.add(house, Topic.FIRE, "消防队").number
    trainings.attend(house, again, ("张三",))
    assert len(owed(house)) == 2
    trainings.attend(house, again, ("赵敏",))
    assert [each.name for each in owed(house)] == [DueName.CERTIFICATE_DUE]
    assert compare(house.connection, lambda done, of: None).found == []


def test_what_somebody_closed_is_not_asked_for_again(house: Desk, after: Opens) -> None:
    today = trainings.listed(house).today
    trainings.certify(house, "赵敏", "叉车证", today + timedelta(days=3))
    found = matter(house)
    assert found is not None
    matters.close(house, found.id, "不再需要")
    for _day in range(3):
        after(1)
    assert matter(house) is None
    trainings.certify(house, "张三", "电工证", today + timedelta(days=9))
    assert [each.what.split("·")[1] for each in owed(house)] == ["张三"]
