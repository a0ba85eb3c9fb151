"""What is typed at the set-up is read as it was meant, or refused with what would be right."""

from dataclasses import replace

import pytest

from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import Post
from frontdesk.domain.policy.calendar import read_day, read_hours
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.provinces import NAMES
from frontdesk.domain.setup import answers
from frontdesk.domain.setup.draft import Draft, Newcomer, Step
from frontdesk.domain.setup.people import added, gaps, next_post
from frontdesk.domain.setup.reasons import SetupReason
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.reasons import ValueReason

MANAGER = Newcomer("王芳", Post.MANAGER, "13800010031")
WHOLE = Draft(store_name="粤东", province="广东", people=(MANAGER,), station=StationKind.GUARD)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("粤", "粤"), ("广东", "粤"), ("广东省", "粤"), (" 广 东 ", "粤"),
        ("guangdong", "粤"), ("GuangDong Province", "粤"),
        ("上海市", "沪"), ("广西壮族自治区", "桂"), ("内蒙古自治区", "蒙"), ("shanxi", "晋"), ("Shaanxi", "陕"),
    ],
)  # fmt: skip
def test_a_province_is_its_character_or_its_name(typed: str, read: str) -> None:
    assert answers.province(typed) == read


def test_each_province_is_found_by_all_its_names() -> None:
    assert all(answers.province(name) == character for character, names in NAMES.items() for name in names)
    assert len({name for names in NAMES.values() for name in names}) == 2 * len(NAMES)


@pytest.mark.parametrize("typed", ["省", "江南", "粤东", "苏粤", "粤A", "台湾省x", "G"])
def test_no_province_is_guessed(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        answers.province(typed)
    assert refused.value.reason is SetupReason.NO_PROVINCE


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1 2 3", ("1", "2", "3")), (" 东　西 ", ("东", "西")), ("东 1、东 2", ("东 1", "东 2")),
        ("A,B；C", ("A", "B", "C")),
        ("1、、2、", ("1", "2")), (" ".join(map(str, range(60))), tuple(map(str, range(60)))),
    ],
)  # fmt: skip
def test_bays_stand_between_blanks_or_commas(typed: str, read: tuple[str, ...]) -> None:
    assert answers.bays(typed) == read


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        *((typed, SetupReason.EMPTY_BAYS) for typed in ("", "  ", "、")),
        *((typed, SetupReason.BAD_BAYS) for typed in ("1 1", " ".join(map(str, range(61))))),
        *((typed, SetupReason.TAKEN_BAY_NAME) for typed in ("1 lane", "bay1", "ＢＡＹ 2、3")),
    ],
)
def test_bays_are_held_to_the_bounds_of_the_policy(typed: str, reason: SetupReason) -> None:
    with pytest.raises(Refused) as refused:
        answers.bays(typed)
    assert refused.value.reason is reason


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("08:30-18:00", "08:30-18:00"), ("8:30-18:00", "08:30-18:00"), ("8：30－18：00", "08:30-18:00"),
        ("8.30 – 18.00", "08:30-18:00"), ("8:30~18", "08:30-18:00"), ("9至17:30", "09:00-17:30"),
        ("0-24", "00:00-24:00"),
        ("", ""), ("  ", ""), ("休息", ""), ("Closed", ""), ("-", ""),
    ],
)  # fmt: skip
def test_hours_are_read_as_people_write_them(typed: str, read: str) -> None:
    assert read_hours(typed) == read == answers.opening_hours(typed)


@pytest.mark.parametrize(
    "typed",
    ["8:30", "18:00-8:30", "8:30-8:30", "8:60-18:00", "24:00-24:00", "8:30-25:00", "8:3-18:00", "早-晚", "830-1800"],
)
def test_hours_that_cannot_be_are_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        answers.opening_hours(typed)
    assert refused.value.reason is SetupReason.BAD_HOURS


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", ()), ("2026-02-17", ("2026-02-17",)), ("2026.2.17 2026/2/7", ("2026-02-07", "2026-02-17")),
        ("2026年2月17日、2026-02-17", ("2026-02-17",)),
        ("2026-02-27 ~ 2026-03-01", ("2026-02-27", "2026-02-28", "2026-03-01")),
        ("2026-02-27至2026-02-28,2026-05-01", ("2026-02-27", "2026-02-28", "2026-05-01")),
    ],
)  # fmt: skip
def test_closed_days_are_read_one_by_one_or_as_a_span(typed: str, read: tuple[str, ...]) -> None:
    assert answers.closed_dates(typed) == read


@pytest.mark.parametrize(
    "typed", ["春节", "2-17", "2026-02-30", "2026-02-17~", "2026-03-01~2026-02-27", "2026-01-01~2026-03-04", "20260217"]
)
def test_closed_days_that_are_none_are_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        answers.closed_dates(typed)
    assert refused.value.reason is SetupReason.BAD_CLOSED_DAY


