"""What each number about the store itself does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import SECONDS, Meaning

MEANINGS = {
    "store_name": Meaning(N_("The store's name, on screens, tickets and documents")),
    "time_zone": Meaning(N_("The store's time zone")),
    "province": Meaning(N_("The character put before a plate that is typed without one")),
    "sign_in": Meaning(
        N_('How people say who they are: "names", chosen from the staff list, or "pins" for what counts'), "", "S2"
    ),
    "undo_s": Meaning(N_("How long one's own last step can be taken back with F9"), SECONDS),
}
