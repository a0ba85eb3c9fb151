"""What is half filled in: one draft for each person at a station, gone with the registration, whole or not at all."""

from typing import Any

import pytest

from frontdesk.desk.cases import drafts, register
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.errors import StoreError
from frontdesk.domain.values.plates import NO_PLATE

WORDS = {"words": "等了一个小时", "kind": "4"}


@pytest.fixture
def form(open_desk: Any) -> Any:
    """A desk with somebody at it."""
    return lambda who, station="reception": open_desk(station, who)


def phones(desk: Desk) -> Any:
    return sorted(number for (number,) in desk.connection.execute("select number from phones"))


def test_each_person_at_a_station_has_one(form: Any) -> None:
    drafts.keep(form("李四"), WORDS, "13812348000")
    drafts.keep(form("王五"), {"words": "漏油"}, "")
    drafts.keep(form("李四", "manager"), {"words": "别的"}, "13900001111")
    drafts.keep(form("李四"), {"words": "等了两个小时"}, "13812348001")
    assert drafts.find(form("李四")) == ({"words": "等了两个小时"}, "13812348001")
    assert drafts.find(form("王五")) == ({"words": "漏油"}, "")
    assert phones(form("李四")) == ["13812348001", "13900001111"]
    drafts.keep(form("李四"), {"words": ""}, "")
    assert drafts.find(form("李四")) is None
    assert phones(form("李四")) == ["13900001111"]


def test_it_goes_with_the_registration_and_no_other_does(form: Any) -> None:
    desk = form("李四")
    drafts.keep(desk, WORDS, "13812348000")
    drafts.keep(form("王五"), WORDS, "13900001111")
    register.register(desk, NewCase(
        channel=Channel.PHONE, kind=CaseKind.WAITING, severity=Severity.ORDINARY, customer="陈先生",
        phone="13812348000", plate=NO_PLATE, words="等了一个小时",
    ))  # fmt: skip
    assert drafts.find(desk) is None
    assert drafts.find(form("王五")) is not None
    assert phones(desk) == ["13812348000", "13900001111"]


def test_hostile_text_is_cleaned_and_the_store_goes_on(form: Any) -> None:
    desk = form("李四")
    drafts.keep(desk, {"words": "半个\ud800字\u202e"}, "138\ud800")
    assert drafts.find(desk) == ({"words": "半个字"}, "138")


def test_one_that_cannot_be_kept_leaves_nothing_half_done(form: Any) -> None:
    desk = form("李四")
    drafts.keep(desk, WORDS, "13812348000")
    desk.connection.execute("create trigger no_room before insert on drafts begin select raise(abort, 'x'); end")
    with pytest.raises(Exception, match="x"):
        drafts.keep(desk, {"words": "mehr"}, "13900001111")
    assert not desk.connection.in_transaction
    desk.connection.execute("drop trigger no_room")
    assert drafts.find(desk) == (WORDS, "13812348000")
    assert phones(desk) == ["13812348000"]
    desk.path.rename(desk.path.with_name("away.db"))
    with pytest.raises(StoreError):
        drafts.keep(desk, WORDS, "")
    desk.path.with_name("away.db").rename(desk.path)


def test_it_is_no_record(form: Any) -> None:
    desk = form("李四")
    before = desk.connection.execute("select count(*) from events").fetchone()
    drafts.keep(desk, WORDS, "13812348000")
    assert desk.connection.execute("select count(*) from events").fetchone() == before
    assert desk.connection.execute("select fields from drafts").fetchone()[0].count("138") == 0
    assert Actor("reception", "李四") == desk.actor
