"""What each number about copies and how long records are kept does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import COPIES, YEARS, Meaning

MEANINGS = {
    "copy_at": Meaning(N_("When the day's copy of the database is made, by the store's clock"), "", "G2"),
    "copies_daily": Meaning(N_("So many days have a copy that stays, the latest of each"), COPIES, "G2"),
    "copies_weekly": Meaning(N_("So many weeks have a copy that stays"), COPIES, "G2"),
    "copies_monthly": Meaning(N_("So many months have a copy that stays"), COPIES, "G2"),
    "keep_visits_years": Meaning(N_("So long the records of a visit are kept, from when the car left"), YEARS, "G2"),
    "keep_cases_years": Meaning(
        N_("So long a closed case keeps its customer's name, number and words; afterwards they can be taken out"),
        YEARS,
        "G2",
    ),
    "keep_appointments_years": Meaning(
        N_("So long an appointment keeps its customer's name, number and words; afterwards they can be taken out"),
        YEARS,
        "G2",
    ),
    "keep_rescues_years": Meaning(
        N_("So long a rescue or an emergency order keeps its customer's name, number and words, from when it was over"),
        YEARS,
        "G2",
    ),
    "keep_incidents_years": Meaning(
        N_("So long what was said of people in an incident is kept, and visitors' names, from when it was closed"),
        YEARS,
        "G2",
    ),
    "keep_rosters_years": Meaning(N_("So long rosters and absences are kept, from their last day"), YEARS, "G2"),
}
