"""What each number about cars in repair does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import ROLES, SECONDS, Meaning

MEANINGS = {
    "progress": Meaning(
        N_(
            'Which cars are followed while they are in repair: "all", from the work order on, or "taken_up", those that'
            " the workshop gives to somebody"
        ),
        "",
        "P4",
    ),
    "progress_lounge_s": Meaning(
        N_("How long after they were told something a customer in the lounge is told again"), SECONDS, "P4"
    ),
    "progress_away_s": Meaning(
        N_("How long after they were told something a customer who went away is told again, in opening hours"),
        SECONDS,
        "P4",
    ),
    "progress_news_s": Meaning(
        N_("Within this a customer is told what happened: a new promise, a problem found, the car ready"),
        SECONDS,
        "P4",
    ),
    "promise_warning_s": Meaning(
        N_("How long before a car is promised the workshop says whether that holds"), SECONDS, "P4"
    ),
    "found_told_s": Meaning(N_("Within this at the latest a customer knows of a problem found"), SECONDS, "P2"),
    "progress_wash": Meaning(N_('Whether a car is washed after its quality check: "always" or "never"'), ""),
    "customer_chain": Meaning(
        N_("Who is called how long after a customer should have been told something"), ROLES, "P4"
    ),
    "customer_act_within_s": Meaning(
        N_("Taken on, and the customer not told within this: it is raised again, one step up"), SECONDS, "P4"
    ),
}
