"""What the dashboard shows is what the stores' rows say; it changes nothing, and outlives a database that is away."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import postgres
import psycopg
import pytest
from looked import text_of
from shipping import ship

from frontdesk.app.office import HeadOffice
from frontdesk.desk.cases import register
from frontdesk.desk.desk import Desk
from frontdesk.desk.zone import arrive
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.cases.case import CaseKind, Channel, Nature, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.group.office import OfficeReason
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.domain.values.errors import StoreError
from frontdesk.domain.values.plates import Plate
from frontdesk.group import stores
from frontdesk.group.database import at_one_instant, connected
from frontdesk.group.reading import Reading
from frontdesk.words import i18n

ZONE = ZoneInfo("Asia/Shanghai")
PATIENCE_S = 30.0


@pytest.fixture
def busy(day: Path) -> tuple[Path, ManualClock]:
    """A store in which cars stand now, too many of them, and a major case is open; and its clock."""
    clock = ManualClock(2_000_000_000_000)
    with Desk.open(day, Actor("guard", "张三"), clock) as desk:
        desk.connection.execute("delete from meta where key = 'pace'")
        for number in range(5):
            arrive(desk, Plate(f"苏A9000{number}"))
            clock.at += 7 * MINUTE
        for severity in Severity:
            register.register(desk, NewCase(
                channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=severity, nature=Nature.COMPLAINT,
                customer="陈先生", phone="13812348000", plate=Plate(""), words="等得太久了",
            ))  # fmt: skip
    return day, clock


def test_what_goes_on_at_a_store(
    office: str, connection: psycopg.Connection[Any], one: int, busy: tuple[Path, ManualClock]
) -> None:
    day, clock = busy
    ship(connection, one, day, size=500)
    found = Reading(office).there("S1")
    with Desk.open(day, Actor("guard", "张三"), clock) as desk:
        snapshot = desk.snapshot()
    here = {car.plate: (car.place.key, car.zone.at(clock.at), car.received_at) for car in snapshot.floor.cars}
    assert len(here) == 5
    assert {car.plate: (car.place, car.zone_time(clock.at), car.received_at) for car in found.cars} == here
    assert sum(car.in_zone for car in found.cars) == len([car for car in snapshot.floor.cars if car.place.in_zone])
    assert [case.stage for case in found.majors] == ["registered"]
    assert found.majors[0].next_due is not None
    assert Reading(office).there("no such store") == found._replace(
        code="no such store", cars=(), escalations=(), majors=()
    )


def test_nothing_can_be_changed_by_reading(office: str, one: int) -> None:
    with (
        pytest.raises(StoreError) as refused,
        connected(office) as connection,
        at_one_instant(connection),
    ):
        connection.execute("update stores set name = 'x'")
    assert "read-only" in str(refused.value.facts["detail"])


def test_what_takes_too_long_is_given_up(office: str, one: int) -> None:
    with pytest.raises(StoreError) as refused, connected(office) as connection, at_one_instant(connection, 1):
        connection.execute("select pg_sleep(60)")
    assert refused.value.reason is OfficeReason.POSTGRESQL_FAILED


async def test_a_database_that_is_switched_off_and_on_while_it_is_open(
    office: str, server: str, day: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    i18n.use("en")
    monkeypatch.setattr("frontdesk.app.office.EVERY_S", 0.1)
    with psycopg.connect(office, autocommit=True) as connection:
        stores.add(connection, "S1", "一店", "江苏", 0)
        ship(connection, 1, day, size=500)
    app = HeadOffice(Reading(office), ZONE)
    async with app.run_test(size=(120, 40)) as pilot:

        async def reads(text: str) -> None:
            await _until(lambda: text in text_of(app), lambda: text_of(app))
            await pilot.pause()

        await reads("一店")
        with postgres.stopped(server):
            await reads("NO DATA since")
            await reads("does not answer. What is shown is of")
            assert "一店" in text_of(app)
        await reads("● live")
        with psycopg.connect(office, autocommit=True) as again:
            stores.add(again, "S2", "二店", "", 0)
        await reads("2 stores")
        assert "NO DATA" not in text_of(app)


async def _until(is_so: Callable[[], bool], shown: Callable[[], str]) -> None:
    ends = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < ends, shown()
        await asyncio.sleep(0.05)


def test_a_month_is_that_of_the_report(office: str, connection: psycopg.Connection[Any], one: int, day: Path) -> None:
    ship(connection, one, day, size=500)
    assert Reading(office).compared(Month(2026, 3), ZONE).cars == 68
    assert Reading(office).compared(Month(2026, 4), ZONE).cars == 0
