"""The events about belonging to a group of stores."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_THE_STORE, OF_TIME, Need


class GroupEvent(Event):
    """What was decided about the group; nothing that head office does is an event of the store."""

    JOINED = "group_joined"
    """The log is shared with head office from here on; the event tells what of the rows no event told before."""
    LEFT = "group_left"
    EPOCH = "group_epoch"
    """A person found that two copies of the store had gone on, and let this one count from here on."""
    TOLD = "group_told"
    """After an update of the program: what it filled in that no event tells."""
    SHARED = "group_shared"
    """More or less of the log is shared from here on: all of it is sent anew, as it is shared now."""

    @property
    def is_passing(self) -> bool:
        """What an update filled in nobody did."""
        return self is GroupEvent.TOLD

    @property
    def need(self) -> Need:
        """It is for whoever runs the service."""
        return OF_TIME if self is GroupEvent.TOLD else OF_THE_STORE


class TemplateEvent(Event):
    """What became known of head office's templates; what the director decides is an approval's event."""

    OFFERED = "template_offered"
    TAKEN_BACK = "template_taken_back"

    @property
    def is_passing(self) -> bool:
        """Nobody at the store did it."""
        return True

    @property
    def need(self) -> Need:
        """It comes from head office, whoever is there."""
        return OF_TIME
