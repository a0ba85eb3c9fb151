"""Expired cases are cleared only as the director signed it, and the record proves itself afterwards (G2)."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from at_desk import refusal

from data.engine.connection import connect
from data.proof.schema import differences
from data.proof.settings import unlike_phones
from data.rewritten import redactions
from frontdesk.desk import approvals, forgetting, matters, retention, undo
from frontdesk.desk import policy as policies
from frontdesk.desk.cases import page, register, search, steps
from frontdesk.desk.desk import Desk
from frontdesk.domain.approvals.reasons import ApprovalReason
from frontdesk.domain.cases.case import CaseKind, Channel, Severity, Stage
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.search import Filter
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.forgetting.customer import GONE, Customer
from frontdesk.domain.forgetting.events import ForgetEvent
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.retention.reasons import RetentionReason
from frontdesk.domain.retention.terms import RecordClass
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, ManualClock
from frontdesk.domain.values.plates import Plate

NAMES = ("曾小明", "王女士", "=cmd|' /C calc'!A0", "钱先生")
CLOSED_ON = date(2026, 5, 29)
PAST = date(2026, 5, 30)
"""Up to here the cases below are cleared, once three years are over."""


def complain(desk: Desk, number: int) -> int:
    case = NewCase(
        channel=Channel.PHONE,
        kind=CaseKind.SERVICE,
        severity=Severity.ORDINARY,
        customer=NAMES[number],
        phone=f"1381111000{number}",
        plate=Plate(f"苏A8888{number}"),
        words=f"抖动\u202e{number}次",
    )
    return register.register(desk, case).number


def close(desk: Desk, *numbers: int) -> None:
    for number in numbers:
        steps.take(desk, number, CaseStep.CLOSE_ANYWAY, "四轮定位已做")


@pytest.fixture
def old(manager: Desk, clock: ManualClock) -> Desk:
    """The manager's desk three years on: two cases closed on the first day, one open since then, one taken back."""
    for number in (0, 1, 2):
        complain(manager, number)
    close(manager, 1, 2)
    complain(manager, 3)
    undo.undo(manager)
    # 10:00 on 30 May 2029: the term of what was closed on 29 May 2026 ended yesterday.
    clock.at += 1097 * DAY
    return manager


def purge(desk: Desk, before: date = PAST) -> Result:
    return retention.purge(desk, RecordClass.CASES, before)


def test_from_asking_to_carrying_out(old: Desk, director: Desk, advisor: Desk, store: Path) -> None:
    visits, cases, *_others = retention.shown(old)
    assert (cases.past_before, cases.past, cases.cases, cases.numbers) == (PAST, 2, 2, 2)
    assert (visits.past, visits.cases) == (0, 0)
    assert refusal(lambda: purge(advisor)) is PeopleReason.NOT_YOUR_POST
    asked = purge(old)
    assert (asked.kind, asked.facts["cases"], asked.facts["anew"]) == (ForgetEvent.PURGE_ASK, 2, 0)
    assert refusal(lambda: purge(old)) is RetentionReason.PURGE_UNSIGNED
    assert refusal(lambda: purge(director)) is RetentionReason.PURGE_UNSIGNED
    assert refusal(lambda: approvals.sign(old, asked.number)) is ApprovalReason.OWN_REQUEST
    assert page.page(old, 1).case.customer == "曾小明"
    approvals.sign(director, asked.number)
    assert [(due.name, due.person) for due in matters.shown(old, asked.number).dues if due.is_running] == [
        (DueName.PURGE, old.actor.who)
    ]
    done = purge(old)
    assert (done.kind, done.facts["cases"], done.facts["numbers"]) == (ForgetEvent.FORGET, 2, 2)
    assert matters.shown(old, asked.number).outcome is Outcome.DONE
    for number in (1, 2):
        case = page.page(old, number).case
        assert (case.customer, case.phone, case.words, case.stage) == ("", "", GONE, Stage.CLOSED)
        # Nobody is left to be asked how it went.
        assert case.follow_up_at is None
    still = page.page(old, 3).case
    assert (still.customer, still.phone[:3]) == (NAMES[2], "138")
    assert len(search.part(old, Filter.ALL, "88880", limit=10).cases) == 1
    assert search.part(old, Filter.ALL, "曾小明", limit=10).cases == ()
    assert forgetting.leave_no_trace(old)
    content = store.read_bytes()
    assert [said for said in ("曾小明", "13811110000", "13811110001", "定位") if said.encode() in content] == []
    assert NAMES[2].encode() in content
    # The fixture `audited` proves the chain and every row once more.
    assert redactions(old.connection)
    assert not differences(old.connection)
    assert unlike_phones(old.connection).found == []
    assert refusal(lambda: purge(old)) is RetentionReason.NOTHING_TO_PURGE
    assert refusal(lambda: undo.undo(old)) is JournalReason.CANNOT_BE_UNDONE
    assert retention.shown(old)[1][3:] == (2, 0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("back", "refused"), [(0, None), (MINUTE, None), (10 * HOUR, None), (10 * HOUR + 1, RetentionReason.KEPT_UNTIL)]
)
def test_the_very_day(old: Desk, clock: ManualClock, back: int, refused: RetentionReason | None) -> None:
    clock.at -= back
    if refused:
        assert refusal(lambda: purge(old)) is refused
    else:
        assert purge(old).facts["cases"] == 2


