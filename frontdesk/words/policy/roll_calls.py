"""What each number about roll calls does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import SECONDS, Meaning

MEANINGS = {
    "roll_call_s": Meaning(
        N_("So soon after a roll call began nobody is missing any more; else everybody is called"), SECONDS, "I4"
    ),
    "roll_call_repeat_s": Meaning(
        N_("So often everybody is called again while somebody is still missing after that"), SECONDS, "I4"
    ),
}
