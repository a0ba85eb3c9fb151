"""What time alone brings comes once, whoever looks and however the clock is set; a gap in it is on record (G2)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from planned import EVENING, evening, planned, runs
from store_checks import assert_whole

from frontdesk.desk import policy, zone
from frontdesk.desk.copies import drill, schedule
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import DAY, HOUR, ManualClock
from frontdesk.domain.values.plates import Plate

SIX = [Plate(f"苏A0000{number}") for number in range(6)]


def at(desk: Desk, when: int) -> bool:
    """It is that time, and somebody looks; return whether there was anything to do."""
    assert isinstance(desk.clock, ManualClock)
    desk.clock.at = when
    had_news = desk.snapshot().has_news(desk.now())
    handling.evaluate(desk)
    return had_news


@pytest.mark.parametrize(("off", "comes"), [(-1, False), (0, True), (1, True)])
def test_it_comes_at_its_very_instant(desk: Desk, off: int, comes: bool) -> None:
    schedule.plan(desk, 1)
    assert at(desk, EVENING + off) is comes
    assert runs(desk) == ([(EVENING, "due")] if comes else [])
    assert not desk.snapshot().has_news(desk.now())
    assert desk.snapshot().agenda_at == (EVENING + DAY if comes else EVENING)


def test_several_who_look_at_the_same_instant_do_it_once(open_desk: Callable[..., Desk], clock: ManualClock) -> None:
    desks = [open_desk(station) for station in ("guard", "reception", "manager", "watch")]
    schedule.plan(desks[0], 1)
    begin = Barrier(len(desks))

    def look(desk: Desk) -> bool:
        begin.wait()
        return handling.evaluate(desk) is not None

    for day in range(5):
        clock.at = EVENING + day * DAY
        with ThreadPoolExecutor(len(desks)) as pool:
            assert sum(pool.map(look, desks)) == 1
    assert [due for due, _ in runs(desks[0])] == [EVENING + day * DAY for day in range(5)]


@pytest.mark.parametrize("days", [0, 1, 2, 30, 31, 32, 400])
def test_after_a_down_time_it_comes_once_and_each_missed_day_is_on_record(desk: Desk, days: int) -> None:
    schedule.plan(desk, 1)
    at(desk, EVENING + days * DAY + HOUR)
    missed = [EVENING + day * DAY for day in range(max(0, days - 31), days)]
    assert runs(desk) == [*((due, "missed") for due in missed), (EVENING + days * DAY, "due")]
    assert not at(desk, desk.now() + 1)
    assert_whole(desk.connection)


def test_what_nobody_finished_is_missed_when_the_next_comes(desk: Desk, tmp_path: Path) -> None:
    to = planned(desk, tmp_path)
    at(desk, EVENING)
    assert [copy.fault for copy in evening(desk, to, EVENING + DAY)] == ["", ""]
    assert runs(desk) == [(EVENING, "missed"), (EVENING + DAY, "done")]


@pytest.mark.parametrize("ahead", [HOUR, 3 * DAY, 1000 * DAY])
def test_a_clock_that_was_ahead_keeps_no_copy_back(desk: Desk, ahead: int) -> None:
    schedule.plan(desk, 1)
    at(desk, EVENING + ahead)
    at(desk, EVENING - HOUR)
    assert desk.snapshot().agenda_at in {EVENING, EVENING + DAY}
    at(desk, EVENING + DAY)
    assert (EVENING + DAY, "due") in runs(desk)


def test_a_clock_that_goes_back_and_forth_makes_no_evening_twice(desk: Desk, tmp_path: Path) -> None:
    to = planned(desk, tmp_path)
    for off in (0, -5_000, 0, 5_000, -HOUR // 2, 0, HOUR):
        evening(desk, to, EVENING + off)
    assert runs(desk) == [(EVENING, "done")]
    assert all(len(list(folder.iterdir())) == 1 for folder in to.folders)


@pytest.mark.parametrize(("time", "due"), [("20:00", EVENING - HOUR), ("22:30", EVENING + HOUR + HOUR // 2)])
def test_another_time_of_day_counts_at_once(desk: Desk, time: str, due: int) -> None:
    schedule.plan(desk, 1)
    policy.load(desk, Policy(copy_at=time))
    assert desk.snapshot().agenda_at == due
    at(desk, EVENING + 2 * HOUR)
    assert runs(desk) == [(due, "due")]


def test_copies_that_are_planned_no_more_do_not_come(desk: Desk) -> None:
    schedule.plan(desk, 2)
    assert schedule.plan(desk, 1) is None
    schedule.plan(desk, 0)
    assert (at(desk, EVENING), runs(desk), desk.snapshot().agenda_at) == (False, [], None)
    assert schedule.plan(desk, 0) is None


@pytest.mark.forged
def test_what_no_rule_stands_for_is_planned_no_more(desk: Desk) -> None:
    """Else everybody would look for it each second, for ever."""
    desk.connection.execute("insert into agenda (rule, at) values ('of another version', 0)")
    assert at(desk, EVENING)
    assert desk.snapshot().agenda_at is None
    assert not at(desk, EVENING + 1)


def test_a_drill_comes_on_the_first_working_day_of_a_quarter(desk: Desk, tmp_path: Path) -> None:
    to = planned(desk, tmp_path)
    first_of_july = EVENING + 33 * DAY
    evening(desk, to, first_of_july - 1)
    assert drill.drill_due(desk) is None
    evening(desk, to, first_of_july)
    done = drill.drill_due(desk)
    assert done is not None
    assert (done.error, runs(desk, "drill")) == (None, [(first_of_july, "done")])
    assert drill.drill_due(desk) is None


def test_looking_costs_one_probe_of_an_index(desk: Desk, store: Path, clock: ManualClock) -> None:
    """While nothing comes, a look at the picture asks the store nothing, and a picture asks it for one entry more."""
    said: list[str] = []
    with Desk.open(store, Actor("manager", ""), clock) as other:
        other.connection.set_trace_callback(said.append)
        snapshot = other.snapshot()
        about = [each for each in said if " agenda" in each or "from copies" in each]
        forecast = "select due_at from agenda_runs where rule = 'forecast' and state = 'due'"
        assert about == ["select min(at) from agenda", forecast]
        now = other.now()
        said.clear()
        assert not snapshot.has_news(now)
        assert said == []
        handling.evaluate(other)
        assert len([each for each in said if "from agenda" in each]) == 1
        other.connection.set_trace_callback(None)
        (plan,) = other.connection.execute("explain query plan select min(at) from agenda").fetchall()
        assert plan[3] == "SEARCH agenda USING COVERING INDEX agenda_next"
        (plan,) = other.connection.execute(
            "explain query plan select rule, at from agenda order by at limit 1"
        ).fetchall()
        assert "agenda_next" in plan[3]


def test_other_news_are_put_on_record_beside_it(desk: Desk, clock: ManualClock) -> None:
    schedule.plan(desk, 1)
    clock.at = EVENING - 1000
    for plate in SIX:
        zone.arrive(desk, plate)
    at(desk, EVENING)
    assert runs(desk) == [(EVENING, "due")]
    assert [each.kind for each in desk.snapshot().escalations] == ["over_count"]
