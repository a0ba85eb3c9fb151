"""The names of the values and events of playbooks and runs."""

from collections.abc import Mapping

from frontdesk.domain.runs.acts import StepAct
from frontdesk.domain.runs.events import RunEvent
from frontdesk.domain.runs.playbook import About, PlaybookKind
from frontdesk.domain.runs.run import RunOutcome, StepState
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (StepState.WAITING, N_("waits for other steps")),
    (StepState.OPEN, N_("can be done now")),
    (StepState.TAKEN, N_("somebody is at it")),
    (StepState.DONE, N_("done")),
    (StepState.FAILED, N_("not in order")),
    (StepState.SKIPPED, N_("skipped with a reason")),
    (StepAct.TAKE, N_("take the step")),
    (StepAct.DONE, N_("call the step done")),
    (StepAct.FAIL, N_("say what is not in order")),
    (StepAct.SKIP, N_("skip the step")),
    (RunOutcome.DONE, N_("every step done")),
    (RunOutcome.STOPPED, N_("stopped before its end")),
    (RunOutcome.MISSED, N_("not done in its time")),
    (About.STORE, N_("of the store")),
    (About.CAR, N_("of a car")),
    (About.HOLIDAY, N_("for a holiday")),
    (About.CHECK, N_("for a check")),
    (PlaybookKind.WORK, N_("done step by step")),
    (PlaybookKind.INCIDENT, N_("for an incident")),
)

EVENTS: Mapping[str, str] = {
    RunEvent.LOAD: N_("playbook loaded"),
    RunEvent.START: N_("run begun"),
    RunEvent.TAKE: N_("step taken"),
    RunEvent.DONE: N_("step done"),
    RunEvent.FAIL: N_("step not in order"),
    RunEvent.SKIP: N_("step skipped"),
    RunEvent.MEASURE: N_("measure against what a step found"),
    RunEvent.SEEN: N_("the program saw how it stands"),
    RunEvent.FACT: N_("said what is so"),
    RunEvent.LEAD: N_("lead handed over"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
