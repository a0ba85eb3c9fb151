"""Looking up by a program: at most one try in ten minutes, what comes is a proposal, what fails is said (I7)."""

import time
from pathlib import Path
from threading import Barrier, Thread

import pytest
from weathers import CALM, DAY, HOUR, MINUTE, STORM, switch

from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.weather import fetching, forecasts
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import InputError, Refused
from frontdesk.domain.weather.forecast import Source
from frontdesk.domain.weather.reasons import OfferReason, WeatherReason, day_ahead
from frontdesk.machine import beside
from frontdesk.machine.weather.fetcher import Fetcher

NOON = "open-meteo"


def in_the_morning(desk: Desk, clock: ManualClock) -> None:
    """7:00 of a Saturday: the look-up is owed."""
    switch(desk, "daily")
    clock.at += 21 * HOUR
    handling.evaluate(desk)


def test_it_is_wanted_once_a_look_up_is_owed_and_not_again_when_it_came(desk: Desk, clock: ManualClock) -> None:
    assert desk.snapshot().weather.fetch_at is None
    assert fetching.claim(desk, NOON, only_owed=True) is None
    in_the_morning(desk, clock)
    assert desk.snapshot().weather.fetch_at == clock.at
    number = fetching.claim(desk, NOON, only_owed=True)
    assert number is not None
    assert forecasts.shown(desk).offer is not None
    fetching.note(desk, number, STORM)
    assert desk.snapshot().weather.fetch_at is None
    assert desk.snapshot().weather.days == ()
    offer = forecasts.shown(desk).offer
    assert offer is not None
    assert offer.days == STORM
    forecasts.publish(desk, offer.days, "暴雨", source=Source.OPEN_METEO)
    assert desk.snapshot().weather.days[1].source is Source.OPEN_METEO
    clock.at += DAY
    assert forecasts.shown(desk).offer is None


def test_what_fails_is_tried_again_after_ten_minutes_and_says_why(desk: Desk, clock: ManualClock) -> None:
    in_the_morning(desk, clock)
    number = fetching.claim(desk, NOON, only_owed=True)
    assert number is not None
    fault = Refused(WeatherReason.LOW_ABOVE_HIGH, day=day_ahead(1), low=13, high=12)
    fetching.note(desk, number, fault=fault)
    offer = forecasts.shown(desk).offer
    assert offer is not None
    assert offer.fault is not None
    assert (offer.fault.reason, offer.fault.facts) == (fault.reason, fault.facts)
    began = clock.at
    clock.at = began + 10 * MINUTE - 1
    assert fetching.claim(desk, NOON, only_owed=True) is None
    with pytest.raises(Refused) as refused:
        fetching.claim(desk, NOON, only_owed=False)
    assert refused.value.reason is OfferReason.FETCHED_LATELY
    clock.at = began + 10 * MINUTE
    assert desk.snapshot().weather.fetch_at == clock.at
    assert fetching.claim(desk, NOON, only_owed=True) is not None


def test_one_that_was_stopped_is_said_to_be(desk: Desk, clock: ManualClock) -> None:
    in_the_morning(desk, clock)
    assert fetching.claim(desk, NOON, only_owed=True) is not None
    clock.at += 61_000
    offer = forecasts.shown(desk).offer
    assert offer is not None
    assert isinstance(offer.fault, InputError)
    clock.at += 10 * MINUTE
    assert fetching.claim(desk, NOON, only_owed=True) is not None
    assert desk.connection.execute("select state from forecast_tries order by id").fetchall() == [
        ("failed",), ("trying",)
    ]  # fmt: skip


def test_of_two_programs_at_once_one_tries(desk: Desk, clock: ManualClock) -> None:
    in_the_morning(desk, clock)
    began, ready = [], Barrier(2)

    def one() -> None:
        with Desk.open(desk.path, Actor("watch", ""), clock, create=False) as other:
            ready.wait()
            began.append(fetching.claim(other, NOON, only_owed=True))

    threads = [Thread(target=one) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(each is None for each in began) == [False, True]


def test_publishing_by_hand_needs_no_program(desk: Desk, clock: ManualClock) -> None:
    in_the_morning(desk, clock)
    forecasts.publish(desk, CALM, "好")
    assert desk.snapshot().weather.fetch_at is None


def test_the_process_is_begun_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, running = [], [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: running[0])
    monkeypatch.setattr(beside, "start", lambda store, *words: begun.append(1))
    nobody, fetcher = Fetcher(Path("desk.db"), wanted=False), Fetcher(Path("desk.db"), wanted=True)
    assert not nobody.look(5, 5)
    assert not fetcher.look(None, 5)
    assert not fetcher.look(6, 5)
    assert fetcher.look(5, 5)
    running[0] = 59.0
    assert not fetcher.look(5, 5)
    running[0] = 60.0
    assert fetcher.look(5, 5)
