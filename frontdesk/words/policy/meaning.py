"""What is said of a policy number: its effect, its unit, and the clause of the store's plan that it comes from."""

from typing import NamedTuple

from frontdesk.words.i18n import N_

SECONDS = N_("seconds")
CARS = N_("cars")
PERCENT = N_("percent")
WORKING_DAYS = N_("working days")
DAYS = N_("days")
COPIES = N_("copies")
YEARS = N_("years")
YUAN = N_("yuan")
MILLIMETRES = N_("mm")
CENTIMETRES = N_("cm")
FORCE = N_("Beaufort")
ROLES = N_("seconds and guard, advisor, manager, deputy, director, general_manager or team:command")


class Meaning(NamedTuple):
    """The effect of a number, its unit and its clause; English msgids. A value that is no number has no unit."""

    does: str
    unit: str = ""
    clause: str = ""
