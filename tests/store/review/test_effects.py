"""An effect is judged from the rows of its own days, by the same limits before and after."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from data.review import waiting_bays
from frontdesk.desk import policy
from frontdesk.desk.desk import Desk
from frontdesk.desk.review.causes import causes_of_month
from frontdesk.desk.review.effects import effect
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.review.causes import Cause
from frontdesk.domain.review.doubts import Caution, Doubt, OtherMeasure
from frontdesk.domain.review.effect import Verdict
from frontdesk.domain.review.metrics import Metric
from frontdesk.domain.review.windows import Windows
from frontdesk.domain.values.clock import HOUR, MINUTE, SECOND, ManualClock, Millis

pytestmark = pytest.mark.forged

ZONE = ZoneInfo("Asia/Shanghai")
AGREED = date(2026, 6, 29)
"""A Monday; in the weeks around it only the Dragon Boat Festival is a holiday, 19 to 21 June."""
WINDOWS = Windows.of(AGREED, AGREED)
STAYS = Metric.OVER_STAYS_PER_100


def at(day: date, minute: int = 0) -> Millis:
    return int(datetime.combine(day, time(9), ZONE).timestamp() + 60 * minute) * 1000


def put(desk: Desk, day: date, *lengths: Millis, place: str = "lane") -> None:
    """Put cars on record that stood so long in the zone, one every hour from nine o'clock on."""
    for number, length in enumerate(lengths):
        came = at(day, 60 * number)
        (visit,) = desk.connection.execute(
            "insert into visits (plate, purpose, arrived_at, received_at, work_order_at, left_at, ended)"
            " values ('苏A12345', 'repair', ?1, ?1 + 1000, ?1 + 2000, ?2, 'left') returning id",
            (came, came + length),
        ).fetchone()
        desk.connection.execute(
            "insert into stays (visit_id, place, alone, started_at, ended_at) values (?, ?, ?, ?, ?)",
            (visit, place, int(place != "lane"), came, came + length),
        )


def fill(desk: Desk, first: date, days: int, *lengths: Millis) -> None:
    desk.connection.execute("begin")
    for number in range(days):
        put(desk, first + timedelta(days=number), *lengths)
    desk.connection.execute("commit")


def test_a_moved_limit_is_no_improvement(desk: Desk, clock: ManualClock) -> None:
    fill(desk, WINDOWS.before.first, 70, 19 * MINUTE, 21 * MINUTE, 5 * MINUTE, 5 * MINUTE)
    clock.at = at(AGREED, 30)
    policy.load(desk, replace(desk.snapshot().policy, over_stay_s=1500))
    clock.at = at(WINDOWS.after.last + timedelta(days=1))
    found = effect(desk, STAYS, WINDOWS)
    assert (found.before.rate, found.after.rate) == (25, 25)
    assert (found.before.days, found.after.days) == (25, 25)
    assert found.days.left_out == tuple(
        date(2026, *each) for each in ((6, 19), (6, 20), (6, 21), (7, 24), (7, 25), (7, 26))
    )
    assert found.verdict is Verdict.NO_CHANGE_SEEN
    assert found.cautions == (Caution(Doubt.CHANGED, names=("over_stay_s",), days=(AGREED,)),)


def test_a_true_improvement_with_the_months_before_it(desk: Desk, clock: ManualClock) -> None:
    fill(desk, WINDOWS.before.earlier(6).first, 6 * 28, 5 * MINUTE, 5 * MINUTE, 21 * MINUTE)
    fill(desk, WINDOWS.before.first, 28, 21 * MINUTE, 21 * MINUTE, 21 * MINUTE)
    fill(desk, WINDOWS.after.first, 28, 5 * MINUTE, 5 * MINUTE, 5 * MINUTE, 5 * MINUTE)
    clock.at = at(WINDOWS.after.last + timedelta(days=1))
    found = effect(desk, STAYS, WINDOWS, [OtherMeasure(27, WINDOWS.after.first), OtherMeasure(3, date(2026, 1, 1))])
    assert found.verdict is Verdict.BETTER
    assert found.comparison is not None and found.comparison.change < -0.9
    assert found.earlier == pytest.approx((100 / 3,) * 3)
    assert [each.doubt for each in found.cautions] == [Doubt.HIGH_BEFORE, Doubt.VOLUME, Doubt.OTHER_MEASURE]
    assert found.cautions[1].change == pytest.approx(1 / 3)
    assert found.cautions[2].measures == (27,)


