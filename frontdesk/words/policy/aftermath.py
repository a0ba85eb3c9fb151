"""What each number about the aftermath of incidents does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import SECONDS, WORKING_DAYS, Meaning

MEANINGS = {
    "authority_report_s": Meaning(
        N_("Somebody is hurt in a major incident: the authority is told within this"), SECONDS, "I14"
    ),
    "investigate_days": Meaning(
        N_("Within this cause, person responsible and loss of an incident are found"), WORKING_DAYS, "I12"
    ),
    "assess_days": Meaning(N_("Within this after that it is said what was learned"), WORKING_DAYS, "I13"),
    "hazard_days": Meaning(N_("Within this a hazard is dealt with; a grave one on the same day"), WORKING_DAYS, "I15"),
}
