"""What each number about the next hour does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import DAYS, PERCENT, Meaning

MEANINGS = {
    "outlook_days": Meaning(
        N_("The next hour is told from this many earlier days of the same class, or it is not told"), DAYS, "Z9"
    ),
    "outlook_most_days": Meaning(N_("Of more such days the latest this many are taken"), DAYS, "Z9"),
    "outlook_warning_percent": Meaning(
        N_("An over-count within the hour that is at least this likely asks for attention"), PERCENT, "Z9"
    ),
}
