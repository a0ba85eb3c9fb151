"""Every concern's commands, in the order of the help."""

from frontdesk.commands.calendar import parser as calendar
from frontdesk.commands.cases import parser as cases
from frontdesk.commands.escalations import parser as escalations
from frontdesk.commands.figures import parser as figures
from frontdesk.commands.forgetting import parser as forgetting
from frontdesk.commands.handbook import parser as handbook
from frontdesk.commands.lounge import parser as lounge
from frontdesk.commands.machine import parser as machine
from frontdesk.commands.penalties import parser as penalties
from frontdesk.commands.people import parser as people
from frontdesk.commands.picture import parser as picture
from frontdesk.commands.policy import parser as policy
from frontdesk.commands.setup import parser as setup
from frontdesk.commands.stations import parser as stations
from frontdesk.commands.upkeep import parser as upkeep
from frontdesk.commands.zone import parser as zone

CONCERNS = (
    picture.add,
    zone.add,
    escalations.add,
    lounge.add,
    people.add_duty,
    stations.add_watch,
    cases.add,
    penalties.add,
    figures.add,
    setup.add,
    people.add_staff,
    policy.add,
    forgetting.add,
    calendar.add,
    upkeep.add,
    machine.add,
    handbook.add,
)
"""The functions that add the commands."""
