"""A real month on record: every figure of its review equals what its rows say by themselves."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import real_month
from real_month import DAYS, MONTH
from sqlite_steps import steps

from frontdesk.desk.desk import Desk
from frontdesk.desk.figures import reports
from frontdesk.desk.review.causes import causes_of_month
from frontdesk.desk.review.effects import effect
from frontdesk.desk.review.what_if import what_if
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.review.causes import Cause
from frontdesk.domain.review.day import ReviewDay
from frontdesk.domain.review.effect import Verdict
from frontdesk.domain.review.metrics import Metric
from frontdesk.domain.review.month import MonthsCauses
from frontdesk.domain.review.what_if import Trial
from frontdesk.domain.review.windows import Window, Windows
from frontdesk.domain.values.clock import DAY, MINUTE, SECOND, ManualClock
from frontdesk.files.visit_log import load
from frontdesk.replay import replay

pytestmark = pytest.mark.forged


@pytest.fixture(scope="module")
def month(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path = tmp_path_factory.mktemp("month") / "store.db"
    shutil.copy(template, path)
    with Desk.open(path, Actor("manager", "王五"), ManualClock(real_month.AFTERWARDS)) as desk:
        real_month.put(desk.connection)
        yield desk


def as_plain(day: ReviewDay) -> real_month.Plain:
    figures = day.figures
    return real_month.Plain(
        len(figures.arrived),
        figures.over_count.count,
        figures.over_count.ended // SECOND,
        figures.over_stay.count,
        figures.received + figures.unreceived - figures.in_time,
    )


def assert_as_swept(desk: Desk) -> MonthsCauses:
    """Compare the report, each day of it and the cases with the sweep of the raw rows."""
    report, by_day = reports.of_month(desk, MONTH), real_month.by_day()
    swept = {day: real_month.sweep(by_day[day]) for day in DAYS}
    assert {day: as_plain(ReviewDay(day, figures)) for day, figures in report.days} == swept
    assert [sum(each) for each in zip(*swept.values(), strict=True)] == [2179, 66, 11309, 166, 912]
    found = causes_of_month(desk, MONTH)
    assert (found.count_of(Kind.OVER_COUNT), found.count_of(Kind.OVER_STAY)) == (66, 166)
    assert len(found.cases) == 66 + 166 == found.proposed.total == sum(found.week.by_hour)
    return found


def test_the_month_is_as_a_sweep_of_its_rows_says(month: Desk) -> None:
    found = assert_as_swept(month)
    assert len(found.people) == 1
    assert (found.people[0].late, found.people[0].over_stays) == ((912, 2179), (166, 2179))


def test_the_proposed_causes_are_those_that_the_rows_say(month: Desk) -> None:
    """In this month nobody wrote a work order: what is not the wait for reception is the time after it."""
    rows = dict(enumerate(real_month.rows(), 1))
    usual_wait, usual_rest = (
        sorted(times)[-(-3 * len(times) // 4) - 1]
        for times in (
            [row.received - row.came for row in rows.values() if row.left > row.came],
            [row.left - row.received for row in rows.values() if row.left > row.came],
        )
    )
    for case in causes_of_month(month, MONTH).cases:
        if case.escalation.kind is Kind.OVER_STAY:
            row = rows[case.escalation.subject.number]
            wait, rest = row.received - row.came - usual_wait, row.left - row.received - usual_rest
            longest = Cause.RECEPTION_SHORT if wait >= rest else Cause.WORK_ORDER_SLOW
            assert case.proposal.cause is longest
            assert case.proposal.evidence.days == 31
            assert case.proposal.evidence.is_entered is (longest is Cause.RECEPTION_SHORT)


def test_with_other_limits(month: Desk) -> None:
    trials = (Trial(over_stay=18 * MINUTE), Trial(over_stay=22 * MINUTE), Trial(over_count=5))
    by_day = real_month.by_day().values()
    for found in what_if(month, MONTH):
        long = (found.trial.over_stay or 20 * MINUTE) // SECOND
        swept = [real_month.sweep(of_day, found.trial.over_count or 4, long) for of_day in by_day]
        assert found.over_counts == sum(day.over_counts for day in swept)
        assert found.over_count_length == sum(day.over_count_seconds for day in swept) * SECOND
        assert found.over_stays == sum(day.over_stays for day in swept)
    assert tuple(found.trial for found in what_if(month, MONTH)) == (Trial(), *trials)


def test_a_measure_in_the_middle_of_the_month(month: Desk) -> None:
    windows = Windows(Window(DAYS[0], DAYS[13]), Window(DAYS[17], DAYS[30]))
    found = effect(month, Metric.OVER_STAYS_PER_100, windows)
    by_day = real_month.by_day()
    for side, window in zip((found.before, found.after), windows, strict=True):
        swept = [real_month.sweep(by_day[day]) for day in window.days]
        counted = (14, sum(day.over_stays for day in swept), sum(day.visits for day in swept))
        assert (side.days, side.events, side.exposure) == counted
        assert side.rate == pytest.approx(100 * counted[1] / counted[2])
    assert found.is_complete
    assert found.verdict is Verdict.NO_CHANGE_SEEN


ACTS: dict[str, Callable[[Desk], object]] = {
    "causes": lambda desk: causes_of_month(desk, MONTH),
    "what if": lambda desk: what_if(desk, MONTH),
    "effect": lambda desk: effect(
        desk, Metric.LATE_PER_100, Windows(Window(DAYS[0], DAYS[13]), Window(DAYS[17], DAYS[30]))
    ),
}


def test_only_the_days_that_are_asked_for_are_read(desk: Desk, clock: ManualClock) -> None:
    """The same month again and again, in the years before and after it."""
    clock.at = real_month.AFTERWARDS
    real_month.put(desk.connection)
    _put_again(desk, -10)
    before = {name: steps(desk, act) for name, act in ACTS.items()}
    for years in (*range(-9, -1), *range(1, 10)):
        _put_again(desk, years)
    after = {name: steps(desk, act) for name, act in ACTS.items()}
    assert all(after[name] <= 1.1 * before[name] for name in ACTS), (before, after)


def _put_again(desk: Desk, years: int) -> None:
    visits, later = 2179 * (years + 20), years * 365 * DAY
    desk.connection.execute("begin")
    desk.connection.execute(
        "insert into visits (id, plate, purpose, arrived_at, received_at, left_at, ended)"
        " select id + ?1, plate, purpose, arrived_at + ?2, received_at + ?2, left_at + ?2, ended from visits"
        " where id <= 2179",
        (visits, later),
    )
    desk.connection.execute(
        "insert into stays (visit_id, place, alone, started_at, ended_at)"
        " select visit_id + ?1, place, alone, started_at + ?2, ended_at + ?2 from stays where visit_id <= 2179",
        (visits, later),
    )
    desk.connection.execute("commit")


def test_the_replayed_month(store: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("--campaign"):
        pytest.skip("half a minute of commands: only in a campaign")
    log = tmp_path / "month.csv"
    real_month.write_log(log)
    clock = ManualClock(real_month.AFTERWARDS)
    report = replay.replay(store, load(log), actor=Actor("replay", ""), clock=clock)
    assert report.problems == []
    with Desk.open(store, Actor("manager", "王五"), ManualClock(real_month.AFTERWARDS + DAY)) as desk:
        assert_as_swept(desk)
