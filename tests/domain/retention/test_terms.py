"""Terms of records: the very day they end, leap days, and what asking for a purge does next (G2)."""

from datetime import date, timedelta

import pytest
from at_desk import refusal

from frontdesk.domain.approvals.approval import (
    Approval,
    ApprovalState,
    Signature,
    Verdict,
    What,
    hash_of,
    written,
)
from frontdesk.domain.cases.case import Stage
from frontdesk.domain.forgetting.customer import CaseOfCustomer
from frontdesk.domain.people.staff import Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.retention.reasons import RetentionReason
from frontdesk.domain.retention.terms import (
    Purge,
    RecordClass,
    Step,
    check_term,
    last_day_kept,
    next_step,
    past_before,
    years_kept,
)
from frontdesk.domain.values.errors import Reason, Refused


@pytest.mark.parametrize(
    ("ended", "years", "last"),
    [
        ("2023-11-28", 3, "2026-11-28"),
        ("2024-02-29", 3, "2027-02-28"),
        ("2024-02-29", 4, "2028-02-29"),
        ("2025-02-28", 3, "2028-02-28"),
        ("2023-12-31", 1, "2024-12-31"),
    ],
)
def test_the_last_day_of_a_term(ended: str, years: int, last: str) -> None:
    assert last_day_kept(date.fromisoformat(ended), years) == date.fromisoformat(last)


@pytest.mark.parametrize("years", [1, 2, 3, 4, 30])
def test_what_is_past_agrees_with_the_last_day_for_every_day_of_five_years(years: int) -> None:
    for ahead in range(5 * 366):
        today = date(2024, 1, 1) + timedelta(days=ahead)
        past = past_before(today, years)
        assert last_day_kept(past, years) >= today > last_day_kept(past - timedelta(days=1), years), today


def test_the_very_day() -> None:
    today = date(2026, 11, 28)
    check_term(RecordClass.CASES, date(2023, 11, 28), today, 3)
    with pytest.raises(Refused) as refused:
        check_term(RecordClass.CASES, date(2023, 11, 29), today, 3)
    assert refused.value.reason is RetentionReason.KEPT_UNTIL
    assert refused.value.facts["right"] == "2023-11-28"
    assert refusal(lambda: check_term(RecordClass.CASES, date.max, today, 3)) is RetentionReason.KEPT_UNTIL
    check_term(RecordClass.CASES, date(1971, 1, 1), today, 3)


def test_each_class_has_its_own_term() -> None:
    policy = Policy(keep_visits_years=2, keep_cases_years=7, keep_appointments_years=1)
    assert [years_kept(kind, policy) for kind in RecordClass] == [2, 7, 1, 2, 3, 5]
    assert [years_kept(kind, Policy()) for kind in RecordClass] == [3, 3, 3, 2, 3, 5]


CASES = tuple(CaseOfCustomer(number, 0, Stage.CLOSED, number) for number in (4, 7))
PURGE = Purge(RecordClass.CASES, date(2023, 11, 28), CASES, numbers=2, taken_back=(5,))
FEWER = PURGE._replace(cases=CASES[:1])


def approval(state: ApprovalState, *, of: Purge = PURGE, by_phone: bool = False, confirmed: bool = False) -> Approval:
    said = hash_of(of.text)
    signed = [Signature(Post.DIRECTOR, "李建国", Verdict.APPROVED, 2, "王芳" if by_phone else "", "同意", said)]
    if confirmed:
        signed.append(Signature(Post.DIRECTOR, "李建国", Verdict.CONFIRMED, 3, hash=said))
    signatures = tuple(signed) if state is ApprovalState.APPROVED else ()
    return Approval(1, 9, What.PURGE, written(of.text), said, (Post.DIRECTOR,), 1, "王芳", state, signatures=signatures)


@pytest.mark.parametrize(
    ("last", "now", "step"),
    [
        (None, PURGE, Step.ASK),
        (None, PURGE._replace(cases=()), RetentionReason.NOTHING_TO_PURGE),
        (approval(ApprovalState.ASKED), PURGE, RetentionReason.PURGE_UNSIGNED),
        (approval(ApprovalState.ASKED), FEWER, Step.ASK_ANEW),
        (approval(ApprovalState.APPROVED), PURGE, Step.CARRY_OUT),
        (approval(ApprovalState.APPROVED), FEWER, Step.ASK_ANEW),
        (approval(ApprovalState.APPROVED), PURGE._replace(numbers=1), Step.ASK_ANEW),
        (approval(ApprovalState.APPROVED), PURGE._replace(taken_back=()), Step.ASK_ANEW),
        (approval(ApprovalState.APPROVED), PURGE._replace(before=date(2023, 11, 27)), Step.ASK_ANEW),
        (approval(ApprovalState.APPROVED, by_phone=True), PURGE, RetentionReason.PURGE_UNCONFIRMED),
        (approval(ApprovalState.APPROVED, by_phone=True, confirmed=True), PURGE, Step.CARRY_OUT),
        (approval(ApprovalState.LAPSED), PURGE, Step.ASK_ANEW),
        (approval(ApprovalState.REJECTED), PURGE, Step.ASK_ANEW),
    ],
)
def test_what_asking_does_next(last: Approval | None, now: Purge, step: Step | Reason) -> None:
    if isinstance(step, Step):
        assert next_step(last, now) is step
    else:
        assert refusal(lambda: next_step(last, now)) is step
