"""Which month's review is opened: the one that waits for whoever works here, else the last (Z7)."""

from frontdesk.desk.review import reviews
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.people.roles import Rank
from frontdesk.domain.review.review import ReviewState
from screens.kit.station import Station
from screens.kit.store_zone import store_zone


async def latest(station: Station) -> Month | None:
    """Return the month whose review is due first, else the last one; None where none was opened."""
    opened = await station.ask(reviews.opened)
    if not opened:
        return None
    waiting = [each for each in opened if each.matter.is_open]
    to_sign = [each for each in waiting if each.state is ReviewState.SUBMITTED]
    is_director = station.latest().roster.rank(station.desk.actor.who, station.now) is Rank.DIRECTOR
    return (to_sign if is_director and to_sign else waiting or list(opened[-1:]))[0].month


def month_before(station: Station) -> Month:
    """Return the last month that is over."""
    return Month.of(station.now, store_zone(station.latest())).later(-1)
