"""`frontdesk complaints list`, `show` and `add`: the queue on the command line (C1, C2, C4, C12)."""

from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from frontdesk.desk.cases import register
from frontdesk.desk.cases import steps as case_steps
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import DAY, HOUR, ManualClock
from frontdesk.words.cases.clocks import short_clock
from frontdesk.words.lookup import word

KEYS = {
    "number", "stage", "severity", "kind", "channel", "received_at", "customer", "phone", "plate", "words",
    "assigned_to", "next_due", "overdue", "clocks", "nature", "wants", "drill", "reported_to", "at_quality",
    "to_write_up", "follow_up_at", "followed_up_at", "satisfaction", "asked",
}  # fmt: skip
PAGE_KEYS = {*KEYS, "notes", "asks", "visits", "quality", "closing_reports", "related", "crowdings", "penalties"}
CLOCK_KEYS = {
    "name", "started_at", "due_at", "met_at", "missed", "paused_s", "provisional", "lifted_at", "paused_until", "what",
    "withdrawn",
}  # fmt: skip
SIX = (
    ClockName.FIRST_ANSWER, ClockName.FULL_ANSWER, ClockName.HEAD_INFORMED, ClockName.ON_SITE,
    ClockName.QUALITY_ANSWER, ClockName.PROMISED,
)  # fmt: skip


def step(database: Path, machine: ManualClock, *steps: tuple[CaseStep, str], number: int = 1) -> None:
    with Desk.open(database, Actor("reception", "李四"), machine) as desk:
        for each, note in steps:
            case_steps.take(desk, number, each, note)


def close(database: Path, machine: ManualClock) -> None:
    step(
        database,
        machine,
        (CaseStep.ANSWER, "马上处理"),
        (CaseStep.RESOLVE, "换了油封"),
        (CaseStep.CONFIRM, ""),
        (CaseStep.CLOSE, ""),
    )


def test_a_case_as_json(run: Any, add: Any) -> None:
    add("漏油", "--severity", "major", "--phone", "138 0013 8000", "--plate", "苏A·12345", "--received", "09:00")
    case = run("complaints", "show", "1", "--json").json
    assert case.keys() == PAGE_KEYS
    assert (case["phone"], case["plate"], case["words"]) == ("138****8000", "苏A12345", "漏油")
    assert all(clock.keys() == CLOCK_KEYS for clock in case["clocks"])
    clocks = {clock["name"]: clock for clock in case["clocks"]}
    assert clocks.keys() == {*SIX, ClockName.AGREE_DATE} - {ClockName.QUALITY_ANSWER, ClockName.PROMISED}
    assert all(clock["started_at"] == "2026-05-29T09:00:00+08:00" for clock in clocks.values())
    assert {name: clock["due_at"] for name, clock in clocks.items()} == {
        "first_answer": "2026-05-29T18:00:00+08:00",
        "full_answer": "2026-06-03T18:00:00+08:00",
        "head_informed": "2026-05-29T09:30:00+08:00",
        "on_site": "2026-05-30T09:00:00+08:00",
        "agree_date": "2026-06-05T18:00:00+08:00",
    }
    assert (clocks["head_informed"]["missed"], clocks["on_site"]["missed"], clocks["on_site"]["paused_s"]) == (
        True, False, 0,
    )  # fmt: skip
    assert (case["next_due"], case["overdue"]) == ("2026-05-29T09:30:00+08:00", True)


def test_the_queue_is_by_next_due(run: Any, add: Any, database: Path, machine: ManualClock) -> None:
    add("first")
    add("second", "--severity", "major")
    machine.at += HOUR
    listed = run("complaints", "list", "--json").json["complaints"]
    assert [case["number"] for case in listed] == [2, 1]
    assert all(case.keys() == KEYS for case in listed)
    head, first, second = run("complaints", "list").out.splitlines()
    assert head.split()[:4] == ["complaint", "stage", "severity", "kind"]
    assert first.split()[0] == "2"
    assert (
        "head informed 10:30 OVERDUE 30:00 · first answer 18:00 · on site 05-30 10:00 · full answer 06-03 18" in first
    )
    assert "first answer 18:00 · full answer 06-03 18:00" in second
    assert "OVERDUE" not in second


