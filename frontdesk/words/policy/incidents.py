"""What each number about incidents does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import ROLES, SECONDS, Meaning

MEANINGS = {
    "incident_slight_chain": Meaning(
        N_("Who is called how long after a slight incident was reported, while nobody has the command"), ROLES, "I2"
    ),
    "incident_ordinary_chain": Meaning(
        N_("The same for an ordinary one: somebody is hurt, or there is a fire"), ROLES, "I2"
    ),
    "incident_major_chain": Meaning(
        N_("The same for a major one: three are hurt, somebody died, it explodes or spreads, the press asks"),
        ROLES,
        "I2",
    ),
    "incident_repeat_s": Meaning(
        N_("How often every station sounds again while nobody has the command of an incident"), SECONDS, "I1"
    ),
    "incident_first_s": Meaning(
        N_("For so long the command is left to the highest of those who are at a station; then anybody takes it"),
        SECONDS,
        "I2",
    ),
    "contain_s": Meaning(
        N_("The command taken, and the incident not contained within this: it calls again, one step up"),
        SECONDS,
        "I4",
    ),
    "incident_join_s": Meaning(
        N_("For so long a second report of the same kind at the same place is taken for the same incident"),
        SECONDS,
        "I1",
    ),
}
