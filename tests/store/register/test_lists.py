"""Lists that a store has already: each line read or refused with what would be right, taken in one go (S3, S7)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from at_desk import refusal
from openpyxl import Workbook

from data.proof.tables import compare
from frontdesk.desk import undo
from frontdesk.desk.desk import Desk
from frontdesk.desk.register import contacts, importing, things
from frontdesk.documents.register_tables import Read, contacts_of, things_of
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.register.contacts import ContactKind, Details
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.register.things import Described, ThingKind
from frontdesk.domain.values.errors import InputError

Sit = Callable[[str], Desk]
TODAY = date(2026, 5, 29)
AREAS = {"车间": "workshop", "休息室": "lounge"}


def read(tmp_path: Path, text: str, kind: ThingKind | None = None) -> Read:
    file = tmp_path / "list.csv"
    file.write_text(text, encoding="utf-8")
    return things_of(file, AREAS, TODAY, kind)


def test_a_list_as_stores_have_them(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "序号,物品名称,类别,存放位置,数量,最低库存,单位,有效期至\n"
        "1,灭火器 01,消防器材,车间,1,,具,2027年6月\n"
        "2,急救包,物资,休息室,3.0,2,个,2027-05-01\n"
        "3,千斤顶,工具,,,,,\n"
        ",,,,,,,\n",
    )
    assert found.problems == ()
    assert found.things == (
        (2, Described(ThingKind.EQUIPMENT, "灭火器 01", "workshop", 1, None, "具", date(2027, 6, 30))),
        (3, Described(ThingKind.SUPPLY, "急救包", "lounge", 3, 2, "个", date(2027, 5, 1))),
        (4, Described(ThingKind.TOOL, "千斤顶")),
    )


def test_a_workbook_with_real_dates_and_numbers(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    for row in (
        ("name", "sort", "quantity", "expires"),
        ("First aid", "supplies", 3, date(2027, 5, 1)),
        ("Jack", "tool"),
    ):
        book.active.append(row)
    book.save(tmp_path / "list.xlsx")
    found = things_of(tmp_path / "list.xlsx", AREAS, TODAY)
    assert found.problems == ()
    assert [each for _line, each in found.things] == [
        Described(ThingKind.SUPPLY, "First aid", "", 3, None, "", date(2027, 5, 1)),
        Described(ThingKind.TOOL, "Jack"),
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("灭火器,飞船,车间,1,2027-06", "cell_unknown"),
        ("灭火器,,车间,1,2027-06", "cell_empty"),
        ("灭火器,工具,月球,1,2027-06", "cell_no_area"),
        ("灭火器,工具,车间,几个,2027-06", "cell_no_number"),
        ("灭火器,工具,车间,-1,2027-06", "cell_no_number"),
        ("灭火器,工具,车间,1,6月30日", "cell_no_day"),
        ("灭火器,工具,车间,1,27-06-30", "cell_no_day"),
        ("灭火器,工具,车间,1,2027-02-30", "cell_no_day"),
        ("灭火器,工具,车间,#REF!,2027-06", "cell_error"),
    ],
)
def test_a_line_that_is_not_right_is_told(tmp_path: Path, line: str, reason: str) -> None:
    found = read(tmp_path, f"名称,类别,区域,数量,到期日\n好的,工具,,,\n{line}\n")
    assert [(each.line, each.why.reason) for each in found.problems] == [(3, reason)]
    assert len(found.things) == 1


@pytest.mark.parametrize(
    "text", ["", "类别,区域\n工具,车间\n", "名称,物品,类别\na,b,工具\n", "<html><table></table></html>"]
)
def test_what_is_no_list(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError):
        read(tmp_path, text)


def test_taken_in_and_back_in_one_go(as_: Sit) -> None:
    desk = as_("小钱")
    things.add(desk, Described(ThingKind.TOOL, "千斤顶"))
    lines = [
        (2, Described(ThingKind.TOOL, "千 斤 顶")),
        *((n, Described(ThingKind.TOOL, f"扳手 {n}")) for n in (3, 4, 4)),
    ]
    lines += [(6, Described(ThingKind.TOOL, "字" * 41)), (7, Described(ThingKind.TOOL, ""))]
    taken = importing.take_things(desk, lines)
    assert (taken.new, taken.known) == (2, 1)
    assert [(each.line, each.why.reason) for each in taken.problems] == [
        (4, RegisterReason.TWICE_IN_LIST), (6, "text_too_long"), (7, RegisterReason.THING_NAME),
    ]  # fmt: skip
    undo.undo(desk)
    assert [each.name for each in things.listed(desk).things] == ["千斤顶"]
    assert importing.take_things(desk, lines, whole=True).new == 0
    assert [each.name for each in things.listed(desk).things] == ["千斤顶"]
    assert compare(desk.connection, lambda done, of: None).found == []


def test_the_same_operation_takes_nothing_twice(as_: Sit) -> None:
    desk = as_("小钱")
    lines = [(2, Described(ThingKind.TOOL, "千斤顶"))]
    assert importing.take_things(desk, lines, operation="op") == importing.take_things(desk, lines, operation="op")
    assert importing.take_things(desk, lines) == importing.Taken(0, 1)


def test_who_may(as_: Sit) -> None:
    guard = as_("张三")
    assert refusal(lambda: importing.take_things(guard, [])) is PeopleReason.NOT_YOUR_POST
    assert refusal(lambda: importing.take_contacts(guard, [])) is PeopleReason.NOT_YOUR_POST


def test_a_list_of_contacts(as_: Sit, tmp_path: Path) -> None:
    file = tmp_path / "contacts.csv"
    file.write_text(
        "单位,类别,联系电话,备注,备用\n供电所,供电,95598,报户号,\n=机油厂,供应商,0512-6280 0000,,是\n"
        "火警,消防,119,,\n坏,供应商,12,,\n坏,供应商,,,\n坏,供应商,95598,,也许\n",
        encoding="utf-8",
    )
    found = contacts_of(file)
    assert [each for _line, each in found.contacts] == [
        Details(ContactKind.POWER, "供电所", "95598", "", "报户号"),
        Details(ContactKind.SUPPLIER, "=机油厂", "051262800000", "", "", True),
        Details(ContactKind.FIRE, "火警", "119"),
    ]
    assert [(each.line, each.why.reason) for each in found.problems] == [
        (5, "cell_no_phone"), (6, "cell_empty"), (7, "cell_unknown"),
    ]  # fmt: skip
    desk = as_("赵敏")
    assert importing.take_contacts(desk, found.contacts).new == 3
    assert importing.take_contacts(desk, found.contacts).known == 3
    assert len(contacts.listed(desk)) == 7
