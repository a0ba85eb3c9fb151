"""A case that is not answered within a week: the customer is told when it will be, and agrees (Q3)."""

import pytest
from moments import PUBLISHED, at

from frontdesk.domain.cases.case import Case, CaseKind, Channel, Severity, Stage
from frontdesk.domain.cases.clock_effects import effects
from frontdesk.domain.cases.clocks import ClockName, DueClock, Pause
from frontdesk.domain.cases.deadlines import deadline
from frontdesk.domain.cases.step_inputs import NOTHING, Given
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.plates import NO_PLATE

NOW = 1_000
WEEK = DueClock(1, ClockName.AGREE_DATE, 0, 5_000, None)
FULL = DueClock(2, ClockName.FULL_ANSWER, 0, 3_000, None)


def case(*clocks: DueClock, stage: Stage = Stage.ANSWERED) -> Case:
    kinds = (Channel.PHONE, CaseKind.PRODUCT, Severity.ORDINARY, stage)
    return Case(7, 0, *kinds, "", "", NO_PLATE, "漏油", None, "", clocks)


def promise(number: int, agreed_at: int) -> DueClock:
    return DueClock(number, ClockName.PROMISED, 500, agreed_at, None, agreed_at=agreed_at)


@pytest.mark.parametrize(
    ("came_in", "due", "policy"),
    [
        ("03-02T10:00", "03-09T18:00", Policy()),
        # The day it came in does not count, however late that was; nor does it matter whether any of them is worked.
        ("03-02T23:59", "03-09T18:00", Policy()),
        ("03-02T00:00", "03-09T18:00", Policy()),
        ("03-01T10:00", "03-08T18:00", Policy()),
        ("03-01T10:00", "03-09T18:00", Policy(opening_hours=("08:30-18:00",) * 5 + ("", ""))),
        ("03-02T10:00", "03-10T18:00", Policy(closed_dates=("2026-03-09",))),
        ("03-02T10:00", "03-05T18:00", Policy(agree_date_days=3)),
    ],
)
def test_a_week_ends_at_close_of_business_of_its_last_day(came_in: str, due: str, policy: Policy) -> None:
    found = deadline(ClockName.AGREE_DATE, at(came_in), policy, PUBLISHED)
    assert (found.at, found.provisional) == (at(due), False)


def test_a_pause_keeps_the_opening_time_that_was_left() -> None:
    pause = Pause(at("03-09T16:00"), at("03-11T17:00"))
    assert deadline(ClockName.AGREE_DATE, at("03-02T10:00"), Policy(), PUBLISHED, pauses=[pause]).at == at(
        "03-12T09:30"
    )


@pytest.mark.parametrize(("agreed_at", "met"), [(4_999, ()), (5_000, ()), (5_001, (WEEK,))])
def test_only_a_date_after_the_week_tells_when_it_will_be(agreed_at: int, met: tuple[DueClock, ...]) -> None:
    found = effects(case(WEEK, FULL), CaseStep.PROMISE, Given(at=agreed_at), NOW)
    assert (found.start, found.meet) == ((ClockName.PROMISED,), met)


def test_a_full_answer_meets_both() -> None:
    assert effects(case(WEEK, FULL), CaseStep.RESOLVE, NOTHING, NOW).meet == (FULL, WEEK)
    assert effects(case(WEEK, FULL), CaseStep.ANSWER, NOTHING, NOW).meet == ()


MET = WEEK._replace(met_at=600)


@pytest.mark.parametrize(
    ("clocks", "revived"),
    [
        ((MET, FULL, promise(3, 9_000)), (MET,)),
        # Another one tells when it will be, kept or to be kept.
        ((MET, FULL, promise(3, 9_000), promise(4, 8_000)), ()),
        ((MET, FULL, promise(3, 9_000), promise(4, 8_000)._replace(met_at=900)), ()),
        # The other one was within the week, withdrawn too, or of before the case was opened again.
        ((MET, FULL, promise(3, 9_000), promise(4, 4_000)), (MET,)),
        ((MET, FULL, promise(3, 9_000), promise(4, 8_000)._replace(lifted_at=900, withdrawn=True)), (MET,)),
        ((MET._replace(started_at=550), FULL, promise(3, 9_000), promise(4, 8_000)), (MET._replace(started_at=550),)),
        # It was answered in full, or still runs.
        ((MET, FULL._replace(met_at=700), promise(3, 9_000)), ()),
        ((WEEK, FULL, promise(3, 4_000)), ()),
    ],
)
def test_a_promise_that_is_withdrawn_met_nothing(clocks: tuple[DueClock, ...], revived: tuple[DueClock, ...]) -> None:
    found = effects(case(*clocks), CaseStep.WITHDRAW, Given(promise=3), NOW)
    assert [clock.id for clock in found.withdraw] == [3]
    assert found.revive == revived


@pytest.mark.parametrize(
    ("full", "is_told"),
    [
        (FULL, False),
        (FULL._replace(due_at=NOW - 1), True),
        (FULL._replace(due_at=NOW), False),
        (FULL._replace(pauses=(Pause(900, 2_000),)), True),
        (FULL._replace(pauses=(Pause(900, NOW),)), False),
        (FULL._replace(due_at=WEEK.due_at + 1), True),
        (FULL._replace(due_at=WEEK.due_at), False),
        (FULL._replace(met_at=900), True),
    ],
)
def test_it_is_told_once_the_full_answer_is_not_what_comes_first(full: DueClock, is_told: bool) -> None:
    assert case(WEEK, full).week(NOW) == (WEEK if is_told else None)


@pytest.mark.parametrize(
    ("week", "kept_by", "is_told"),
    [
        (WEEK, NOW + 1, False),
        (WEEK, NOW, False),
        (WEEK, NOW - 1, True),
        (WEEK._replace(due_at=NOW - 1), NOW + 1, True),
        (WEEK._replace(due_at=NOW), NOW + 1, False),
    ],
)
def test_who_has_a_promise_to_keep_is_not_asked_for_another(week: DueClock, kept_by: int, is_told: bool) -> None:
    """Until it is missed, or the week is over."""
    late = FULL._replace(due_at=NOW - 1)
    assert case(week, late, promise(3, kept_by)).week(NOW) == (week if is_told else None)
    assert case(week, late, promise(3, kept_by)._replace(met_at=600)).week(NOW) == week


def test_opened_again_it_is_owed_anew() -> None:
    found = effects(case(MET, FULL._replace(met_at=700), stage=Stage.CLOSED), CaseStep.REOPEN, NOTHING, NOW)
    assert ClockName.AGREE_DATE in found.start
    assert found.revive == ()
