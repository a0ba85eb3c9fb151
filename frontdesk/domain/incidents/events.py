"""The events about incidents in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_ANYBODY, OF_CARS, Need


class IncidentEvent(Event):
    """What was done about an incident."""

    REPORT = "incident_report"
    JOIN = "incident_joined"
    """Somebody reported what was reported already."""
    SAY = "incident_said"
    """What is known of it now: a line, how many are hurt, a fact."""
    LEVEL = "incident_level"
    COMMAND = "incident_command"
    CONTAINED = "incident_contained"
    ENDED = "incident_ended"
    MISTAKE = "incident_mistake"
    """A report was taken back: there was nothing."""

    @property
    def can_be_undone(self) -> bool:
        """That it is contained or over can be taken back; a report is, too, but it stays on record as a mistake."""
        return self in {IncidentEvent.REPORT, IncidentEvent.CONTAINED, IncidentEvent.ENDED}

    @property
    def need(self) -> Need:
        """Anybody who stands at a station reports, and says what is seen; whoever commands does it by name."""
        named = {IncidentEvent.COMMAND, IncidentEvent.CONTAINED, IncidentEvent.ENDED}
        return OF_CARS if self in named else OF_ANYBODY
