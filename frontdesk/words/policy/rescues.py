"""What each number about rescues does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import DAYS, PERCENT, ROLES, SECONDS, Meaning

MEANINGS = {
    "rescue_plan_s": Meaning(N_("Within this after the call there is a plan for a rescue"), SECONDS, "R2"),
    "rescue_consent_s": Meaning(N_("Within this after that the customer has heard it and agreed"), SECONDS, "R3"),
    "rescue_approval_s": Meaning(N_("Within this after that the director has signed it"), SECONDS, "R3"),
    "rescue_parts_s": Meaning(N_("Within this after that its parts are handed out"), SECONDS, "R4"),
    "rescue_departure_s": Meaning(N_("Within this after the signature the rescue team leaves"), SECONDS, "R4"),
    "rescue_told_s": Meaning(
        N_("Within this the customer knows that the team has left, or arrives at another time"), SECONDS, "R4"
    ),
    "rescue_contact_s": Meaning(N_("How often a rescue team is heard of on the road"), SECONDS, "R4"),
    "rescue_check_s": Meaning(N_("Within this after the arrival fault and parts are confirmed"), SECONDS, "R6"),
    "rescue_report_s": Meaning(
        N_("Not read within this by supervisor, manager and director what is otherwise on site: they are called"),
        SECONDS,
        "R6",
    ),
    "rescue_follow_up_days": Meaning(N_("So many days after a rescue the customer is asked how it was"), DAYS, "C8"),
    "rescue_again_cost_percent": Meaning(
        N_("So much dearer a new plan may be before customer and director are asked again"), PERCENT, "R3"
    ),
    "rescue_again_eta_s": Meaning(
        N_("So much later or earlier a new plan may arrive before they are asked again"), SECONDS, "R3"
    ),
    "rescue_chain": Meaning(N_("Who is called how long after something in a rescue was missed"), ROLES, "R2"),
    "rescue_act_within_s": Meaning(
        N_("Taken on, and not done within this in a rescue: it is raised again, one step up"), SECONDS, "R2"
    ),
}
