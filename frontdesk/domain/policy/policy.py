"""The store's policy: every number of the plan, in one value that all stations share.

Nobody has a part alone, so a part writes no methods of its own: that would take a third of the time they take to load.
"""

from dataclasses import dataclass

from frontdesk.domain.policy.aftermath import AftermathNumbers
from frontdesk.domain.policy.appointments import AppointmentNumbers
from frontdesk.domain.policy.calendar import CalendarNumbers
from frontdesk.domain.policy.cases import CaseNumbers
from frontdesk.domain.policy.copies import CopyNumbers
from frontdesk.domain.policy.drills import DrillNumbers
from frontdesk.domain.policy.escalations import EscalationNumbers
from frontdesk.domain.policy.holidays import HolidayNumbers
from frontdesk.domain.policy.incidents import IncidentNumbers
from frontdesk.domain.policy.matters import MatterNumbers
from frontdesk.domain.policy.meetings import MeetingNumbers
from frontdesk.domain.policy.messages import MessageNumbers
from frontdesk.domain.policy.outlook import OutlookNumbers
from frontdesk.domain.policy.progress import ProgressNumbers
from frontdesk.domain.policy.register import RegisterNumbers
from frontdesk.domain.policy.rescues import RescueNumbers
from frontdesk.domain.policy.roll_calls import RollCallNumbers
from frontdesk.domain.policy.rosters import RosterNumbers
from frontdesk.domain.policy.store import StoreNumbers
from frontdesk.domain.policy.weather import WeatherNumbers
from frontdesk.domain.policy.zone import ZoneNumbers


@dataclass(frozen=True)
class Policy(
    AftermathNumbers,
    AppointmentNumbers,
    CalendarNumbers,
    CaseNumbers,
    CopyNumbers,
    EscalationNumbers,
    IncidentNumbers,
    MatterNumbers,
    MeetingNumbers,
    MessageNumbers,
    OutlookNumbers,
    ProgressNumbers,
    RescueNumbers,
    RollCallNumbers,
    RegisterNumbers,
    DrillNumbers,
    RosterNumbers,
    HolidayNumbers,
    WeatherNumbers,
    ZoneNumbers,
    StoreNumbers,
):
    """All numbers of the plan, one part per concern. Times in seconds; each default is the documents' own number."""