@pytest.fixture
def six_clocks(add: Any, database: Path, machine: ManualClock) -> None:
    """A case that runs under six clocks, and one under two; neither is told of its week yet."""
    add("first", "--severity", "major", "--plate", "苏AD12345", "--customer", "Alexander Hamilton")
    add("second", "--customer", "Alexander Hamilton")
    with Desk.open(database, Actor("reception", "李四"), machine) as desk:
        case_steps.take(desk, 1, CaseStep.TO_QUALITY, "请查")
        case_steps.take(desk, 1, CaseStep.PROMISE, "代步车", given=Given(at=machine.at + 2 * DAY))
        assert {clock.name for clock in register.get(desk, 1).running} == {*SIX, ClockName.AGREE_DATE}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("command", [("complaints", "list"), ("status",)])
@pytest.mark.usefixtures("six_clocks")
def test_a_line_of_the_list_has_every_running_clock(
    run: Any, monkeypatch: pytest.MonkeyPatch, language: str, width: int, command: tuple[str, ...]
) -> None:
    monkeypatch.setattr("frontdesk.commands.kit.tables._WIDE", width)
    lines = run(*command, "--language", language).out.splitlines()
    assert max(map(cell_len, lines)) <= width
    six = next(line for line in lines if "苏A·D12345" in line)
    assert all(word(name) in six or short_clock(name) in six for name in SIX)
    assert short_clock(ClockName.AGREE_DATE) not in six
    assert "…" not in six
    two = lines[lines.index(six) + 1]
    assert two.startswith("2 ")
    assert all(
        word(name) in two or short_clock(name) in two for name in (ClockName.FIRST_ANSWER, ClockName.FULL_ANSWER)
    )
    assert "Alexander" in two


def test_closed_ones_are_listed_where_all_are_asked_for(
    run: Any, add: Any, database: Path, machine: ManualClock
) -> None:
    assert run("complaints", "list", "--database", database).code == 1
    add("first")
    add("second")
    close(database, machine)
    assert [case["number"] for case in run("complaints", "list", "--json").json["complaints"]] == [2]
    listed = run("complaints", "list", "--all", "--json").json["complaints"]
    assert [(case["number"], case["stage"], case["overdue"]) for case in listed] == [
        (2, "registered", False),
        (1, "closed", False),
    ]
    assert run("complaints", "list", "--all").out.splitlines()[-1].split()[:2] == ["1", "closed"]


def test_nothing_is_open(run: Any, machine: ManualClock) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    assert run("complaints", "list").out == "No complaint is open.\n"
    assert run("complaints", "list", "--all").out == "No complaint is on record.\n"
    assert run("complaints", "list", "--json").json == {"complaints": []}


def test_a_case_in_words(run: Any, database: Path, machine: ManualClock) -> None:
    run("arrive", "A12345", "--at", "09:00")
    run("receive", "A12345", "--at", "09:10", "--advisor", "李四")
    run("complaints", "add", "--words", "等得太久了\n[/b] 没人理", "--plate", "A12345", "--phone", "13800138000")
    step(database, machine, (CaseStep.ASSIGN, "赵敏"), (CaseStep.ANSWER, "马上处理"))
    assert run("complaints", "show", "No. 1").out.splitlines() == [
        "No. 1 · complaint · service · ordinary · phone · answered",
        "  — · 138****8000 · 苏A·12345",
        "  received 10:00 · assigned to 赵敏",
        "what the customer said",
        "  等得太久了",
        "  [/b] 没人理",
        "clocks",
        "  full answer: due 06-03 18:00 · in 5 days 8 h",
        "  date to agree on: due 06-05 18:00 · in 7 days 8 h",
        "  first answer: due 18:00 · met 10:00",
        "history",
        "  10:00 李四 assign 赵敏",
        "  10:00 李四 answer 马上处理",
        "crowding during the visit",
        "  No. 2 · over-stay 苏A·12345 · crossed 09:20 · stands for 40:00 · nobody acted",
        "visits of 苏A·12345",
        "  09:00 · received 09:10",
        "  in the zone 1 h · customer waited 1 h (arrival to hand-over)",
        "  bay 1 1 h",
    ]
    case = run("complaints", "show", "1", "--json").json
    assert case["assigned_to"] == "赵敏"
    assert case["notes"][0] == {
        "at": "2026-05-29T10:00:00+08:00", "who": "李四", "step": "assign", "words": "赵敏",
        "form": "written", "written_up_at": None, "satisfaction": None,
    }  # fmt: skip
    assert case["visits"][0]["received"] == "2026-05-29T09:10:00+08:00"
    assert case["visits"][0]["stays"] == [{"place": "bay1", "from": "2026-05-29T09:00:00+08:00", "until": None}]


