"""A picture that is old says so, whatever the reason: a look failed, none is completed, limits cannot be looked at."""

import json
import logging
import threading

import pytest

from data import picture
from frontdesk.desk import zone
from frontdesk.desk.escalations import handling
from frontdesk.desk.stations import change_watcher
from frontdesk.desk.stations.change_watcher import ChangeWatcher
from frontdesk.domain.values.errors import StoreError
from frontdesk.domain.values.plates import Plate

STATIONS = ["guard", "reception", "manager", "workshop", "lounge"]


def breaks(*_values, **_named):
    raise ValueError("nobody expected this")


@pytest.fixture
def in_a_hurry(monkeypatch):
    """A look is late when it should have been completed a quarter of a second ago."""
    monkeypatch.setattr(change_watcher, "LOOKED_WITHIN_S", 0.25)
    monkeypatch.setattr(change_watcher, "SAFETY_NET_S", 0.05)


@pytest.mark.parametrize("station", STATIONS)
async def test_whatever_breaks_a_look_dims_is_noted_once_and_is_tried_again(
    at_station, desk, station, monkeypatch, caplog
):
    async with at_station(station) as person:
        await person.picture(lambda snapshot: not snapshot.floor.cars)
        with monkeypatch.context() as broken:
            broken.setattr(picture, "read", breaks)
            desk.poke()
            zone.arrive(desk, Plate("苏A12345"))
            await person.reads("NO DATA since 10:00:00")
            await person.app.tick()
            assert "NO DATA" in person.text
        await person.cars("苏A12345")
        await person.until(lambda: "NO DATA" not in person.text)
    noted = [each for each in caplog.records if each.levelno >= logging.ERROR]
    assert ["ValueError" in each.getMessage() and bool(each.exc_info) for each in noted] == [True]


@pytest.mark.usefixtures("in_a_hurry")
async def test_a_look_that_hangs_dims_by_itself(at_station, desk, monkeypatch):
    async with at_station("guard") as guard:
        goes_on, read = threading.Event(), picture.read
        monkeypatch.setattr(picture, "read", lambda *values: goes_on.wait(30) and read(*values))
        zone.arrive(desk, Plate("苏A12345"))
        await guard.reads("NO DATA since")
        goes_on.set()
        await guard.cars("苏A12345")
        await guard.until(lambda: "NO DATA" not in guard.text)


@pytest.mark.usefixtures("in_a_hurry")
async def test_a_dead_watcher_dims_and_the_station_is_no_more_there(at_station, desk, arrive, monkeypatch):
    monkeypatch.setattr(ChangeWatcher, "run", lambda _watcher: None)
    arrive("苏A12345")
    async with at_station("manager") as manager:
        await manager.reads("NO DATA since")
        await manager.later(21 * 60_000)
        await manager.until(lambda: desk.snapshot().escalations)
        assert desk.connection.execute("select count(*) from stations").fetchone() == (0,)


def test_a_station_that_opens_while_another_closes_sees_the_store(store, clock, staffed):
    """All stations start with the machine: the journal of one that is just being closed goes away with it."""
    seen = threading.Event()
    failed: list[StoreError] = []
    watcher = ChangeWatcher(
        store, lambda: staffed.actor, clock, lambda _snapshot: seen.set(), failed.append, evaluated_at=lambda: None
    )
    staffed.connection.close()
    assert not store.with_name(f"{store.name}-wal").exists()
    watcher.start()
    assert seen.wait(20)
    watcher.stop()
    assert failed == []


async def test_limits_that_cannot_be_looked_at_dim_and_are_tried_again(at_station, desk, arrive, monkeypatch):
    arrive("苏A12345")
    async with at_station("manager") as manager:
        with monkeypatch.context() as broken:
            broken.setattr(handling, "evaluate", breaks)
            await manager.later(21 * 60_000)
            await manager.reads("NO DATA since 10:21:00")
            await manager.later(60_000)
            await manager.reads("NO DATA since 10:21:00")
        await manager.app.tick()
        await manager.until(lambda: desk.snapshot().escalations)
        await manager.until(lambda: "NO DATA" not in manager.text)


@pytest.mark.parametrize("station", STATIONS)
async def test_what_a_newer_policy_says_is_passed_over_and_said(at_station, desk, station):
    async with at_station(station) as person:
        stored = json.loads(desk.connection.execute("select policy from policies order by id desc").fetchone()[0])
        stored |= {"over_count": 5, "a_number_of_0_9": 7}
        desk.connection.execute("insert into policies (at, who, policy) values (1, '', ?)", (json.dumps(stored),))
        desk.poke()
        zone.arrive(desk, Plate("苏A12345"))
        await person.cars("苏A12345")
        assert person.app.snapshot.policy.over_count == 5
        assert "NO DATA" not in person.text
        if station != "lounge":
            await person.reads("The policy says what this version does not understand (a_number_of_0_9)")
