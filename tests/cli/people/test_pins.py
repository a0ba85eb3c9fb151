"""On the command line: a first PIN is told once, and where people sign in by PIN nobody signs as somebody (S2)."""

import re
from pathlib import Path
from typing import Any

import pytest

from frontdesk.desk.desk import Desk
from frontdesk.desk.group import templates
from frontdesk.domain.approvals.events import ApprovalEvent
from frontdesk.domain.cases.events import CaseEvent
from frontdesk.domain.escalations.events import EscalationEvent
from frontdesk.domain.group.templates import Template
from frontdesk.domain.journal.events import EVENTS
from frontdesk.domain.measures.events import MeasureEvent
from frontdesk.domain.messages.events import MessageEvent
from frontdesk.domain.orders.events import OrderEvent
from frontdesk.domain.penalties.events import PenaltyEvent
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.policy.events import PolicyEvent
from frontdesk.domain.rescues.events import RescueEvent
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.need import Who

MINUTE = 60_000
BY_PIN = "This needs the person's own PIN at a station; it cannot be typed as a command."


REVIEWED = """
reviews open 2026-04 --by 王芳
reviews submit 2026-04 --conclusion 平稳 --by 王芳
reviews open 2026-03 --by 王芳
reviews submit 2026-03 --conclusion 平稳 --by 王芳
sign 2 --by-phone 李建国 --words 同意 --by 赵敏
measures add 早高峰加一人 --by 赵敏
measures agree 3 --owner 赵敏 --until 2026-06-20 --by 王芳
measures done 3 --evidence 排班已改 --by 赵敏
complaints step 4 close_anyway --note 不再追究 --by 王芳
rescues add G25 E7K521 --customer 高先生 --phone 13900018000 --symptom 离合器 --by 赵敏
orders add 机油 --customer 高先生 --phone 13900018000 --by-when 18:00 --by 赵敏
"""


@pytest.fixture
def by_pin(run: Any, home: Any, machine: ManualClock, database: Path) -> Any:
    """A store with an over-count, a complaint about it and a penalty, where people sign in by PIN from now on."""
    for name, post in (("王芳", "manager"), ("赵敏", "advisor"), ("李建国", "director"), ("张三", "guard")):
        run("staff", "add", name, "--post", post)
    (home / "no_group.toml").write_text("group_meeting_s = 0\n")
    run("policy", "load", home / "no_group.toml", "--by", "王芳")
    for number in range(1, 6):
        run("arrive", f"A1234{number}", "--new", "--by", "张三")
    for number in range(1, 5):
        severity = ("--severity", "major") if number == 1 else ()
        run("complaints", "add", "--words", "等太久", "--plate", f"A1234{number}", *severity)
    run("complaints", "step", "3", "report", "--note", "等不了")
    machine.at += MINUTE
    for number in range(2, 5):
        assert run("penalties", "propose", number, "--person", "张三", "--by", "王芳").code == 0
    for number in (2, 3):
        assert run("penalties", "sign", number, "--by", "赵敏").code == 0
    assert run("penalties", "appeal", "3", "--words", "当时在停车场", "--by", "张三").code == 0
    for line in REVIEWED.strip().splitlines():
        assert run(*line.split()).code == 0, line
    with Desk.open(database, Actor("command", "王芳"), machine) as desk:
        templates.keep(desk, Template(7, "接待标准", 1, "", "陈总", {"over_count": 5}))
    (home / "policy.toml").write_text('sign_in = "pins"\n')
    run("staff", "pin", "王芳")
    assert run("policy", "load", home / "policy.toml").code == 0
    return run


