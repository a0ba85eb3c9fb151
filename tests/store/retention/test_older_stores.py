"""Expired cases of older versions are cleared as well: what 0.3 told in its log, and a store of 0.2 (G2)."""

from datetime import date
from pathlib import Path

import version_two
from migrated import assert_sound, brought_up
from older_log import tell_as_0_3
from version_one import NOON

from data.proof.chain import broken_link
from frontdesk.desk import approvals, forgetting, retention
from frontdesk.desk.cases import register, steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.retention.terms import RecordClass
from frontdesk.domain.values.clock import DAY, ManualClock
from frontdesk.domain.values.plates import NO_PLATE


def clear(asks: Desk, signs: Desk, before: date) -> int:
    number = retention.purge(asks, RecordClass.CASES, before).number
    approvals.sign(signs, number)
    return int(retention.purge(asks, RecordClass.CASES, before).facts["cases"])


def test_what_0_3_told_in_its_log(manager: Desk, store: Path, clock: ManualClock) -> None:
    case = NewCase(
        channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.ORDINARY, customer="曾小明",
        phone="13811110001", plate=NO_PLATE, words="方向盘抖",
    )  # fmt: skip
    number = register.register(manager, case).number
    steps.take(manager, number, CaseStep.CLOSE_ANYWAY, "四轮定位已做")
    manager.close()
    tell_as_0_3(store)
    assert "曾小明".encode() in store.read_bytes()
    clock.at += 1097 * DAY
    with (
        Desk.open(store, Actor("manager", "王五"), clock) as asks,
        Desk.open(store, Actor("manager", "赵六"), clock) as signs,
    ):
        assert clear(asks, signs, date(2026, 5, 30)) == 1
        assert forgetting.leave_no_trace(asks)
        content = store.read_bytes()
    assert [said for said in ("曾小明", "13811110001", "方向盘抖", "四轮定位") if said.encode() in content] == []


def test_a_store_of_0_2(tmp_path: Path) -> None:
    path = tmp_path / "second.db"
    version_two.make(path)
    clock = ManualClock(NOON)
    with brought_up(path, Actor("manager", "王芳"), clock) as asks:
        staff.add(asks, "李建国", Post.DIRECTOR)
        clock.at += 1100 * DAY
        _, cases, *_others = retention.shown(asks)
        closed = asks.connection.execute("select count(*) from complaints where stage = 'closed'").fetchone()
        assert (cases.past, cases.cases) == (closed[0], closed[0])
        assert cases.past > 0
        with Desk.open(path, Actor("manager", "李建国"), clock) as signs:
            assert clear(asks, signs, cases.past_before) == closed[0]
        left = asks.connection.execute("select stage, customer from complaints").fetchall()
        assert {stage for stage, customer in left if not customer} == {"closed"}
        assert all(customer for stage, customer in left if stage != "closed")
        assert_sound(asks.connection)
        assert broken_link(asks.connection, lambda done, of: None) is None
