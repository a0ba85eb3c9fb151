"""What each number about reviews and measures does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import DAYS, ROLES, SECONDS, WORKING_DAYS, Meaning

MEANINGS = {
    "review_by_days": Meaning(
        N_("On this working day the review of the month before is submitted"), WORKING_DAYS, "Z7"
    ),
    "measure_check_days": Meaning(
        N_("How long after a measure was carried out a second person looks whether it did any good"), DAYS, "Z7"
    ),
    "approval_days": Meaning(N_("Within this what was submitted is signed or rejected"), WORKING_DAYS, "G1"),
    "approval_confirm_days": Meaning(
        N_("Within this whoever approved by phone confirms it in person"), WORKING_DAYS, "G1"
    ),
    "work_chain": Meaning(
        N_("Who is called how long after something owed was missed, while nobody has taken it on"), ROLES, "Z7"
    ),
    "work_act_within_s": Meaning(
        N_("Taken on, and what is owed not done within this: it is raised again, one step up"), SECONDS, "Z7"
    ),
    "causes": Meaning(
        N_("Why limits were crossed: entries that come with the program, and the store's own words"), "", "Z7"
    ),
}
