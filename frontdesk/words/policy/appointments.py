"""What each number about appointments does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import DAYS, PERCENT, SECONDS, Meaning

MEANINGS = {
    "crowding_target_percent": Meaning(
        N_("A half hour takes as many appointments as leave the zone this probability of an over-count, at most"),
        PERCENT,
        "Z9",
    ),
    "book_from_s": Meaning(N_("So long before its time an appointment is made at the latest"), SECONDS, "Z9"),
    "book_days": Meaning(N_("So many days ahead appointments are made at most"), DAYS, "Z9"),
    "appointment_late_s": Meaning(
        N_("A customer who has not come this long after the time of the appointment is late"), SECONDS, "Z9"
    ),
    "no_show_s": Meaning(
        N_("A customer who has not come this long after the time of the appointment is a no-show"), SECONDS, "Z9"
    ),
    "came_before_s": Meaning(
        N_("A car that arrives at most this long before an appointment comes for it"), SECONDS, "Z9"
    ),
    "came_after_s": Meaning(
        N_("A car that arrives at most this long after the time of an appointment comes for it, no-show or not"),
        SECONDS,
        "Z9",
    ),
    "remind_at": Meaning(N_("When, on the opening day before, customers are to be reminded"), "", "Z9"),
}
