"""A day in figures is what its rows say, whatever is entered, late or taken back."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from plain_days import Plain, sweep
from rounds import Rounds

from data.figures import kept_days, raw, rollups
from frontdesk.desk import policy, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.figures import reports
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.figures.period import Report, taken_together
from frontdesk.domain.values.clock import HOUR, MINUTE, SECOND, ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.cars import Car
from frontdesk.words.figures.report import facts

ZONE = ZoneInfo("Asia/Shanghai")
PLACES = ("lane", "temporary", "repair", "bay1", "bay2", "workshop", "lane")


class Gate:
    """Somebody who enters what happens, at times late, at times wrongly."""

    def __init__(self, desk: Desk, clock: ManualClock, chance: random.Random) -> None:
        self.desk, self.clock, self.chance = desk, clock, chance
        self.number = 0

    def acts(self) -> None:
        chance, here = self.chance, [car.plate for car in zone_cars(self.desk)]
        at = self.clock.at - chance.randrange(1, 20) * MINUTE if chance.random() < 0.3 else None
        if not here or chance.random() < 0.4:
            self.number += 1
            plate = Plate(f"苏A{self.number:05}")
            if chance.random() < 0.1:
                zone.turn_away(self.desk, plate)
            else:
                zone.arrive(self.desk, plate, place=chance.choice((None, None, "lane", "temporary")), at=at)
            return
        plate, what = chance.choice(here), chance.random()
        if what < 0.3:
            zone.receive(self.desk, plate, at=at)
        elif what < 0.4:
            zone.make_work_order(self.desk, plate, at=at)
        elif what < 0.6:
            zone.move(self.desk, plate, chance.choice(PLACES), at=at)
        elif what < 0.7:
            undo.undo(self.desk)
        else:
            zone.leave(self.desk, plate, at=at)

    def lays_down(self) -> None:
        """Other limits, from now on."""
        count, stay, late = (self.chance.choice(each) for each in ((3, 4, 5), (300, 1200, 1500), (30, 60, 120)))
        new = replace(self.desk.snapshot().policy, over_count=count, over_stay_s=stay, late_reception_s=late)
        policy.load(self.desk, replace(new, over_count_warning=1, over_stay_warning_s=60))


def zone_cars(desk: Desk) -> tuple[Car, ...]:
    return desk.snapshot().floor.cars


def as_plain(desk: Desk, day: date) -> Plain:
    report = reports.of_day(desk, day)
    ((_, figures),) = report.days
    all_of_it = taken_together([figures], desk.now())
    return Plain(
        all_of_it.arrivals, figures.by_hour, figures.in_time, all_of_it.reception_known, figures.zone_times,
        figures.waits, all_of_it.over_counts, all_of_it.over_count_length, all_of_it.over_stays,
        all_of_it.over_stay_length, all_of_it.peak, all_of_it.turned_away,
    )  # fmt: skip


def test_random_days_with_late_entries_and_undos(desk: Desk, clock: ManualClock, rounds: Rounds) -> None:
    chance = random.Random(13)
    gate = Gate(desk, clock, chance)
    compared = 0
    for _ in rounds(3, 300):
        for _ in range(chance.randrange(15, 40)):
            clock.at += chance.choice((SECOND, 20 * SECOND, MINUTE, 7 * MINUTE))
            if chance.random() < 0.1:
                gate.lays_down()
            try:
                gate.acts()
            except Refused:
                continue
            if chance.random() < 0.3:
                today = reports.present_day(desk)
                assert as_plain(desk, today) == sweep(desk.connection, today, clock.at, ZONE)
                compared += 1
        for before in (reports.present_day(desk), reports.present_day(desk) - timedelta(days=1)):
            assert as_plain(desk, before) == sweep(desk.connection, before, clock.at, ZONE)
        clock.at += chance.randrange(1, 15) * HOUR
    assert compared > 10
    assert rollups.wrong(desk.connection, clock.at)[1] == []


def test_time_alone_makes_a_day_stale(desk: Desk, clock: ManualClock) -> None:
    zone.arrive(desk, Plate("苏A12345"))
    reports.of_day(desk)
    clock.at += 20 * MINUTE
    assert reports.of_day(desk).figures.over_stays == 0
    clock.at += 1
    assert reports.of_day(desk).figures.over_stays == 1
    assert reports.of_day(desk).figures.over_stay_length == 1
    clock.at += MINUTE
    assert reports.of_day(desk).figures.over_stay_length == MINUTE + 1


def test_figures_of_days_that_nobody_touched_are_not_reckoned_again(
    desk: Desk, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    zone.arrive(desk, Plate("苏A12345"))
    zone.leave(desk, Plate("苏A12345"))
    first = reports.of_month(desk)
    assert reports.count_stale(desk, first.first, first.last) == 0
    assert reports.of_month(desk) == first
    zone.arrive(desk, Plate("苏A12346"), at=clock.at - HOUR)
    assert reports.count_stale(desk, first.first, first.last) == 1


def test_what_was_touched_meanwhile_is_not_kept(desk: Desk, open_desk: Callable[..., Desk], clock: ManualClock) -> None:
    today = reports.present_day(desk)
    made = [(today, raw.reckon(desk.connection, today, ZONE, clock.at), 0, 1)]
    zone.arrive(open_desk("guard", "张三"), Plate("苏A12345"))
    rollups.keep(desk.connection, made)
    assert kept_days.kept(desk.connection, today, today, clock.at) == {}


def test_another_policy_makes_every_day_stale(desk: Desk, clock: ManualClock) -> None:
    today = reports.present_day(desk)
    zone.arrive(desk, Plate("苏A12345"))
    reports.of_day(desk)
    policy.load(desk, replace(desk.snapshot().policy, over_count=1, over_count_warning=1))
    assert reports.count_stale(desk, today, today) == 1
    clock.at += 1
    assert reports.of_day(desk).figures.over_counts == 1


def test_the_day_is_what_the_record_says_when_the_limit_changes(desk: Desk, clock: ManualClock) -> None:
    for number in range(4):
        zone.arrive(desk, Plate(f"苏A1234{number}"))
    clock.at += 20 * SECOND
    policy.load(desk, replace(desk.snapshot().policy, over_count=6))
    clock.at += MINUTE
    (closed,) = [each for each in desk.snapshot().closed if each.kind is Kind.OVER_COUNT]
    report = reports.of_day(desk)
    assert (report.figures.over_counts, report.figures.over_count_length) == (1, 20 * SECOND)
    assert closed.crossed_at == clock.at - MINUTE - 20 * SECOND
    assert most_at_once(report) == "4 / 4→6"
    clock.at += 24 * HOUR
    assert most_at_once(reports.of_day(desk, report.first)) == "4 / 4→6"
    assert most_at_once(reports.of_day(desk)) == "4 / 6"


def most_at_once(report: Report) -> str:
    return next(fact.text for fact in facts(report) if fact.name == "most cars at once")


@pytest.mark.forged
def test_the_doctor_finds_figures_that_were_changed(desk: Desk, clock: ManualClock) -> None:
    zone.arrive(desk, Plate("苏A12345"))
    reports.of_day(desk)
    assert rollups.wrong(desk.connection, clock.at) == (1, [])
    desk.connection.execute("update day_figures set counts = json_set(counts, '$.turned_away', 7)")
    assert rollups.wrong(desk.connection, clock.at) == (1, [reports.present_day(desk)])
