"""What each number about prompts and who is called does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import ROLES, SECONDS, Meaning

MEANINGS = {
    "chain": Meaning(
        N_("Who is called how long after an over-count or over-stay began, while nobody has taken it on"),
        ROLES,
        "Z1 Z5 Z6",
    ),
    "chain_repeat_s": Meaning(N_("So often whoever was called last is called again"), SECONDS, "Z5 Z6"),
    "act_within_s": Meaning(
        N_("Taken on, and nothing decided within this: it is raised again, one step up"), SECONDS, "Z5 Z6"
    ),
    "verify_s": Meaning(N_("Decided, and not solved after this: it is raised again, one step up"), SECONDS, "Z5 Z6"),
    "hold_s": Meaning(N_("A limit crossed again within this after it was over calls nobody anew"), SECONDS, "Z5 Z6"),
    "explain_from_s": Meaning(
        N_("A crowding that lasted this long with nobody having acted asks why; a shorter one is only counted"),
        SECONDS,
        "Z7",
    ),
    "reorder_s": Meaning(
        N_("A car whose jobs are re-ordered is expected to leave the zone within this"), SECONDS, "Z6b"
    ),
    "diversion_s": Meaning(N_("A customer who waits longer in the lounge is asked about"), SECONDS, "Z5a"),
}