SIGNED = (
    (EscalationEvent.ACKNOWLEDGE, "acknowledge 1 --by 王芳"),
    (EscalationEvent.ACT, "act 1 divert A12342 --by 王芳"),
    # Lowered or raised: whoever says how severe it is answers for it.
    (CaseEvent.JUDGE, "complaints step 1 judge --severity ordinary --note 说明 --by 王芳"),
    (CaseEvent.JUDGE, "complaints step 2 judge --severity major --note 说明 --by 赵敏"),
    (CaseEvent.DECIDE, "complaints step 3 decide --note 赔偿 --by 王芳"),
    (CaseEvent.CLOSE_ANYWAY, "complaints step 1 close_anyway --note 不再追究 --by 王芳"),
    (CaseEvent.READ_REPORT, "complaints read 4 --by 李建国"),
    (CaseEvent.SHOW_PHONES, "customers export call.csv --numbers --why 台风 --by 王芳"),
    (RescueEvent.SHOW_PHONE, "rescues phone 4 --by 王芳"),
    (OrderEvent.SHOW_PHONE, "orders phone 5 --by 王芳"),
    (PenaltyEvent.PROPOSE, "penalties propose 1 --person 张三 --by 王芳"),
    (PenaltyEvent.SIGN, "penalties sign 1 --by 赵敏"),
    (PenaltyEvent.APPEAL, "penalties appeal 2 --words 当时在停车场 --by 张三"),
    (PenaltyEvent.UPHOLD, "penalties uphold 3 --words 可以疏导 --by 李建国"),
    (PenaltyEvent.COUNTER, "penalties counter 2 --words 弄错了 --by 李建国"),
    (ApprovalEvent.SIGN, "sign 1 --by 李建国"),
    (ApprovalEvent.BY_PHONE, "sign 1 --by-phone 李建国 --words 同意 --by 赵敏"),
    (ApprovalEvent.REJECT, "reject 1 --words 写得太短 --by 李建国"),
    (ApprovalEvent.CONFIRM, "confirm 2 --by 李建国"),
    (PolicyEvent.TEMPLATE, "group accept 6 --by 李建国"),
    (MeasureEvent.CHECK, "measures check 3 carried_out --words 看过排班 --by 李建国"),
)
PLAIN = """
arrive A12346 --new
receive A12341
work-order A12341
move A12341 temporary
leave A12341
turn-away A12345
undo
tell 1
tickets list
complaints step 1 note --note 已联系
complaints amend 1 --customer 陈先生
complaints list
staff add 小陈 --post guard
staff pin 小陈
staff remove 小陈
duty set deputy 赵敏 --until 18:00
gate add 北门
calendar show 2026
policy load HOME/other.toml
"""


def test_what_needs_a_person_is_here_in_full() -> None:
    """Every event; whose number is shown at a station only, no command does it."""
    needs = {str(event) for event in EVENTS.values() if event.need.who is not Who.NOBODY and not event.need.by_shell}
    assert needs - {CaseEvent.SHOW_PHONE, MessageEvent.SHOW_PHONE} == {str(kind) for kind, _ in SIGNED}


def test_nobody_signs_as_somebody(by_pin: Any) -> None:
    before = by_pin("events", "verify", "--json").json
    for _, line in SIGNED:
        ran = by_pin(*line.split())
        assert (ran.code, ran.out, ran.err) == (1, "", f"{BY_PIN}\n"), line
    assert by_pin("events", "verify", "--json").json == before


def test_whoever_keeps_the_machine_keeps_the_store(by_pin: Any, home: Any, machine: ManualClock) -> None:
    """Also back to names, so that nobody is locked out for ever."""
    (home / "other.toml").write_text('sign_in = "names"\n')
    for line in PLAIN.strip().splitlines():
        machine.at += 1000
        ran = by_pin(*line.replace("HOME", str(home)).split())
        assert ran.code == 0, (line, ran)
    assert by_pin("acknowledge", "1", "--by", "王芳").code == 0


def test_a_first_pin_is_told_once(run: Any) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    said = run("staff", "pin", "王芳", "--operation", "p1").out
    (pin,) = re.findall(r"\b\d{6}\b", said)
    again = run("staff", "pin", "王芳", "--operation", "p1")
    assert (again.code, pin in again.out) == (0, False)
    assert "the PIN was told then" in again.out
    assert re.fullmatch(r"\d{6}", run("staff", "pin", "王芳", "--json").json["pin"])
    assert run("staff", "pin", "路人").code == 1
    assert "the key of the PINs" in run("uninstall").out


def test_a_gates_address_is_told_once(run: Any) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    path = run("gate", "add", "北门", "--direction", "in", "--json").json["path"]
    assert re.fullmatch(r"/gate/[\w-]{20,}", path)
    assert path not in run("gate", "list").out
    assert "gate put in" in run("gate", "add", "南门", "--operation", "g").out
    assert "told then" in run("gate", "add", "南门", "--operation", "g").out


def test_where_nobody_is_there_nobody_has_a_pin(by_pin: Any) -> None:
    assert "Without one: 赵敏 李建国 张三" in by_pin("doctor").out
    for name in ("王芳", "赵敏", "李建国", "张三"):
        assert by_pin("staff", "remove", name).code == 0
    said = by_pin("doctor").out
    assert "warning: People sign in by PIN; nobody is on the staff list yet" in said
    assert "everybody on the staff list has one" not in said
