"""What each number about meetings and visits does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import DAYS, SECONDS, WORKING_DAYS, Meaning

MEANINGS = {
    "group_meeting_s": Meaning(
        N_("So soon after a case becomes major the emergency group meets; 0: it does not"),
        SECONDS,
        "C14",
    ),
    "minutes_days": Meaning(N_("Within this the minutes of a meeting are written"), WORKING_DAYS, "Q6"),
    "survey_rest_days": Meaning(N_("Whoever was asked in a survey is not drawn again for this long"), DAYS, "Q7"),
    "visit_days": Meaning(N_("A customer with open business who was not visited for this long is listed"), DAYS, "Q9"),
}
