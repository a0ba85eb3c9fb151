"""Which page shows an incident: a hazard's, what comes after one that is over, or that of one going on."""

from frontdesk.domain.incidents.incident import Incident, IncidentKind
from screens.incidents.after_page import AfterDialog
from screens.incidents.hazard_page import HazardDialog
from screens.incidents.page import IncidentDialog
from screens.kit.station import Station


def page_for(station: Station, incident: Incident) -> IncidentDialog | AfterDialog | HazardDialog:
    """Return the page where the next thing is done."""
    if incident.kind is IncidentKind.HAZARD:
        return HazardDialog(station, incident.id)
    return IncidentDialog(station, incident.id) if incident.is_open else AfterDialog(station, incident.id)
