"""The names of causes, metrics and verdicts of the monthly review."""

from frontdesk.domain.review.causes import Cause
from frontdesk.domain.review.effect import Verdict
from frontdesk.domain.review.metrics import Metric
from frontdesk.domain.review.parts import Part
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (Cause.RECEPTION_SHORT, N_("too few people at reception")),
    (Cause.WORK_ORDER_SLOW, N_("slow to write the work order")),
    (Cause.CUSTOMER_DECIDING, N_("the customer took time to decide")),
    (Cause.WORKSHOP_SLOW, N_("the workshop was slow to take cars")),
    (Cause.WAITING_BAYS_FULL, N_("the workshop's waiting bays were full")),
    (Cause.ARRIVALS, N_("many came at once")),
    (Cause.NOT_ENTERED, N_("entered late or wrongly")),
    (Cause.OUTSIDE, N_("weather or traffic")),
    (Cause.EQUIPMENT, N_("equipment out of order")),
    (Cause.OTHER, N_("something else")),
    (Metric.OVER_STAYS_PER_100, N_("over-stays per 100 visits")),
    (Metric.OVER_COUNTS_PER_DAY, N_("over-counts per opening day")),
    (Metric.MINUTES_ABOVE_PER_DAY, N_("minutes of over-count per opening day")),
    (Metric.LATE_PER_100, N_("late receptions per 100 customers")),
    (Metric.NO_SHOWS_PER_100, N_("no-shows per 100 call tickets")),
    (Metric.P90_ZONE_TIME, N_("minutes in the zone that nine of ten cars do not exceed")),
    (Verdict.BETTER, N_("better")),
    (Verdict.WORSE, N_("worse")),
    (Verdict.NO_CHANGE_SEEN, N_("no change seen")),
    (Verdict.TOO_EARLY, N_("too early")),
    (Verdict.TOO_FEW_DAYS, N_("too few days")),
    (Part.RECEPTION, N_("wait for reception")),
    (Part.WORK_ORDER, N_("from reception to work order")),
    (Part.HAND_OVER, N_("from work order to hand-over")),
)

VOCABULARY = Vocabulary(values=VALUES)
