"""The events about areas, teams, things and contacts in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CARS, OF_THE_STORE, Need


class RegisterEvent(Event):
    """What was done about the register."""

    AREA_ADD = "area_add"
    AREA_CHANGE = "area_change"
    TEAM_CHANGE = "team_change"
    TEAM_MEMBERS = "team_members"
    THING_ADD = "thing_add"
    THING_CHANGE = "thing_change"
    THING_COUNT = "thing_count"
    THING_RENEW = "thing_renewed"
    THING_FAULTY = "thing_faulty"
    THING_READY = "thing_ready"
    THING_OUT = "thing_out"
    THING_BACK = "thing_back"
    THING_RETIRE = "thing_retire"
    THING_AGAIN = "thing_again"
    THINGS_IMPORT = "things_import"

    @property
    def can_be_undone(self) -> bool:
        """Whether the event can be undone; all of them can."""
        return True

    @property
    def need(self) -> Need:
        """Areas and teams are for whoever runs the service, things for everybody; the desk says what of them is not."""
        return OF_THE_STORE if self in _OF_THE_STORE else OF_CARS


_OF_THE_STORE = frozenset(
    {RegisterEvent.AREA_ADD, RegisterEvent.AREA_CHANGE, RegisterEvent.TEAM_CHANGE, RegisterEvent.TEAM_MEMBERS}
)
