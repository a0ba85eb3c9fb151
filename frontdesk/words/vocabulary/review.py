"""The names of the causes a month's review counts, and of what a measure is measured by."""

from frontdesk.domain.review.causes import Cause
from frontdesk.domain.review.metrics import Metric
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (Cause.RECEPTION_SHORT, N_("too few at reception")),
    (Cause.WORK_ORDER_SLOW, N_("work order slow")),
    (Cause.CUSTOMER_DECIDING, N_("customer still deciding")),
    (Cause.WORKSHOP_SLOW, N_("workshop slow to take over")),
    (Cause.WAITING_BAYS_FULL, N_("waiting bays full")),
    (Cause.ARRIVALS, N_("many arrived together")),
    (Cause.NOT_ENTERED, N_("entered late or wrongly")),
    (Cause.OUTSIDE, N_("weather or road")),
    (Cause.EQUIPMENT, N_("equipment failed")),
    (Cause.OTHER, N_("another cause")),
    (Metric.OVER_STAYS_PER_100, N_("over-stays per 100 visits")),
    (Metric.OVER_COUNTS_PER_DAY, N_("over-counts a day")),
    (Metric.MINUTES_ABOVE_PER_DAY, N_("minutes above the limit a day")),
    (Metric.LATE_PER_100, N_("late receptions per 100")),
    (Metric.NO_SHOWS_PER_100, N_("no-shows per 100 call tickets")),
    (Metric.P90_ZONE_TIME, N_("zone time nine of ten do not exceed")),
)

VOCABULARY = Vocabulary(values=VALUES, events={})
