"""When the review of a month is opened: on the first of the next one (Z7)."""

from data import agenda
from data.engine.transaction import Transaction
from data.review import reviews
from data.zone import visits
from frontdesk.desk.agenda import Came, Rule
from frontdesk.desk.review.reviews import open_in
from frontdesk.desk.review.under_review import span_of, zone_of
from frontdesk.domain.agenda.rhythm import EVERY_MONTH, Days, Rhythm
from frontdesk.domain.calendar.months import Month


def _open(transaction: Transaction, came: Came) -> None:
    """Open the review of the month that is over, if cars came in it and nobody has opened it."""
    connection = transaction.connection
    month = Month.of(came.due_at, zone_of(connection)).later(-1)
    if not reviews.is_opened(connection, month) and visits.came_between(connection, *span_of(connection, month)):
        open_in(transaction, month)


REVIEW = Rule(agenda.REVIEW, lambda policy: Rhythm("06:00", Days.EVERY, EVERY_MONTH), _open)
