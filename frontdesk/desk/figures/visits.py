"""The visits that the figures are made of."""

from datetime import date

from data.figures import visits
from data.policy import current
from frontdesk.desk.desk import Desk
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.figures.visit import Visit


def of_days(desk: Desk, first: date, last: date) -> tuple[Visit, ...]:
    """Return the visits that began on some days, in the order they began."""
    zone = OpeningHours.of(desk.read(current)).zone
    begins, ends = DaySpan.of(first, zone).begins, DaySpan.of(last, zone).ends
    return desk.read(lambda connection: tuple(visits.between(connection, begins, ends)))
