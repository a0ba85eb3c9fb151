"""Whose car and whose case it is; each customer once, page by page; numbers in full are on record (G5, C10)."""

import random
from datetime import date

import pytest
from at_desk import refusal

from frontdesk.desk import customers, forgetting, undo, zone
from frontdesk.desk.cases import register, steps
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.customers.customer import Customer, Place, Which
from frontdesk.domain.customers.reasons import CustomerReason
from frontdesk.domain.forgetting.customer import Customer as Forgotten
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.values.clock import DAY, MINUTE, ManualClock
from frontdesk.domain.values.plates import NO_PLATE, Plate

TODAY = date(2026, 5, 29)
ZENG, WANG = "13811110001", "13811110002"


def complain(desk: Desk, plate: str = "", phone: str = "", customer: str = "", *, is_drill: bool = False) -> int:
    case = NewCase(
        channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.ORDINARY, customer=customer, phone=phone,
        plate=Plate(plate) if plate else NO_PLATE, words="抖动", is_drill=is_drill,
    )  # fmt: skip
    return register.register(desk, case).number


def come(desk: Desk, clock: ManualClock, *plates: str) -> None:
    for plate in plates:
        zone.arrive(desk, Plate(plate))
        zone.leave(desk, Plate(plate))
        clock.at += MINUTE


def everyone(desk: Desk, which: Which | None = None, size: int = 50) -> list[Customer]:
    found: list[Customer] = []
    after: Place | None = None
    while True:
        part = customers.part(desk, which or Which(), after, size)
        found += part.customers
        after = part.after
        if after is None:
            return found


@pytest.fixture
def told(manager: Desk, clock: ManualClock) -> Desk:
    """Five cars, two of one customer; three customers of whom only cases tell, and a drill."""
    come(manager, clock, "苏E10001", "浙A10002")
    clock.at += DAY
    come(manager, clock, "苏E10003", "苏A10004", "AB12345")
    complain(manager, "苏E10001", ZENG, "曾小明")
    complain(manager, "苏E10003", ZENG, "曾先生")
    complain(manager, "苏A10004", "", f"王女士{WANG}")
    complain(manager, "", WANG, "老王")
    complain(manager, "沪C20001", "", "李工")
    complain(manager, "", "", "无名氏")
    complain(manager, "苏E99999", ZENG, "演练", is_drill=True)
    steps.take(manager, 1, CaseStep.CLOSE_ANYWAY, "不再追究")
    return manager


def test_who_the_customers_are(told: Desk) -> None:
    found = everyone(told)
    assert [(each.name, each.phone, each.plates, each.area, each.open_cases) for each in found] == [
        ("", "", ("AB12345",), "", ()),
        ("王女士138****0002", "", ("苏A10004",), "苏A", (3,)),
        ("曾先生", "138****0001", ("苏E10003", "苏E10001"), "苏E", (2,)),
        ("", "", ("浙A10002",), "浙A", ()),
        ("无名氏", "", (), "", (6,)),
        ("李工", "", ("沪C20001",), "沪C", (5,)),
        ("老王", "138****0002", (), "", (4,)),
    ]
    elsewhere = customers.part(told, Which("苏E"), Place(is_known=True, at=0, plate="京A00000"))
    assert [each.plates for each in elsewhere.customers] == [("苏E10003", "苏E10001")]
    for size in (1, 2, 3, 6, 7):
        assert everyone(told, size=size) == found, size
    assert customers.every(told, Which()) == tuple(found)


