"""What decisions ask of others, and the customers in the lounge, on the command line."""

from collections.abc import Callable
from typing import Any

import pytest

from frontdesk.domain.values.clock import MINUTE, ManualClock

Refusal = Callable[..., str]


@pytest.fixture
def diverted(crowd: Any) -> Any:
    """Run a command line where the customer of 苏A12344 was sent to the lounge with ticket A001, by 王芳."""
    assert crowd("act", "1", "divert", "--by", "王芳").code == 0
    return crowd


def test_what_is_asked_for(diverted: Any) -> None:
    assert diverted("tasks").out.splitlines() == [
        "No. 1 · guide 苏A·12344 to temporary parking · guard kiosk · asked by 王芳 10:00",
        "No. 2 · take the customer of 苏A·12344 to the lounge, ticket A001 · reception desk · asked by 王芳 10:00",
    ]
    first, second = diverted("tasks", "--json").json["tasks"]
    assert first == {
        "number": 1, "errand": "park", "plate": "苏A12344", "place": "temporary", "ticket": "A001", "station": "guard",
        "escalation": 1, "asked_at": "2026-05-29T10:00:00+08:00", "asked_by": "王芳",
        "text": "guide 苏A·12344 to temporary parking",
    }  # fmt: skip
    assert (second["errand"], second["place"], second["station"]) == ("lounge", None, "reception")
    assert diverted("status", "--json").json["tasks"] == [first, second]


def test_nothing_is_asked_for(crowd: Any) -> None:
    assert crowd("tasks").out == "Nothing is to be done.\n"
    assert crowd("tasks", "--json").json == {"tasks": []}


def test_what_is_done_is_done(diverted: Any, refused: Refusal) -> None:
    first = diverted("done", "No. 1", "--by", "张三", "--operation", "x", "--json").json
    assert (first["done"], first["number"], first["place"]) == ("done", 1, "temporary")
    assert diverted("done", "1", "--by", "张三", "--operation", "x", "--json").json == first
    assert refused("done", "1") == "No. 1 is done already: 张三 10:00:00"
    assert refused("done", "9") == "Nothing was asked for under No. 9. See frontdesk tasks."
    assert "used for something else" in refused("done", "2", "--operation", "x")
    assert [task["number"] for task in diverted("tasks", "--json").json["tasks"]] == [2]
    assert diverted("undo", "--by", "张三").out.startswith("苏A·12344 · undone · done as asked")
    assert [task["number"] for task in diverted("tasks", "--json").json["tasks"]] == [1, 2]


def test_who_waits_in_the_lounge(diverted: Any, machine: ManualClock) -> None:
    machine.at += 12 * MINUTE
    heading, ticket = diverted("tickets").out.splitlines()
    assert heading.split() == ["ticket", "plate", "state", "customer", "wait", "expires", "place"]
    assert ticket.split() == ["A001", "苏A·***44", "waiting", "12:01", "10:30", "—"]
    (listed,) = diverted("tickets", "list", "--json").json["tickets"]
    assert listed == {
        "number": 1, "ticket": "A001", "plate": "苏A·***44", "state": "waiting",
        "issued_at": "2026-05-29T10:00:00+08:00", "wait_s": 721.0, "expires_at": "2026-05-29T10:30:00+08:00",
        "expired": False, "renewals": 0, "renewed_by": None, "calls": 0, "called_at": None, "bay": None,
        "no_show_at": None,
    }  # fmt: skip
    assert diverted("status", "--json").json["tickets"] == [listed]


def test_nobody_waits(crowd: Any) -> None:
    assert crowd("tickets").out == "Nobody waits in the lounge.\n"
    assert crowd("tickets", "--json").json == {"tickets": []}


def test_a_customer_is_called_and_comes(diverted: Any, refused: Refusal) -> None:
    diverted("done", "1")
    assert refused("tickets", "call", "A001") == "No bay is free for A001. Wait until one is, then call."
    diverted("leave", "A12342", "--reason", "other")
    assert diverted("tickets", "call", "A001").out == "苏A·12344 · customer called · A001 · bay 2 · 10:00\n"
    assert " 1× 10:00:00  0:01           10:30    bay 2" in diverted("tickets").out
    returned = diverted("tickets", "return", "A001", "--operation", "x", "--json", "--by", "李四").json
    assert (returned["done"], returned["place"], returned["number"]) == ("ticket_return", "bay2", 1)
    again = diverted("tickets", "return", "a1", "--operation", "x", "--json", "--by", "李四").json
    assert again == returned
    said = "No ticket No. 1 is in force. See frontdesk tickets. Entered by 李四 at 10:00:00."
    assert refused("tickets", "return", "1") == said


