"""Who counts as there: a station that was heard of, until a minute after, or until it was closed."""

from typing import Any

from data import stations
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.stations.presence import AWAY_AFTER
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import ManualClock

MANAGER = StationKind.MANAGER


def sign(desk: Desk, clock: ManualClock, name: Any = "a console") -> None:
    stations.seen(desk.connection, [stations.SignOfLife(name, Actor(MANAGER, ""), 4711, 1, clock.at)], clock.at)


def presence(desk: Desk) -> Any:
    return stations.presence(desk.connection, None)


def test_a_station_that_fell_silent_is_there_for_a_minute_more(desk: Desk, clock: ManualClock) -> None:
    sign(desk, clock)
    assert presence(desk).is_there(MANAGER, clock.at + AWAY_AFTER)
    assert presence(desk).gone_since(MANAGER, clock.at + AWAY_AFTER + 1) == clock.at + AWAY_AFTER


def test_a_station_that_was_closed_is_gone_from_then_on(desk: Desk, clock: ManualClock) -> None:
    sign(desk, clock)
    clock.at += 5_000
    stations.gone(desk.connection, "a console", clock.at)
    assert presence(desk).gone_since(MANAGER, clock.at + 1) == clock.at
    assert stations.ports(desk.connection, 0) == []


def test_one_that_had_been_silent_for_longer_keeps_its_time(desk: Desk, clock: ManualClock) -> None:
    sign(desk, clock)
    began = clock.at
    clock.at += 3 * AWAY_AFTER
    stations.gone(desk.connection, "a console", clock.at)
    assert presence(desk).gone_since(MANAGER, clock.at) == began + AWAY_AFTER


def test_another_console_that_is_open_still_counts(desk: Desk, clock: ManualClock) -> None:
    sign(desk, clock)
    sign(desk, clock, "another")
    stations.gone(desk.connection, "a console", clock.at)
    assert presence(desk).is_there(MANAGER, clock.at + AWAY_AFTER)


def test_opened_again_it_is_there_again(desk: Desk, clock: ManualClock) -> None:
    sign(desk, clock)
    stations.gone(desk.connection, "a console", clock.at)
    clock.at += 1_000
    sign(desk, clock, "opened again")
    assert presence(desk).is_there(MANAGER, clock.at)


def test_the_others_are_woken_before_oneself(desk: Desk, clock: ManualClock) -> None:
    signs = [
        stations.SignOfLife(f"{pid}", Actor("manager", ""), port, pid, clock.at)
        for pid, port in ((7, 1), (8, 2), (0, 3))
    ]
    stations.seen(desk.connection, signs, clock.at)
    assert stations.ports(desk.connection, 7)[-1] == 1
    assert stations.ports(desk.connection, 8)[-1] == 2
    assert sorted(stations.ports(desk.connection, 9)) == [1, 2, 3]
