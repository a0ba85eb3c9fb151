"""What is owed: in time at the very instant, missed for ever once missed; the chain begins just after (Z7)."""

import random

import pytest

from frontdesk.domain.cases.clocks import ClockState
from frontdesk.domain.escalations.plan import plan_for
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.matters.due import MISSED_AT_ONCE, Change, Due, DueName, due_breaches
from frontdesk.domain.matters.matter import Matter, MatterKind, Obstacle, check_close, in_order
from frontdesk.domain.matters.moved import check_moved
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.people.roles import Role
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import DAY, HOUR
from frontdesk.domain.values.errors import Refused

DUE_AT = 10 * HOUR
OWED = Due(4, 2, DueName.REVIEW, "", HOUR, DUE_AT)


@pytest.mark.parametrize(
    ("now", "warning", "state"),
    [
        (HOUR, HOUR, ClockState.RUNNING),
        (9 * HOUR - 1, HOUR, ClockState.RUNNING),
        (9 * HOUR, HOUR, ClockState.SOON),
        (7 * HOUR - 1, 9 * HOUR, ClockState.RUNNING),
        (7 * HOUR, 9 * HOUR, ClockState.SOON),
        (DUE_AT, HOUR, ClockState.SOON),
        (DUE_AT + 1, HOUR, ClockState.OVERDUE),
    ],
)
def test_how_it_stands(now: int, warning: int, state: ClockState) -> None:
    """It warns an hour before, and never before the last third of its time."""
    assert OWED.state(now, warning) is state


@pytest.mark.parametrize(("met_at", "state"), [(DUE_AT, ClockState.MET), (DUE_AT + 1, ClockState.MET_LATE)])
def test_met_at_the_very_instant_is_in_time(met_at: int, state: ClockState) -> None:
    assert OWED._replace(met_at=met_at).state(20 * HOUR, HOUR) is state


def test_what_was_missed_stays_missed_though_it_is_agreed_anew() -> None:
    moved = OWED._replace(due_at=2 * DAY, changes=(Change(DUE_AT + 1, "王芳", DUE_AT, 2 * DAY, "假期"),))
    assert moved.state(DUE_AT + 2, HOUR) is ClockState.RUNNING
    assert moved.is_missed(DUE_AT + 2)
    assert moved._replace(met_at=DAY).state(2 * DAY, HOUR) is ClockState.MET_LATE
    in_time = OWED._replace(due_at=2 * DAY, changes=(Change(DUE_AT, "王芳", DUE_AT, 2 * DAY, "假期"),))
    assert not in_time.is_missed(DUE_AT + 2)


@pytest.mark.parametrize(
    ("due", "now", "calls"),
    [
        (OWED, DUE_AT, False),
        (OWED, DUE_AT + 1, True),
        (OWED._replace(met_at=DUE_AT), DUE_AT + 1, False),
        (OWED._replace(lifted_at=DUE_AT), DUE_AT + 1, False),
    ],
)
def test_whoever_misses_it_is_called(due: Due, now: int, calls: bool) -> None:
    found = [(each.kind, each.subject, each.crossed_at) for each in due_breaches([due], now)]
    assert found == ([(Kind.DUE_MISSED, Subject.of_due(4), DUE_AT)] if calls else [])
    assert Subject.read(str(Subject.of_due(4))) == Subject.of_due(4)


def test_of_very_many_the_first_are_called_for() -> None:
    many = [Due(number, number, DueName.WORD, "", 0, 1000 - number) for number in range(1, 1 + 3 * MISSED_AT_ONCE)]
    found = [each.crossed_at for each in due_breaches(many, 2000)]
    assert found == sorted(due.due_at for due in many)[:MISSED_AT_ONCE]


def test_the_chain_is_the_policys() -> None:
    plan = plan_for(Kind.DUE_MISSED, Policy())
    assert [(stage.after, stage.roles) for stage in plan.stages] == [(0, (Role.MANAGER,)), (DAY, (Role.DIRECTOR,))]
    assert plan.holds
    assert plan.act_within == DAY


@pytest.mark.parametrize(
    ("due", "becomes", "why", "reason"),
    [
        (OWED._replace(met_at=2 * HOUR), DAY, "假期", MatterReason.DUE_ENDED),
        (OWED, 5 * HOUR, "假期", MatterReason.DUE_PAST),
        (OWED, DUE_AT, "假期", MatterReason.DUE_PAST),
        (OWED, DAY, "", MatterReason.DUE_WHY),
        (OWED, 5 * HOUR + 1, "假期", None),
    ],
)
def test_what_is_put_off_has_a_time_to_come_and_a_reason(
    due: Due, becomes: int, why: str, reason: MatterReason | None
) -> None:
    if reason is None:
        check_moved(due, becomes, why, 5 * HOUR)
        return
    with pytest.raises(Refused) as refused:
        check_moved(due, becomes, why, 5 * HOUR)
    assert refused.value.reason is reason


def test_next_due_first_as_a_plain_sort_says() -> None:
    rng = random.Random(16)
    for _ in range(200):
        made = []
        for number in range(1, rng.randrange(2, 12)):
            dues = tuple(
                OWED._replace(id=n, due_at=rng.randrange(HOUR, 5 * HOUR), met_at=rng.choice([None, HOUR]))
                for n in range(rng.randrange(4))
            )
            made.append(Matter(number, MatterKind.MEASURE, "t", None, 0, "王芳", dues=dues))
        firsts = {m.id: min((d.due_at for d in m.dues if d.met_at is None), default=10**18) for m in made}
        rng.shuffle(made)
        assert [m.id for m in in_order(made)] == sorted(firsts, key=lambda number: (firsts[number], number))


@pytest.mark.parametrize(
    ("closed_at", "obstacles", "why", "reason"),
    [
        (None, (), "", None),
        (None, (Obstacle.PART,), "", MatterReason.MATTER_OPEN),
        (None, (Obstacle.PART,), "不再做", None),
        (5, (), "不再做", MatterReason.MATTER_CLOSED),
    ],
)
def test_what_stands_in_the_way(
    closed_at: int | None, obstacles: tuple[Obstacle, ...], why: str, reason: MatterReason | None
) -> None:
    matter = Matter(1, MatterKind.REVIEW, "2026-10", None, 0, "王芳", closed_at)
    if reason is None:
        check_close(matter, obstacles, why)
        return
    with pytest.raises(Refused) as refused:
        check_close(matter, obstacles, why)
    assert refused.value.reason is reason
