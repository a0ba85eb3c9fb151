"""The store's lists begin with everything that comes with the program, under keys that never change (C1, C4)."""

from frontdesk.domain.cases.case import CaseKind, Channel
from frontdesk.domain.cases.lists import channel_of, kind_of
from frontdesk.domain.policy.policy import Policy


def test_the_lists_begin_with_what_comes_with_the_program() -> None:
    assert Policy().channels == tuple(Channel)
    assert Policy().kinds == tuple(CaseKind)


def test_the_keys_of_the_versions_before_stand_for_the_same() -> None:
    assert Policy().channels[:5] == ("person", "phone", "email", "online", "letter")
    assert Policy().kinds[:5] == ("service", "product", "price", "return", "waiting")


def test_what_is_on_record_is_read_whatever_the_list_says() -> None:
    assert channel_of("fax") is Channel.FAX
    assert type(channel_of("门店群")) is str
    assert kind_of("二手车") == "二手车"
