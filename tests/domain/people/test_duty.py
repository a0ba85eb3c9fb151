"""Who is on duty, and whom a role means then (Z1, S2)."""

import pytest

from frontdesk.domain.people.duty import FARTHEST_AHEAD, LONGEST, Duty, Roster, check_shift
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.reasons import ValueReason

PEOPLE = [("王芳", Post.MANAGER), ("刘洋", Post.MANAGER), ("孙磊", Post.SUPERVISOR), ("李建国", Post.DIRECTOR)]
STAFF = tuple(Person(number, name, post, "") for number, (name, post) in enumerate(PEOPLE))
DEPUTY = Duty(1, Role.DEPUTY, "刘洋", 1000, 2000)


def name(roster: Roster, role: Role, at: int) -> str | None:
    person = roster.on_duty(role, at)
    return person.name if person else None


@pytest.mark.parametrize(("at", "who"), [(999, "孙磊"), (1000, "刘洋"), (1999, "刘洋"), (2000, "孙磊")])
def test_a_duty_holds_from_its_first_instant_until_just_before_its_end(at: int, who: str) -> None:
    assert name(Roster(STAFF, (DEPUTY,)), Role.DEPUTY, at) == who


def test_without_a_duty_the_first_of_the_post_stands_in() -> None:
    roster = Roster(STAFF, ())
    found = [name(roster, role, 0) for role in (Role.MANAGER, Role.DEPUTY, Role.DIRECTOR, Role.GUARD)]
    assert found == ["王芳", "孙磊", "李建国", None]


def test_who_was_put_on_the_list_first_stands_in_however_it_is_sorted() -> None:
    listed = (Person(9, "Alice", Post.MANAGER, ""), Person(3, "王芳", Post.MANAGER, ""))
    assert name(Roster(listed, ()), Role.MANAGER, 0) == "王芳"


def test_the_duty_set_last_counts() -> None:
    shifts = (Duty(3, Role.DEPUTY, "孙磊", 0, 5000), DEPUTY, Duty(2, Role.DEPUTY, "王芳", 1500, 1800))
    roster = Roster(STAFF, shifts)
    assert [name(roster, Role.DEPUTY, at) for at in (1200, 1600)] == ["孙磊", "孙磊"]
    roster = Roster(STAFF, shifts[1:])
    assert [name(roster, Role.DEPUTY, at) for at in (1200, 1500, 1799, 1800)] == ["刘洋", "王芳", "王芳", "刘洋"]


def test_a_duty_is_of_its_role_only() -> None:
    assert name(Roster(STAFF, (DEPUTY,)), Role.MANAGER, 1500) == "王芳"


def test_who_left_the_staff_has_no_duty() -> None:
    roster = Roster(tuple(p for p in STAFF if p.name != "刘洋"), (DEPUTY,))
    assert roster.shift(Role.DEPUTY, 1500) is None
    assert name(roster, Role.DEPUTY, 1500) == "孙磊"


@pytest.mark.parametrize(
    ("posts", "called", "found"),
    [
        ({Post.MANAGER, Post.DIRECTOR}, Role.MANAGER, (Role.MANAGER, "王芳")),
        ({Post.DIRECTOR}, Role.MANAGER, (Role.DIRECTOR, "李建国")),
        ({Post.SUPERVISOR}, Role.MANAGER, (Role.MANAGER, None)),
        ({Post.SUPERVISOR, Post.MANAGER}, Role.DEPUTY, (Role.DEPUTY, "孙磊")),
        ({Post.MANAGER}, Role.DEPUTY, (Role.MANAGER, "王芳")),
        ({Post.MANAGER}, Role.DIRECTOR, (Role.MANAGER, "王芳")),
    ],
)
def test_whom_to_fetch(posts: set[Post], called: Role, found: tuple[Role, str | None]) -> None:
    role, person = Roster(tuple(p for p in STAFF if p.post in posts), ()).to_fetch(called, 0)
    assert (role, person.name if person else None) == found


@pytest.mark.parametrize(
    ("role", "who", "until", "reason"),
    [
        (Role.MANAGER, "刘洋", 1001, None),
        (Role.DEPUTY, "孙磊", 1000 + LONGEST, None),
        (Role.DEPUTY, "孙磊", 1000, PeopleReason.BAD_SHIFT),
        (Role.DEPUTY, "孙磊", 999, PeopleReason.BAD_SHIFT),
        (Role.DEPUTY, "孙磊", 1001 + LONGEST, PeopleReason.BAD_SHIFT),
        (Role.DEPUTY, "无名", 2000, PeopleReason.UNKNOWN_PERSON),
        (Role.DEPUTY, "", 2000, PeopleReason.UNKNOWN_PERSON),
        (Role.DEPUTY, "李娜", 2000, None),
        (Role.MANAGER, "张强", 2000, PeopleReason.NOT_FOR_POST),
        (Role.DEPUTY, "张强", 2000, PeopleReason.NOT_FOR_POST),
        (Role.GUARD, "孙磊", 2000, ValueReason.UNKNOWN_CHOICE),
        (Role.DIRECTOR, "李建国", 2000, ValueReason.UNKNOWN_CHOICE),
    ],
)
def test_a_duty_that_is_set(role: Role, who: str, until: int, reason: Reason | None) -> None:
    everyone = (*STAFF, Person(8, "李娜", Post.ADVISOR, ""), Person(9, "张强", Post.GUARD, ""))
    if reason is None:
        check_shift(role, who, 1000, until, staff=everyone, now=1000)
        return
    with pytest.raises(Refused) as refused:
        check_shift(role, who, 1000, until, staff=everyone, now=1000)
    assert refused.value.reason is reason


@pytest.mark.parametrize(
    ("starts", "reason"),
    [
        (-LONGEST, None),
        (-LONGEST - 1, PeopleReason.SHIFT_FAR),
        (FARTHEST_AHEAD, None),
        (FARTHEST_AHEAD + 1, PeopleReason.SHIFT_FAR),
        (870 * FARTHEST_AHEAD, PeopleReason.SHIFT_FAR),
    ],
)
def test_a_duty_begins_about_now(starts: int, reason: Reason | None) -> None:
    if reason is None:
        check_shift(Role.MANAGER, "刘洋", starts, starts + 1, staff=STAFF, now=0)
        return
    with pytest.raises(Refused) as refused:
        check_shift(Role.MANAGER, "刘洋", starts, starts + 1, staff=STAFF, now=0)
    assert refused.value.reason is reason
