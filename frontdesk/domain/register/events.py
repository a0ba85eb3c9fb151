"""The events about areas, teams, things and contacts in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_THE_STORE, Need


class RegisterEvent(Event):
    """What was done about the register."""

    AREA_ADD = "area_add"
    AREA_CHANGE = "area_change"
    TEAM_CHANGE = "team_change"
    TEAM_MEMBERS = "team_members"

    @property
    def can_be_undone(self) -> bool:
        """Whether the event can be undone; all of them can."""
        return True

    @property
    def need(self) -> Need:
        """Areas and teams are for whoever runs the service."""
        return OF_THE_STORE