def test_a_no_show_is_restored_exactly(diverted: Any, refused: Refusal) -> None:
    diverted("done", "1")
    diverted("leave", "A12342", "--reason", "other")
    assert refused("tickets", "no-show", "1") == "A001 was not called yet: call it first."
    assert refused("tickets", "restore", "1") == "A001 is no no-show: there is nothing to restore."
    diverted("tickets", "call", "1")
    diverted("tickets", "call", "1", "--by", "李四")
    first = "Entered by 李四 at 10:00:00."
    said = f"A001 was called twice, last at 10:00:00: bring the car back, or make it a no-show. {first}"
    assert refused("tickets", "call", "1") == said
    before = diverted("tickets", "--json").json
    marked = diverted("tickets", "no-show", "A001", "--by", "李四").out
    assert marked == "苏A·12344 · no-show · A001 · bay 2 · 10:00\n"
    said = f"A001 has been a no-show since 10:00:00. Restore it first. {first}"
    assert refused("tickets", "call", "1") == refused("tickets", "no-show", "1") == said
    assert diverted("tickets", "restore", "A001").code == 0
    assert diverted("tickets", "--json").json == before


def test_a_diversion_is_renewed_by_name(diverted: Any, machine: ManualClock) -> None:
    machine.at += 31 * MINUTE
    assert "10:30 overdue" in diverted("tickets").out
    assert diverted("tickets", "--json").json["tickets"][0]["expired"]
    assert diverted("tickets", "renew", "A001", "--by", "李四").out.endswith(" · diversion renewed · A001 · 10:31\n")
    ticket = diverted("tickets", "--json").json["tickets"][0]
    assert (ticket["renewals"], ticket["renewed_by"], ticket["expires_at"][11:16]) == (1, "李四", "11:01")


@pytest.mark.parametrize("step", ["call", "no-show", "restore", "return", "renew"])
def test_a_ticket_that_is_none(diverted: Any, refused: Refusal, step: str) -> None:
    assert refused("tickets", step, "A042") == "No ticket No. 42 is in force. See frontdesk tickets."


@pytest.mark.parametrize("step", ["call", "no-show", "renew"])
def test_the_same_operation_twice_does_nothing_more(diverted: Any, refused: Refusal, step: str) -> None:
    diverted("done", "1")
    diverted("leave", "A12342", "--reason", "other")
    if step == "no-show":
        diverted("tickets", "call", "1")
    first = diverted("tickets", step, "1", "--operation", "x", "--json").json
    before = diverted("tickets", "--json").json
    assert diverted("tickets", step, "A001", "--operation", "x", "--json").json == first
    assert diverted("tickets", "--json").json == before
    assert "used for something else" in refused("tickets", step, "2", "--operation", "x")
    assert "used for something else" in refused("tickets", "restore", "1", "--operation", "x")


def test_in_chinese(diverted: Any) -> None:
    assert "苏A·12344" in diverted("tasks", "--language", "zh").out
    assert "A001" in diverted("tickets", "--language", "zh").out
    assert diverted("done", "1", "--language", "zh").out.endswith(" · 1 号 · 临时停车位 · 10:00\n")


def test_a_bay_that_is_kept_and_one_that_is_offered(diverted: Any) -> None:
    """The customer of 苏A12344 is called to the first bay; the next one is for whoever stands in the lane."""
    for command in (
        ["done", "1"],
        ["leave", "苏A12341", "--reason", "other"],
        ["leave", "苏A12342", "--reason", "other"],
        ["arrive", "苏A55555", "--place", "lane"],
    ):
        assert diverted(*command, "--by", "张三").code == 0
    assert diverted("tickets", "call", "A001", "--by", "李四").code == 0
    found = diverted("status", "--json").json
    assert [bay["kept_for"] for bay in found["bays"]] == ["A001", None, None]
    assert found["kept"] == [{"place": "bay1", "plate": "苏A12344", "ticket": "A001"}]
    assert found["offers"] == [{"place": "bay2", "plate": "苏A55555"}]
    said = diverted("status").out
    assert "kept for A001" in said
    assert "bay 2 free: guide 苏A·55555" in said