def test_the_day_is_the_one_of_closing(manager: Desk, clock: ManualClock) -> None:
    complain(manager, 0)
    clock.at += 40 * DAY
    close(manager, 1)
    clock.at += 1096 * DAY
    assert refusal(lambda: purge(manager)) is RetentionReason.NOTHING_TO_PURGE
    assert retention.shown(manager)[1].past == 0


def test_a_longer_term_of_the_policy(old: Desk, director: Desk) -> None:
    asked = purge(old)
    approvals.sign(director, asked.number)
    policies.load(director, replace(Policy(), keep_cases_years=5))
    assert refusal(lambda: purge(old)) is RetentionReason.KEPT_UNTIL


def test_a_list_that_changed_after_the_signature_is_signed_anew(old: Desk, director: Desk, advisor: Desk) -> None:
    asked = purge(old)
    approvals.sign(director, asked.number)
    # Another station: one of the cases is forgotten meanwhile.
    forgetting.forget(director, Customer(case=2))
    again = purge(old)
    assert (again.kind, again.number, again.facts["anew"]) == (ForgetEvent.PURGE_ASK, asked.number, 1)
    assert page.page(old, 1).case.customer == "曾小明"
    assert refusal(lambda: purge(old)) is RetentionReason.PURGE_UNSIGNED
    approvals.sign(director, asked.number)
    assert purge(old).facts["cases"] == 1


def test_a_list_that_changed_before_the_signature_is_not_signed(old: Desk, director: Desk) -> None:
    asked = purge(old)
    forgetting.forget(director, Customer(case=2))
    assert refusal(lambda: approvals.sign(director, asked.number)) is ApprovalReason.TEXT_CHANGED
    assert purge(old).facts["anew"] == 1
    approvals.sign(director, asked.number)
    assert purge(director).kind is ForgetEvent.FORGET


def test_by_phone_is_not_enough_until_it_is_confirmed(old: Desk, director: Desk, advisor: Desk) -> None:
    asked = purge(old)
    assert (
        refusal(lambda: approvals.sign(old, asked.number, by_phone="赵六", words="同意")) is ApprovalReason.ON_THE_PHONE
    )
    approvals.sign(advisor, asked.number, by_phone="赵六", words="同意")
    assert refusal(lambda: purge(old)) is RetentionReason.PURGE_UNCONFIRMED
    approvals.confirm(director, asked.number)
    assert purge(old).kind is ForgetEvent.FORGET


def test_what_was_never_approved_by_phone_is_dropped(old: Desk, director: Desk, advisor: Desk) -> None:
    asked = purge(old)
    approvals.sign(advisor, asked.number, by_phone="赵六", words="同意")
    approvals.reject(director, asked.number, "我没有同意")
    assert matters.shown(old, asked.number).outcome is Outcome.DROPPED
    assert page.page(old, 1).case.customer == "曾小明"
    assert purge(old).number != asked.number


def test_what_is_rejected_or_dropped_is_asked_for_anew(old: Desk, director: Desk) -> None:
    first = purge(old)
    approvals.reject(director, first.number, "先核对")
    assert matters.shown(old, first.number).outcome is Outcome.DROPPED
    second = purge(old)
    assert second.number != first.number
    matters.close(old, second.number, "不清了")
    assert purge(old).number not in {first.number, second.number}


def test_another_day_while_one_is_asked_for(old: Desk) -> None:
    purge(old)
    assert refusal(lambda: purge(old, date(2026, 5, 29))) is RetentionReason.OTHER_PURGE
    assert refusal(lambda: retention.purge(old, RecordClass.VISITS, PAST)) is RetentionReason.NOTHING_TO_PURGE


def test_what_the_log_tells_of_cases_taken_back(manager: Desk, director: Desk, clock: ManualClock, store: Path) -> None:
    complain(manager, 3)
    undo.undo(manager)
    complain(manager, 0)
    close(manager, 2)
    clock.at += 1000 * DAY
    complain(manager, 1)
    undo.undo(manager)
    clock.at += 97 * DAY
    asked = purge(manager)
    approvals.sign(director, asked.number)
    purge(manager)
    forgetting.leave_no_trace(manager)
    content = store.read_bytes()
    assert NAMES[3].encode() not in content
    assert NAMES[1].encode() in content, "its term is not over"
    with closing(connect(store)) as kept:
        assert kept.execute("select count(*) from events where kind = 'forget'").fetchone() == (1,)
