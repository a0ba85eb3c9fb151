"""The events about playbooks and runs in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CARS, OF_CASES, OF_THE_STORE, Need


class RunEvent(Event):
    """What was done about a playbook or a run."""

    LOAD = "playbook_load"
    START = "run_start"
    TAKE = "step_take"
    DONE = "step_done"
    FAIL = "step_fail"
    SKIP = "step_skip"
    MEASURE = "step_measure"
    SEEN = "step_seen"
    """The program saw by itself that a step is done, or that it is not any more."""
    FACT = "run_fact"
    LEAD = "run_lead"

    @property
    def can_be_undone(self) -> bool:
        """A step can be taken back as long as nobody built on it; who leads is put right by handing over again."""
        return self not in {RunEvent.LOAD, RunEvent.LEAD}

    @property
    def need(self) -> Need:
        """A step is for whoever's it is; playbooks are for whoever runs the service."""
        if self is RunEvent.LOAD:
            return OF_THE_STORE
        return OF_CASES if self is RunEvent.LEAD else OF_CARS
