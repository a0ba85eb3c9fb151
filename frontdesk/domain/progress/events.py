"""The events about cars in repair in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CARS, OF_CASES, Need


class ProgressEvent(Event):
    """What was done about the repair of a car."""

    OPEN = "progress_open"
    ASSIGN = "job_assigned"
    START = "job_started"
    HOLD = "job_held"
    DONE = "job_done"
    DROP = "job_dropped"
    FOUND = "problem_found"
    DECIDE = "problem_decided"
    RELEASE = "jobs_released"
    CHECK = "quality_checked"
    FAIL = "quality_failed"
    PROMISE = "promise_given"
    KEEP = "promise_confirmed"
    PART = "part_used"
    WAITS = "customer_waits"
    TELL = "customer_told"
    HAND_BACK = "car_handed_back"

    @property
    def can_be_undone(self) -> bool:
        """Whether the event can be undone; every event about a car in repair can."""
        return True

    @property
    def need(self) -> Need:
        """It is for whoever works at the desk; work on a car is for technicians too, which the desk sees to."""
        return OF_CARS if self in _WORK else OF_CASES


_WORK = frozenset(
    {ProgressEvent.START, ProgressEvent.HOLD, ProgressEvent.DONE, ProgressEvent.FOUND, ProgressEvent.PART}
)
