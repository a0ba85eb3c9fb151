"""The next hour told from a store: from the days before alone, and noted once beside what came of it (Z9)."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import next_hours
import pytest
import real_month

from data.outlook import kept
from frontdesk.desk import outlook, policy
from frontdesk.desk.desk import Desk
from frontdesk.domain.outlook.day_class import DayClass
from frontdesk.domain.outlook.habits import HALF_HOUR, Habits, PastDay
from frontdesk.domain.outlook.reasons import OutlookReason
from frontdesk.domain.outlook.today import SoFar
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason

pytestmark = pytest.mark.forged

LAST = date(2026, 3, 31)
BEGINS = next_hours.span_of(LAST).begins


@pytest.fixture(scope="module")
def template_of_month(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("month") / "store.db"
    shutil.copy(template, path)
    with Desk.open(path, Actor("manager", "王五"), ManualClock(real_month.AFTERWARDS)) as desk:
        real_month.put(desk.connection)
    return path


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(BEGINS + 10 * HOUR - 1)


@pytest.fixture
def month(template_of_month: Path, tmp_path: Path, clock: ManualClock) -> Iterator[Desk]:
    path = tmp_path / "month.db"
    shutil.copy(template_of_month, path)
    with Desk.open(path, Actor("manager", "王五"), clock) as desk:
        yield desk


def test_it_is_what_the_rows_of_the_days_before_and_of_the_day_so_far_say(month: Desk, clock: ManualClock) -> None:
    clock.at = BEGINS + DAY
    found = next_hours.days()
    *before, last = found
    assert last == LAST
    habits = Habits.of([PastDay.of(next_hours.span_of(day), found[day]) for day in before])
    for hour in (9, 12, 15):
        at = BEGINS + hour * HOUR
        expected = next_hours.ask(habits, SoFar.of(next_hours.span_of(LAST), at, found[LAST]))
        assert outlook.at(month, at) == expected
        assert expected.basis_days == 21


def test_every_station_is_told_the_same_within_a_minute(month: Desk, clock: ManualClock) -> None:
    known = outlook.known_now(month)
    one = outlook.told(month, known)
    clock.at -= 30_000
    assert outlook.told(month, known) == one
    clock.at = BEGINS + DAY
    assert one is not None and one.outlook == outlook.at(month, BEGINS + 10 * HOUR)
    assert (one.of, one.days, one.wanted) == (DayClass.WORKING, 21, 20)


def test_with_too_few_days_of_the_class_nothing_is_told(month: Desk, clock: ManualClock) -> None:
    clock.at = next_hours.span_of(date(2026, 3, 28)).begins + 10 * HOUR
    found = outlook.told(month, outlook.known_now(month))
    assert found is not None and (found.outlook, found.of, found.days) == (None, DayClass.SATURDAY, 3)
    with pytest.raises(Refused) as refused:
        outlook.at(month, clock.at)
    assert refused.value.reason is OutlookReason.TOO_FEW_DAYS
    assert refused.value.facts == {"days": 3, "wanted": 20, "of": DayClass.SATURDAY}


def test_a_new_store_tells_nothing_and_has_nothing_looked_through(desk: Desk) -> None:
    found = outlook.told(desk, None)
    assert found is not None and found.outlook is None and found.of is None


def test_what_is_known_is_read_once_a_day_for_every_station(month: Desk, clock: ManualClock) -> None:
    assert outlook.told(month, None) is None and outlook.kept_now(month) is None
    known = outlook.known_now(month)
    month.connection.execute("update stays set ended_at = ended_at + 60000")
    with Desk.open(month.path, Actor("reception", "李四"), clock) as other:
        assert outlook.kept_now(other) == outlook.known_now(other) == known
        assert outlook.told(other, known) is not None
    clock.at += DAY
    assert outlook.told(month, known) is None and outlook.kept_now(month) is None
    assert outlook.known_now(month).habits.mean == pytest.approx(known.habits.mean + MINUTE, rel=0.2)
    assert month.connection.execute("select day from habits").fetchall() == [("2026-04-01",)]


def test_whoever_reads_at_the_same_time_is_told_what_was_kept_first(month: Desk) -> None:
    known = outlook.known_now(month)
    kept.keep(month.connection, known._replace(habits=Habits.of([])))
    assert outlook.known_now(month) == known


@pytest.mark.parametrize("rates", ["[]", "{}", "[1.0]", "[null]", '"x"'])
def test_what_is_kept_and_makes_no_sense_is_read_anew(month: Desk, rates: str) -> None:
    known = outlook.known_now(month)
    month.connection.execute("update habits set per_half_hour = ?", (rates,))
    assert outlook.kept_now(month) is None
    assert outlook.known_now(month) == known


def test_a_closed_store_with_an_empty_zone_is_told_nothing(month: Desk, clock: ManualClock) -> None:
    clock.at = BEGINS + 3 * HOUR
    found = outlook.told(month, outlook.known_now(month))
    assert found is not None and found.outlook is None and found.days == 21


def test_the_numbers_of_the_policy_decide(month: Desk, clock: ManualClock) -> None:
    policy.load(month, replace(Policy(), outlook_most_days=20, over_count=3))
    found = outlook.told(month, outlook.known_now(month))
    assert found is not None and found.days == 20
    clock.at = BEGINS + 13 * HOUR
    three = outlook.at(month, BEGINS + 12 * HOUR).probability
    policy.load(month, replace(Policy(), outlook_days=21, outlook_most_days=21, over_count=6))
    assert outlook.at(month, BEGINS + 12 * HOUR).probability < three
    policy.load(month, replace(Policy(), outlook_days=22, outlook_most_days=22))
    with pytest.raises(Refused):
        outlook.at(month, BEGINS + 12 * HOUR)


def noted(desk: Desk) -> list[int]:
    return [at for (at,) in desk.connection.execute("select at from outlooks order by at")]


def test_it_is_noted_once_in_each_half_hour_whoever_tells_it(month: Desk, clock: ManualClock) -> None:
    known = outlook.known_now(month)
    seq = month.snapshot().seq
    with Desk.open(month.path, Actor("reception", "李四"), clock) as other:
        for minute in range(0, 65, 5):
            clock.at = BEGINS + 9 * HOUR + minute * MINUTE - 1
            for each in (month, other):
                outlook.told(each, known)
    assert noted(month) == [BEGINS + 9 * HOUR + number * HALF_HOUR for number in range(3)]
    assert month.snapshot().seq == seq


def test_what_was_said_stands_beside_what_happened_once_the_hour_is_over(month: Desk, clock: ManualClock) -> None:
    day = date(2026, 3, 30)
    clock.at = begins = next_hours.span_of(day).begins
    known, said = outlook.known_now(month), []
    for at in next_hours.instants(day)[:18]:
        clock.at = at - 1
        found = outlook.told(month, known)
        assert found is not None and found.outlook is not None
        what = next_hours.happened(next_hours.days()[day], at)
        if what is not None:
            said.append((found.outlook.probability, what))
    whole = outlook.record_before(month, begins + DAY)
    assert sum(each.n for each in whole) == len(said)
    assert sum(round(each.happened * each.n) for each in whole) == sum(what for _, what in said) > 0
    assert sum(each.said * each.n for each in whole) == pytest.approx(sum(likely for likely, _ in said))
    some = outlook.record_before(month, begins + 12 * HOUR)
    assert sum(each.n for each in some) == sum(at + HOUR <= begins + 12 * HOUR for at in noted(month))
    assert outlook.record_before(month, begins + 32 * DAY) == ()


def test_an_hour_that_begins_in_the_future_is_refused(month: Desk, clock: ManualClock) -> None:
    with pytest.raises(Refused) as refused:
        outlook.at(month, clock.at + 1)
    assert refused.value.reason is ValueReason.IN_FUTURE