@pytest.mark.parametrize(("days_after", "to_go"), [(-10, 20), (0, 10), (9, 1), (10, 0), (15, 0)])
def test_too_early_by_so_many_days(desk: Desk, clock: ManualClock, days_after: int, to_go: int) -> None:
    """The present day is not over, so it does not count yet."""
    fill(desk, WINDOWS.before.first, 28, 5 * MINUTE)
    if days_after > 0:
        fill(desk, WINDOWS.after.first, days_after + 1, 5 * MINUTE)
    clock.at = at(WINDOWS.after.first + timedelta(days=days_after), 59)
    found = effect(desk, STAYS, WINDOWS)
    assert (found.days_to_go, found.is_complete) == (to_go, False)
    assert found.verdict is (Verdict.TOO_EARLY if to_go else Verdict.NO_CHANGE_SEEN)
    assert found.after.days == max(0, days_after)


def test_nothing_on_record(desk: Desk) -> None:
    found = effect(desk, STAYS, WINDOWS)
    assert (found.verdict, found.before.days, found.comparison) == (Verdict.TOO_FEW_DAYS, 0, None)
    months = causes_of_month(desk, Month(2026, 5))
    assert (months.cases, months.people, months.proposed.total) == ((), (), 0)


def test_missed_tickets_are_counted_by_the_day_they_were_handed_out(desk: Desk, clock: ManualClock) -> None:
    desk.connection.execute("begin")
    for number in range(70):
        day = WINDOWS.before.first + timedelta(days=number)
        put(desk, day, 5 * MINUTE)
        for ticket in (1, 2):
            desk.connection.execute(
                "insert into tickets (visit_id, day, number, issued_at, called_at, no_show_at, closed_at)"
                " select max(id), ?1, ?2, ?3, ?3, iif(?2 = 1, ?3 + 1, null), ?3 + 2 from visits",
                (day.isoformat(), ticket, at(day)),
            )
    desk.connection.execute("commit")
    clock.at = at(WINDOWS.after.last + timedelta(days=1))
    found = effect(desk, Metric.NO_SHOWS_PER_100, WINDOWS)
    assert (found.before.events, found.before.exposure, found.before.rate) == (25, 50, 50)


def test_a_waiting_bay_tells_who_stood_in_it_then(desk: Desk) -> None:
    """Each stay begins on the hour; what only touches the time is no part of it."""
    day = date(2026, 6, 1)
    put(desk, day, *[50 * MINUTE] * 5, place="waiting1")
    begins, ends = at(day, 60) + 50 * MINUTE, at(day, 180) + SECOND
    found = sorted(waiting_bays.stays(desk.connection, begins, ends))
    assert found == [(at(day, 60 * hour), at(day, 60 * hour + 50)) for hour in (2, 3)]
    assert list(waiting_bays.stays(desk.connection, at(day) - HOUR, at(day))) == []


def test_a_visit_of_long_ago_has_its_cause_too(desk: Desk, clock: ManualClock) -> None:
    """A car that came before the history begins, and was explained; ten days are enough to call anything usual."""
    june = date(2026, 6, 1)
    fill(desk, june, 12, 5 * MINUTE)
    put(desk, june - timedelta(days=200), 200 * 24 * HOUR)
    (number,) = desk.connection.execute("select max(id) from visits").fetchone()
    desk.connection.execute(
        "insert into escalations (kind, subject, plate, crossed_at, raised_at, based_at, called_at, cleared_at, state,"
        " outcome, cleared_from, revision, level, calls, plan) values ('over_stay', ?1, '', ?2, ?2, ?2, ?2, ?2 + 9,"
        " 'cleared', 'unhandled', 'raised', 1, 1, 1, '{}')",
        (f"visit:{number}", at(june, 5)),
    )
    clock.at = at(june + timedelta(days=20))
    (case,) = causes_of_month(desk, Month(2026, 6)).cases
    assert case.proposal.cause is Cause.WORKSHOP_SLOW
