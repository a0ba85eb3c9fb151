"""What each number about things and contacts does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import DAYS, Meaning

MEANINGS = {
    "thing_warning_days": Meaning(N_("So many days before its last day of use a thing is to be renewed"), DAYS, "S9"),
    "thing_days": Meaning(N_("Within this what is too few or faulty is put right"), DAYS, "S3"),
    "contact_call_days": Meaning(N_("A contact is to be called through this often"), DAYS, "S7"),
    "contact_list_days": Meaning(N_("The contact list is called through within this, once it is time"), DAYS, "S1"),
    "contact_again_days": Meaning(
        N_("Whoever was not reached is rung again, a wrong number corrected, within this"), DAYS, "S1"
    ),
}
