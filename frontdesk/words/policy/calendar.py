"""What each number about opening hours does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import Meaning

MEANINGS = {
    "working_days": Meaning(
        N_('Which days are working days: "statutory", the State Council\'s, or "own", the days the store opens'),
        "",
        "Q2",
    ),
    "opening_hours": Meaning(N_("Opening hours from Monday to Sunday; empty quotation marks are a day that is closed")),
    "closed_dates": Meaning(N_('Days the store is closed: ["2026-02-17", "2026-02-18"]')),
}