def test_in_chinese(run: Any, add: Any) -> None:
    add("漏油", "--kind", "product", "--severity", "major")
    assert "产品质量" in run("complaints", "list", "--language", "zh").out
    shown = run("complaints", "show", "1", "--language", "zh").out
    assert "产品质量 · 重大 · 电话 · 已登记" in shown
    assert "上报负责人" in shown


def test_there_is_no_such_case(run: Any, add: Any, refused: Any) -> None:
    add()
    assert refused("complaints", "show", "9") == "There is no complaint No. 9."


def test_what_is_late_and_what_is_due_today(run: Any, add: Any, machine: ManualClock) -> None:
    def listed(*which: str) -> list[int]:
        return [case["number"] for case in run("complaints", "list", *which, "--json").json["complaints"]]

    assert add("first")["number"] == 1
    assert add("second", "--severity", "major")["number"] == 2
    assert (listed("--late"), listed("--today")) == ([], [2, 1])
    machine.at += HOUR
    assert (listed("--late"), listed("--today")) == ([2], [1])
    machine.at += 8 * HOUR
    add("third")
    assert listed() == [2, 1, 3]
    assert (listed("--late"), listed("--today")) == ([2, 1], [])
    machine.at += 6 * HOUR
    assert listed("--late") == [2, 1]
    assert listed("--today") == [3]
    assert run("complaints", "list", "--today", "--late").code == 2


def test_nothing_is_late(run: Any, add: Any, machine: ManualClock) -> None:
    machine.at += 9 * HOUR
    add()
    assert run("complaints", "list", "--late").out == "No complaint is late.\n"
    assert run("complaints", "list", "--today").out == "No complaint is due today.\n"
    assert run("complaints", "list", "--late", "--json").json == {"complaints": []}


def test_a_drill_is_listed_and_never_counted(run: Any, add: Any) -> None:
    add("漏油", "--drill")
    add("漏油")
    for command in (["status"], ["complaints", "list"]):
        ran = run(*command).out
        assert "1 DRILL" in ran
        assert "2 DRILL" not in ran
    assert "open complaints 1 " in run("status").out
    found = run("status", "--json").json["complaints"]
    assert found["open"] == 1
    assert {each["number"]: each["drill"] for each in found["items"]} == {1: True, 2: False}
    assert len(run("complaints", "list", "--json").json["complaints"]) == 2


def test_finding_cases(run: Any, add: Any) -> None:
    add("漏油", "--customer", "曾小明", "--phone", "13812348000", "--plate", "苏A12345")
    add("价格不对", "--customer", "王大力", "--phone", "13912340000")

    def found(*arguments: str) -> list[int]:
        return [case["number"] for case in run("complaints", "list", *arguments, "--json").json["complaints"]]

    assert found("--find", "zxm") == found("--find", "小明") == found("--find", "2345") == [1]
    assert found("--find", "13912340000") == found("--find", "0000") == [2]
    assert found("--find", "nobody") == []
    assert run("complaints", "list", "--find", "nobody").out == "No such complaint.\n"
    run("complaints", "step", 2, "report", "--note", "超出权限")
    assert found("--only", "reported") == [2]
    assert found("--only", "已上报") == [2]
    assert found("--only", "closed") == []
    refused = run("complaints", "list", "--only", "lost")
    assert (refused.code, "open, late, today" in refused.err) == (1, True)