@pytest.mark.parametrize(
    ("which", "plates"),
    [
        (Which("苏E"), [("苏E10003", "苏E10001")]),
        (Which("苏"), [("苏A10004",), ("苏E10003", "苏E10001")]),
        (Which("沪"), [("沪C20001",)]),
        (Which("京"), []),
        (Which("", TODAY), [("浙A10002",), ("苏E10003", "苏E10001")]),
        (Which("浙", TODAY), [("浙A10002",)]),
        (Which("苏E", date(2026, 5, 30)), [("苏E10003", "苏E10001")]),
        (Which("", date(2026, 5, 28)), []),
    ],
)
def test_an_area_and_a_day(told: Desk, which: Which, plates: list[tuple[str, ...]]) -> None:
    for size in (1, 2, 50):
        assert [each.plates for each in everyone(told, which, size)] == plates, size


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("曾", ["曾先生"]), ("10003", ["曾先生"]), ("zxm", ["曾先生"]), (ZENG, ["曾先生"]),
        ("0002", ["老王", "王女士138****0002", ""]),
        ("李工 20001", ["李工"]), ("10002", [""]), ("演练", []), ("'%_\u202e", []), ("没有这个人", []),
    ],
)  # fmt: skip
def test_finding(told: Desk, text: str, names: list[str]) -> None:
    assert sorted(each.name for each in customers.find(told, text)) == sorted(names)


def test_finding_nothing_at_all(told: Desk) -> None:
    assert refusal(lambda: customers.find(told, " \u200b ")) is CustomerReason.FIND_WHAT


def test_a_car_that_was_sold_goes_with_its_new_number(told: Desk) -> None:
    complain(told, "苏E10003", WANG, "王新车主")
    by_phone = {each.phone: set(each.plates) for each in everyone(told) if each.phone}
    assert by_phone == {"138****0001": {"苏E10001"}, "138****0002": {"苏E10003"}}
    undo.undo(told)
    assert {"苏E10001", "苏E10003"} in [set(each.plates) for each in everyone(told)]


def test_who_is_forgotten_is_no_customer_any_more(told: Desk) -> None:
    for number in (2, 4, 7):
        steps.take(told, number, CaseStep.CLOSE_ANYWAY, "不再追究")
    forgetting.forget(told, Forgotten(phone=ZENG))
    forgetting.forget(told, Forgotten(phone=WANG))
    found = everyone(told)
    assert not [each for each in found if each.phone or each.name in {"曾先生", "曾小明", "老王"}]
    assert ("苏E10003",) in [each.plates for each in found]


def test_numbers_in_full_are_on_record(told: Desk, advisor: Desk) -> None:
    listed = customers.every(told, Which("苏E"))
    ask = customers.show_numbers
    assert refusal(lambda: ask(advisor, listed, Which("苏E"), "台风")) is PeopleReason.NOT_YOUR_POST
    assert refusal(lambda: ask(told, listed, Which("苏E"), " ")) is CustomerReason.NUMBERS_WHY
    before = told.connection.execute("select count(*) from events").fetchone()
    assert list(ask(told, listed, Which("苏E"), "台风，逐个通知").values()) == [ZENG]
    row = told.connection.execute("select kind, who, detail, changes from events order by seq desc limit 1").fetchone()
    assert row[:2] == ("show_phones", "王五")
    assert "苏E" in row[2]
    assert "台风，逐个通知" in row[2]
    assert ZENG not in str(row)
    assert told.connection.execute("select count(*) from events").fetchone() == (before[0] + 1,)


def test_every_car_and_every_case_has_exactly_one_customer(manager: Desk, clock: ManualClock) -> None:
    chance = random.Random(5)
    plates = [f"{area}{number:05}" for area in ("苏A", "苏E", "浙B") for number in range(6)]
    phones = ["", *(f"1381111000{number}" for number in range(5))]
    come(manager, clock, *chance.sample(plates, 9))
    for _ in range(40):
        complain(manager, chance.choice(["", *plates]), chance.choice(phones), chance.choice(["", "赵", "钱"]))
    found = everyone(manager, size=4)
    cars = [plate for each in found for plate in each.plates]
    cases = [case for each in found for case in each.cases]
    assert len(cars) == len(set(cars))
    assert len(cases) == len(set(cases))
    nobody = manager.connection.execute(
        "select id from complaints where plate = '' and phone_id is null and customer = ''"
    ).fetchall()
    assert set(cases) | {number for (number,) in nobody} == set(range(1, 41))
    for area in ("苏", "苏A", "浙B"):
        of_area = [each for each in found if any(plate.startswith(area) for plate in each.plates)]
        assert sorted(everyone(manager, Which(area), 3)) == sorted(of_area)
