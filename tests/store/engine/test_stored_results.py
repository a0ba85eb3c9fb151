"""What a command did is kept for the same operation id, and what older versions kept is read as they meant it."""

import json

import pytest

from data.engine.stored_result import COLUMNS, from_row, to_json
from frontdesk.domain.journal.events import EVENTS
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.events import PeopleEvent
from frontdesk.domain.people.roles import Role


def read(text: str, seq: int) -> Result:
    """What an older version kept: everything stands in the answer."""
    return from_row((seq, "", "", "", 0, None, "", text))


@pytest.mark.parametrize(
    ("kind", "detail", "facts"),
    [
        ("duty", "manager 王 芳", {"role": "manager", "name": "王 芳"}),
        ("duty_end", "deputy 李强", {"role": "deputy", "name": "李强"}),
        ("penalty_propose", "12 张 三", {"case": 12, "person": "张 三"}),
        ("penalty_counter", "3 张三", {"case": 3, "person": "张三"}),
        ("staff_add", "王 芳", {"name": "王 芳"}),
        ("template_remove", "退 款", {"name": "退 款"}),
        ("act", "divert", {"action": "divert"}),
        ("explain", "brief", {"why": "brief"}),
        ("register", "major", {"severity": "major"}),
        ("amend", "customer plate", {"changed": "customer plate"}),
        ("ticket_call", "A007", {"ticket": "A007"}),
        ("calendar", "2027", {"year": 2027}),
        ("undo", "arrive", {"kind": "arrive"}),
        ("evaluate", "raised 1, cleared 0", {"crossings": "raised 1, cleared 0"}),
        ("move", "", {}),
        ("close", "", {}),
    ],
)
def test_what_0_3_kept(kind: str, detail: str, facts: dict[str, object]) -> None:
    kept = {
        "kind": kind, "plate": "苏A12345", "place": "bay1", "number": 7, "detail": detail,
        "warnings": ["unusual_plate"], "at": 5, "seq": 0, "undoes": None, "others": ["苏B12345"],
    }  # fmt: skip
    result = read(json.dumps(kept), 9)
    assert (result.facts, result.detail) == (facts, detail)
    assert result.kind is EVENTS[kind]
    assert (result.plate, result.place, result.number, result.at, result.seq) == ("苏A12345", "bay1", 7, 5, 9)
    assert (result.warnings, result.others) == (("unusual_plate",), ("苏B12345",))


def test_what_0_1_kept_had_no_others() -> None:
    kept = {"kind": "leave", "plate": "苏A12345", "place": "", "number": 0, "detail": "", "warnings": [], "at": 5}
    assert read(json.dumps(kept), 1).others == ()


@pytest.mark.parametrize(
    ("facts", "kept"),
    [
        ({}, {"number": 3, "others": ["苏A12345"]}),
        ({"advisor": "王 芳"}, {"number": 3, "facts": "advisor", "others": ["苏A12345"]}),
        ({"year": 2027}, {"number": 3, "facts": {"year": 2027}, "others": ["苏A12345"]}),
        ({"why": ""}, {"number": 3, "facts": "why", "others": ["苏A12345"]}),
        ({"role": Role.MANAGER, "name": "王 芳"}, {"number": 3, "facts": {"role": "manager", "name": "王 芳"},
                                                "others": ["苏A12345"]}),
    ],
)  # fmt: skip
def test_a_result_is_read_as_it_was_written(facts: dict[str, str | int], kept: dict[str, object]) -> None:
    """Nothing is kept that another column of the event says."""
    result = Result(PeopleEvent.DUTY, "苏B1", "bay1", 3, facts, at=5, seq=7, undoes=6, others=("苏A12345",))
    text = to_json(result)
    assert json.loads(text) == kept
    columns = (7, "duty", "苏B1", "bay1", 5, 6, result.detail, text)
    assert len(columns) == len(COLUMNS.split(", "))
    assert from_row(columns) == result
