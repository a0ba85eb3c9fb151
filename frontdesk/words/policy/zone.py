"""What each number about the pre-inspection zone does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import CARS, PERCENT, SECONDS, Meaning

MEANINGS = {
    "bays": Meaning(N_("The names of the pre-inspection bays"), "", "Z2"),
    "temporary_capacity": Meaning(N_("So many cars fit into temporary parking"), CARS, "Z5"),
    "repair_capacity": Meaning(N_("So many cars fit into the waiting-for-repair area"), CARS, "Z5"),
    "workshop_bays": Meaning(N_("The names of the workshop's waiting bays"), "", "Z5"),
    "over_count": Meaning(N_("This many cars in the zone are an over-count"), CARS, "Z5"),
    "over_count_warning": Meaning(N_("From this many cars on the zone is filling up"), CARS, "Z5"),
    "over_stay_s": Meaning(N_("A car longer in the zone than this is an over-stay"), SECONDS, "Z6"),
    "over_stay_warning_s": Meaning(N_("A car longer in the zone than this asks for attention"), SECONDS, "Z6"),
    "camera_sure_percent": Meaning(
        N_("A plate that a camera at the gate is this sure of is registered without anybody looking"), PERCENT, "Z4"
    ),
    "late_reception_s": Meaning(
        N_("A customer not received this long after arrival is a late reception"), SECONDS, "Z4a"
    ),
    "late_reception_manager_s": Meaning(
        N_("A late reception goes to the manager too, this long after arrival"), SECONDS, "Z4a"
    ),
}