def test_a_day_that_is_none_stays_as_it_was_typed() -> None:
    assert [read_day(text) for text in ("2026-2-7", "20260217", "2026-02-30")] == [
        "2026-02-07",
        "20260217",
        "2026-02-30",
    ]


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (Newcomer("", Post.GUARD, "13800010031"), PeopleReason.NO_NAME),
        (Newcomer(" \u202e", Post.GUARD), PeopleReason.NO_NAME),
        (Newcomer("王芳13800010031"), PeopleReason.NUMBER_IN_NAME),
        (Newcomer("王芳 138 0001 0031", Post.GUARD), PeopleReason.NUMBER_IN_NAME),
        (Newcomer("长" * 31), ValueReason.TEXT_TOO_LONG),
        (Newcomer(" 王芳 ", Post.GUARD), PeopleReason.ALREADY_STAFF),
        (Newcomer("李强", Post.GUARD, "1380001003"), ValueReason.BAD_PHONE),
    ],
)
def test_a_person_is_refused_as_on_the_staff_list(person: Newcomer, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        added((MANAGER,), person)
    assert refused.value.reason is reason


def test_the_posts_are_asked_for_in_the_order_of_the_chain() -> None:
    people: tuple[Newcomer, ...] = ()
    posts = []
    for number in range(6):
        posts.append(next_post(people))
        people = added(people, Newcomer(f"甲{number}", posts[-1]))
    assert posts == [Post.MANAGER, Post.SUPERVISOR, Post.DIRECTOR, Post.ADVISOR, Post.GUARD, Post.GUARD]


def test_who_is_missing_or_cannot_be_phoned_is_known() -> None:
    assert [(gap.role, gap.after_s) for gap in gaps(())] == [
        (Role.MANAGER, 0), (Role.DEPUTY, 180), (Role.DIRECTOR, 300),
    ]  # fmt: skip
    mute = Newcomer("李强", Post.SUPERVISOR)
    assert [(gap.role, gap.name) for gap in gaps((MANAGER, mute))] == [(Role.DEPUTY, "李强"), (Role.DIRECTOR, "")]
    all_there = (MANAGER, replace(mute, phone="10086"), Newcomer("赵敏", Post.DIRECTOR, "10086"))
    assert list(gaps(all_there)) == []


@pytest.mark.parametrize(
    ("step", "changed", "wrong"),
    [
        (Step.STORE, {"store_name": " "}, [("store", SetupReason.NO_STORE_NAME)]),
        (Step.STORE, {"store_name": "长" * 201}, [("store", ValueReason.TEXT_TOO_LONG)]),
        (Step.PROVINCE, {"province": " 　"}, [("province", SetupReason.EMPTY_PROVINCE)]),
        (Step.PROVINCE, {"province": "江南"}, [("province", SetupReason.NO_PROVINCE)]),
        (Step.BAYS, {"bays": ""}, [("bays", SetupReason.EMPTY_BAYS)]),
        (Step.HOURS, {"hours": ("",) * 7}, [("day0", SetupReason.NEVER_OPEN)]),
        (
            Step.HOURS,
            {"hours": ("8", "9", *Policy.opening_hours[2:]), "closed": "春节"},
            [("day0", SetupReason.BAD_HOURS), ("day1", SetupReason.BAD_HOURS), ("closed", SetupReason.BAD_CLOSED_DAY)],
        ),
        (Step.PEOPLE, {"people": ()}, [("name", SetupReason.NO_MANAGER)]),
        (Step.PEOPLE, {"typed": Newcomer("李强", Post.GUARD, "1")}, [("phone", ValueReason.BAD_PHONE)]),
        (Step.PEOPLE, {"typed": Newcomer("", Post.GUARD, "10086")}, [("name", PeopleReason.NO_NAME)]),
        (Step.STATION, {"station": None}, [("menu", SetupReason.NO_STATION)]),
    ],
)
def test_each_fault_belongs_to_a_box(step: Step, changed: dict[str, object], wrong: list[tuple[str, Reason]]) -> None:
    draft = replace(WHOLE, **changed)  # type: ignore[arg-type]
    assert [(box, fault.reason) for box, fault in answers.faults(step, draft)] == wrong
    assert list(answers.faults(step, WHOLE)) == []


def test_the_policy_is_what_was_answered_and_else_the_plan() -> None:
    hours = ("8:30-18:00",) * 5 + ("9-17", "休")
    draft = replace(WHOLE, store_name=" 粤东\t4S店 ", bays="东 西", hours=hours, closed="2026.2.17")
    assert answers.policy_of(draft) == Policy(
        store_name="粤东 4S店",
        province="粤",
        bays=("东", "西"),
        opening_hours=("08:30-18:00",) * 5 + ("09:00-17:00", ""),
        closed_dates=("2026-02-17",),
    )
