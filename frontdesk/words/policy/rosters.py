"""What each number about rosters does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import DAYS, Meaning

MEANINGS = {
    "roster_ahead_days": Meaning(N_("So many days before it begins a roster is published"), DAYS, "S2"),
    "roster_gap_days": Meaning(N_("So many days before it a gap in the roster is filled"), DAYS, "S2"),
}
