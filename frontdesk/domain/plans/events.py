"""The events about plans in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CARS, OF_THE_STORE, Need


class PlanEvent(Event):
    """What was done about a plan; where its numbers come into force, that is an event of the policy."""

    WRITE = "plan_write"
    SUBMIT = "plan_submit"
    PUBLISH = "plan_publish"
    READ = "plan_read"

    @property
    def need(self) -> Need:
        """Everybody says that they have read it; the rest is for whoever runs the service."""
        return OF_CARS if self is PlanEvent.READ else OF_THE_STORE
