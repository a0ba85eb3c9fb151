"""The events about areas, teams, things and contacts in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CARS, OF_CASES, OF_THE_STORE, Need


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
    CONTACT_ADD = "contact_add"
    CONTACT_CHANGE = "contact_change"
    CONTACT_REMOVE = "contact_remove"
    CONTACT_CALLED = "contact_called"
    CONTACT_TRIED = "contact_tried"
    """Nobody answered, or it is not their number."""
    CALLING_BEGIN = "calling_begin"
    CONTACTS_IMPORT = "contacts_import"

    @property
    def can_be_undone(self) -> bool:
        """Whether the event can be undone; all of them can."""
        return True

    @property
    def need(self) -> Need:
        """Areas and teams are for whoever runs the service, contacts for whoever works at the desk.

        Things, and calling a contact through, are for everybody; the desk says what of that is not.
        """
        if self in _OF_THE_STORE:
            return OF_THE_STORE
        return OF_CASES if self in _OF_THE_DESK else OF_CARS


_OF_THE_STORE = frozenset(
    {RegisterEvent.AREA_ADD, RegisterEvent.AREA_CHANGE, RegisterEvent.TEAM_CHANGE, RegisterEvent.TEAM_MEMBERS}
)
_OF_THE_DESK = frozenset(
    {
        RegisterEvent.CONTACT_ADD,
        RegisterEvent.CONTACT_CHANGE,
        RegisterEvent.CONTACT_REMOVE,
        RegisterEvent.CONTACTS_IMPORT,
        RegisterEvent.CALLING_BEGIN,
    }
)
