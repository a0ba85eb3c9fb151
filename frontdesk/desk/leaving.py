"""How many left without having been received, by reason: today, and in a month."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from data.policy import current
from data.zone import visits
from frontdesk.desk.desk import Desk
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.values.clock import Millis, to_datetime, to_millis
from frontdesk.domain.zone.leaving import LeftUnreceived


def of_month(desk: Desk, month: Month | None = None) -> LeftUnreceived:
    """Return who left unreceived in a month of the store's calendar; None: this month."""
    store_zone = _zone(desk)
    meant = month or Month.of(desk.now(), store_zone)
    return _between(desk, meant.begins(store_zone), meant.later(1).begins(store_zone))


def of_today(desk: Desk) -> LeftUnreceived:
    """Return who left unreceived today."""
    store_zone = _zone(desk)
    today = to_datetime(desk.now(), store_zone).date()
    begins, ends = (datetime.combine(day, time(), store_zone) for day in (today, today + timedelta(days=1)))
    return _between(desk, to_millis(begins), to_millis(ends))


def _zone(desk: Desk) -> ZoneInfo:
    return ZoneInfo(desk.read(current).time_zone)


def _between(desk: Desk, begins: Millis, ends: Millis) -> LeftUnreceived:
    counts = desk.read(lambda connection: visits.left_unreceived(connection, begins, ends))
    return LeftUnreceived(counts)
