"""Many days are reckoned by a process of its own, as of the instant the station asks."""

from datetime import timedelta

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.figures import in_child, reports
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate


async def test_a_month_is_reckoned_elsewhere(desk: Desk, clock: ManualClock) -> None:
    zone.arrive(desk, Plate("苏A12345"))
    last = reports.present_day(desk)
    first = last - timedelta(days=27)
    assert reports.count_stale(desk, first, last) == 28
    assert await in_child.catch_up(desk.path, first, last, clock.at)
    assert reports.count_stale(desk, first, last) == 0
    assert reports.of_day(desk).figures.arrivals == 1
