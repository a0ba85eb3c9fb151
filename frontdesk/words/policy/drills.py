"""What each number about drills does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import DAYS, Meaning

MEANINGS = {
    "drill_days": Meaning(N_("At least this often something is rehearsed on the spot, whatever it is"), DAYS, "S4"),
}
