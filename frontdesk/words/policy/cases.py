"""What each number about cases and penalties does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import DAYS, ROLES, SECONDS, WORKING_DAYS, YUAN, Meaning

MEANINGS = {
    "head_informed_s": Meaning(
        N_("Within this the head of the outlet is informed of a major complaint"), SECONDS, "C3"
    ),
    "full_answer_days": Meaning(N_("Within this a case is answered in full"), WORKING_DAYS, "Q2"),
    "quality_answer_days": Meaning(N_("Within this the quality department answers in writing"), WORKING_DAYS, "C5"),
    "on_site_s": Meaning(
        N_("Within this a customer with a major problem is visited, by the wall clock"), SECONDS, "C6"
    ),
    "agree_date_days": Meaning(
        N_("Not answered in full by close of business this many days later: a date is agreed with the customer"),
        DAYS,
        "Q3",
    ),
    "records_s": Meaning(
        N_("Within this, in opening hours, technical records that were asked for are supplied"), SECONDS, "C15"
    ),
    "records_on_site_s": Meaning(N_("The same while people are on site, by the wall clock"), SECONDS, "C15"),
    "due_warning_s": Meaning(
        N_("How long before it is due a case's clock warns; a short one in its last third"), SECONDS
    ),
    "follow_up_days": Meaning(N_("How long after a case is closed the customer is asked again"), DAYS, "C8"),
    "penalty_cny": Meaning(
        N_("What an over-count or over-stay that led to a complaint costs the person responsible, per car"),
        YUAN,
        "Z8",
    ),
    "penalty_word": Meaning(
        N_("The store's own word for what is charged, on screens and papers; empty: the program's"), "", "Z8"
    ),
    "complaint_chain": Meaning(
        N_("Who is called how long after a case's clock was missed, while nobody has taken it on"), ROLES, "Q4"
    ),
    "complaint_act_within_s": Meaning(
        N_("Taken on, and the clock not met within this: it is raised again, one step up"), SECONDS, "Q4"
    ),
    "channels": Meaning(
        N_("How a case may come in: entries that come with the program, and the store's own words"), "", "C1"
    ),
    "kinds": Meaning(
        N_("What a case may be about: entries that come with the program, and the store's own words"), "", "C4"
    ),
}
