"""Many days are reckoned by a process of its own, as of the instant the station asks."""

import os
import sys
from datetime import timedelta

import pytest

from frontdesk.desk import in_child, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.figures import reports
from frontdesk.desk.review import reviews
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.review.reasons import ReviewReason
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused, StoreError
from frontdesk.domain.values.plates import Plate


async def test_a_month_is_reckoned_elsewhere(desk: Desk, clock: ManualClock) -> None:
    zone.arrive(desk, Plate("苏A12345"))
    last = reports.present_day(desk)
    first = last - timedelta(days=27)
    assert reports.count_stale(desk, first, last) == 28
    await in_child.ask(desk.path, clock.at, reports.catch_up, first, last)
    assert reports.count_stale(desk, first, last) == 0
    assert reports.of_day(desk).figures.arrivals == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such steps")
async def test_stations_go_first(desk: Desk, clock: ManualClock) -> None:
    assert await in_child.ask(desk.path, clock.at, priority_of) > os.getpriority(os.PRIO_PROCESS, 0)


def priority_of(desk: Desk) -> int:
    return os.getpriority(os.PRIO_PROCESS, 0)


async def test_why_there_is_no_answer_is_said_as_if_it_had_been_asked_here(desk: Desk, clock: ManualClock) -> None:
    with pytest.raises(Refused) as refused:
        await in_child.ask(desk.path, clock.at, reviews.of_month, Month(2026, 4))
    assert (refused.value.reason, refused.value.facts) == (ReviewReason.NO_REVIEW, {"month": "2026-04"})
    with pytest.raises(StoreError) as failed:
        await in_child.ask(desk.path / "not", clock.at, reports.of_day)
    assert failed.value.reason is not None


async def test_a_process_that_ends_without_an_answer_is_no_answer(desk: Desk, clock: ManualClock) -> None:
    with pytest.raises(StoreError):
        await in_child.ask(desk.path, clock.at, os._exit)  # type: ignore[arg-type]
