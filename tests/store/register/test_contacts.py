"""Whom outside to ring: shipped numbers, the store's own, called through; numbers stand in no log (S1, S7, S10)."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from at_desk import refusal

from data.proof.settings import unlike_phones
from data.proof.tables import compare
from frontdesk.desk import forgetting, undo
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.register import contacts, teams
from frontdesk.documents import filing
from frontdesk.domain.forgetting.customer import Customer
from frontdesk.domain.forgetting.reasons import ForgetReason
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Post
from frontdesk.domain.register.contacts import SHIPPED, Contact, ContactKind, Details, found_by, read_number
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.register.teams import Team
from frontdesk.domain.values.clock import DAY, ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.register import contact_word

Sit = Callable[[str], Desk]
POWER = Details(ContactKind.POWER, "供电所值班室", "025-8765-4321", "24 小时", "报户号")


def of(desk: Desk, key: str) -> Contact:
    return next(contact for contact in contacts.listed(desk) if contact.key == key)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("119", "119"),
        (" 1 2 0 ", "120"),
        ("95598", "95598"),
        ("400-820-1234", "4008201234"),
        ("13800138000", "13800138000"),
    ],
)
def test_a_number_to_ring(typed: str, number: str) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize("typed", ["19", "219", "1199", "abc", "138001380001"])
def test_no_number_to_ring(typed: str) -> None:
    assert refusal(lambda: read_number(typed)) is ValueReason.BAD_PHONE


def test_the_emergency_numbers_are_there_and_first(as_: Sit) -> None:
    desk = as_("赵敏")
    assert contacts.listed(desk) == SHIPPED
    contacts.add(desk, POWER)
    contacts.add(desk, POWER._replace(kind=ContactKind.SUPPLIER, name="机油 二", is_backup=True))
    contacts.add(desk, POWER._replace(kind=ContactKind.SUPPLIER, name="机油 一"))
    assert [each.details.phone for each in contacts.listed(desk)[:4]] == ["119", "120", "110", "122"]
    assert [each.details.name for each in contacts.listed(desk)[5:]] == ["机油 一", "机油 二"]


def test_added_changed_called_taken_off_and_put_back(as_: Sit, clock: ManualClock) -> None:
    desk = as_("赵敏")
    contacts.add(desk, POWER)
    assert of(desk, "contact_1").details == POWER._replace(phone="02587654321")
    assert of(desk, "contact_1").is_to_call(clock.at, 31)
    contacts.called(as_("张三"), "contact_1")
    assert of(desk, "contact_1").called_by == "张三"
    for days, is_to_call in ((31, False), (32, True)):
        assert of(desk, "contact_1").is_to_call(clock.at + days * DAY, 31) == is_to_call
    as_("赵敏")
    contacts.change(desk, "contact_1", POWER._replace(note="问恢复时间"))
    assert of(desk, "contact_1").called_by == "张三"
    contacts.change(desk, "contact_1", POWER._replace(phone="95598"))
    assert of(desk, "contact_1").called_at is None
    contacts.take_off(desk, "contact_1")
    assert not of(desk, "contact_1").in_use
    contacts.put_back(desk, "contact_1")
    undo.undo(desk)
    assert not of(desk, "contact_1").in_use
    assert refusal(lambda: contacts.take_off(desk, "contact_1")) is RegisterReason.SAME_AS_BEFORE
    assert compare(desk.connection, lambda done, of: None).found == []
    assert unlike_phones(desk.connection).found == []


def test_a_store_elsewhere_says_other_numbers(as_: Sit) -> None:
    desk = as_("赵敏")
    contacts.change(desk, "119", Details(ContactKind.FIRE, phone="995"))
    contacts.take_off(desk, "122")
    assert [each.details.phone for each in contacts.listed(desk) if each.in_use] == ["995", "120", "110"]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (POWER._replace(name=""), RegisterReason.CONTACT_NAME),
        (POWER._replace(phone=""), ValueReason.BAD_PHONE),
        (POWER._replace(phone="12"), ValueReason.BAD_PHONE),
        (POWER._replace(name="供电所 值班室"), RegisterReason.CONTACT_TAKEN),
        (POWER._replace(note="长" * 121), ValueReason.TEXT_TOO_LONG),
    ],
)
def test_what_is_refused(as_: Sit, said: Details, reason: object) -> None:
    desk = as_("赵敏")
    contacts.add(desk, POWER)
    assert refusal(lambda: contacts.add(desk, said)) is reason


def test_who_may(as_: Sit) -> None:
    driver = as_("老周")
    for act in (lambda: contacts.add(driver, POWER), lambda: contacts.take_off(driver, "119")):
        assert refusal(act) is PeopleReason.NOT_YOUR_POST
    assert refusal(lambda: contacts.called(driver, "119")) is RegisterReason.EMERGENCY_NUMBER


def test_no_number_stands_in_the_log_and_a_forgotten_customer_takes_none_along(as_: Sit) -> None:
    desk = as_("赵敏")
    contacts.add(desk, POWER._replace(phone="13912345678"))
    contacts.change(desk, "contact_1", POWER._replace(phone="13912345679"))
    told = " ".join(str(row) for row in desk.connection.execute("select detail, answer, changes from events"))
    assert "1391234567" not in told
    reason = refusal(lambda: forgetting.forget(as_("王芳"), Customer(phone="13912345679")))
    assert reason is ForgetReason.NOBODY_FOUND
    assert of(desk, "contact_1").details.phone == "13912345679"


def test_found_by_what_it_is_called(as_: Sit) -> None:
    desk = as_("赵敏")
    contacts.add(desk, POWER)
    contacts.add(desk, POWER._replace(name="供电局", phone="95598"))
    every = contacts.listed(desk)
    names = [contact_word(contact) for contact in every]
    for typed, key in (("119", "119"), ("值班", "contact_1"), ("95598", "contact_2"), ("供电局", "contact_2")):
        assert found_by(typed, every, names).key == key
    for typed, reason in (("供电", RegisterReason.WHICH_CONTACT), ("月球", RegisterReason.NO_CONTACT), ("", None)):
        with pytest.raises(Refused) as refused:
            found_by(typed, every, names)
        assert reason in {None, refused.value.reason}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_for_the_wall(as_: Sit, language: str) -> None:
    desk = as_("王芳")
    contacts.add(desk, POWER._replace(name="<b>供电所</b>"))
    contacts.add(desk, POWER._replace(kind=ContactKind.SUPPLIER, name="机油厂", is_backup=True))
    contacts.take_off(desk, "122")
    teams.put_all(desk, Team.RESCUE, ["李强", "张三"])
    staff.add(desk, "周洁", Post.ADVISOR, "13800010077")
    with i18n.spoken(language):
        page = filing.of_contacts(desk).page
        post, backup = word(Post.ADVISOR), _("backup")
    assert all(each in page for each in ("周洁", post, "13800010077", f"机油厂 ({backup})"))
    assert "<b>供电所" not in page
    assert "02587654321" in page
    assert ">122<" not in page
    places = [page.index(text) for text in ("<b>119", "&lt;b&gt;供电所", "机油厂", "李强", "张三", "小钱")]
    assert all(before < after for before, after in pairwise(places))
