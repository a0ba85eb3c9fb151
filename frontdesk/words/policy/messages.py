"""What each number about telling customers does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import SECONDS, Meaning

MEANINGS = {
    "quiet_from": Meaning(N_("From this time of day on nobody is rung up or texted, unless it is urgent"), "", "S5"),
    "quiet_until": Meaning(N_("Until this time of day nobody is rung up or texted, unless it is urgent"), "", "S5"),
    "tell_again_s": Meaning(N_("So soon whoever did not answer is rung up again"), SECONDS, "P4"),
    "tell_third_s": Meaning(
        N_("So soon after that whoever did not answer is rung up the third time; then it goes to the manager"),
        SECONDS,
        "P4",
    ),
}
