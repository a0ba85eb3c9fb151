"""The events about drills in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CARS, OF_CASES, Need


class DrillEvent(Event):
    """What was done about a drill; that it is held is an incident."""

    PLAN = "drill_plan"
    START = "drill_start"
    SCORE = "drill_score"

    @property
    def can_be_undone(self) -> bool:
        """A plan and a score can be taken back; what sounded has sounded."""
        return self is not DrillEvent.START

    @property
    def need(self) -> Need:
        """It is planned and begun at the desk; whoever looks on scores it, whatever their post."""
        return OF_CARS if self is DrillEvent.SCORE else OF_CASES
