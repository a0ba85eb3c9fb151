"""What each number about holidays does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import DAYS, Meaning

MEANINGS = {
    "holiday_ahead_days": Meaning(
        N_("So many days before a public holiday its plan is opened; 0: only by hand"), DAYS, "S2"
    ),
    "holiday_least_days": Meaning(N_("A holiday of fewer days has no plan"), DAYS, "S2"),
    "holiday_text_days": Meaning(N_("Whoever was here within this is texted the hours of a holiday"), DAYS, "S5"),
}
