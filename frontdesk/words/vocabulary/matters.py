"""The names of the values and events of matters, approvals, measures and the monthly review."""

from collections.abc import Mapping

from frontdesk.domain.approvals.approval import ApprovalState, Verdict, What
from frontdesk.domain.approvals.events import ApprovalEvent
from frontdesk.domain.cases.clocks import ClockState
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.events import MatterEvent
from frontdesk.domain.matters.matter import MatterKind, Obstacle, Outcome
from frontdesk.domain.measures.events import MeasureEvent
from frontdesk.domain.measures.measure import EffectVerdict, MeasureAct, MeasureState
from frontdesk.domain.retention.terms import RecordClass
from frontdesk.domain.review.events import ReviewEvent
from frontdesk.domain.review.review import ReviewState
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (MatterKind.REVIEW, N_("monthly review")),
    (MatterKind.MEASURE, N_("corrective measure")),
    (MatterKind.PURGE, N_("clearing")),
    (MatterKind.PLAN, N_("plan")),
    (MatterKind.RUN, N_("step by step")),
    (MatterKind.PROGRESS, N_("car in repair")),
    (MatterKind.RESCUE, N_("roadside rescue")),
    (MatterKind.INCIDENT, N_("incident")),
    (MatterKind.FORECAST, N_("weather of the day")),
    (Outcome.DONE, N_("brought to an end")),
    (Outcome.DROPPED, N_("dropped")),
    (Outcome.MISTAKE, N_("a mistake: there was nothing")),
    (Outcome.STOPPED, N_("stopped by a real incident")),
    (Obstacle.NOT_ENDED, N_("nobody has declared it over")),
    (Obstacle.DUE, N_("something is still owed")),
    (Obstacle.APPROVAL, N_("a signature is asked for")),
    (Obstacle.IN_FORCE, N_("it is in force until a newer version takes its place")),
    (Obstacle.PART, N_("a measure is neither checked nor dropped")),
    (Obstacle.MESSAGE, N_("somebody is still to be told")),
    (Obstacle.NOT_APPROVED, N_("nobody has signed it")),
    (Obstacle.RUN, N_("steps are still to be done")),
    (Obstacle.NOT_PURGED, N_("what is expired is not cleared yet")),
    (Obstacle.NOT_HANDED_BACK, N_("the car was not handed back")),
    (Obstacle.NO_RESULT, N_("the rescue is not over")),
    (DueName.REVIEW, N_("submit the review")),
    (DueName.MEASURE_DONE, N_("carry out the measure")),
    (DueName.MEASURE_CHECK, N_("look what came of it")),
    (DueName.APPROVAL, N_("sign it")),
    (DueName.APPROVAL_CONFIRM, N_("confirm what was approved by phone")),
    (DueName.PLAN_PUBLISH, N_("put the plan in force")),
    (DueName.PLAN_READ, N_("read the plan")),
    (DueName.PLAN_REVIEW, N_("look the plan through")),
    (DueName.PURGE, N_("clear what was signed: frontdesk retention purge")),
    (DueName.STEP, N_("do the step")),
    (DueName.WORD, N_("tell the customer")),
    (DueName.PROMISE, N_("have the car ready")),
    (DueName.FOUND, N_("tell what was found")),
    (DueName.RESCUE_PLAN, N_("plan the rescue")),
    (DueName.RESCUE_CONSENT, N_("ask the customer")),
    (DueName.RESCUE_PARTS, N_("hand out the parts")),
    (DueName.RESCUE_DEPARTURE, N_("the team leaves")),
    (DueName.RESCUE_TOLD, N_("tell when it arrives")),
    (DueName.RESCUE_CONTACT, N_("word from the road due")),
    (DueName.RESCUE_ETA, N_("the team arrives")),
    (DueName.RESCUE_CHECK, N_("check fault and parts")),
    (DueName.RESCUE_RESULT, N_("say what came of it")),
    (DueName.RESCUE_FOLLOW_UP, N_("ask how it was")),
    (DueName.FORECAST, N_("look up the weather")),
    (ClockState.RUNNING, N_("not yet due")),
    (ClockState.SOON, N_("due soon")),
    (ClockState.OVERDUE, N_("overdue")),
    (ClockState.PAUSED, N_("paused")),
    (ClockState.WITHDRAWN, N_("withdrawn")),
    (ClockState.MET, N_("done")),
    (ClockState.MET_LATE, N_("done late")),
    (ClockState.LIFTED, N_("no longer owed")),
    (What.REVIEW, N_("monthly review")),
    (What.PURGE, N_("clearing")),
    (RecordClass.VISITS, N_("records of visits")),
    (RecordClass.CASES, N_("closed cases")),
    (RecordClass.APPOINTMENTS, N_("appointments of the past")),
    (What.PLAN, N_("plan")),
    (What.RESCUE, N_("plan of a rescue")),
    (ApprovalState.ASKED, N_("waits for a signature")),
    (ApprovalState.APPROVED, N_("approved")),
    (ApprovalState.REJECTED, N_("rejected")),
    (ApprovalState.LAPSED, N_("lapsed: to be submitted anew")),
    (Verdict.APPROVED, N_("approved")),
    (Verdict.REJECTED, N_("rejected")),
    (Verdict.CONFIRMED, N_("confirmed in person")),
    (MeasureState.PROPOSED, N_("proposed")),
    (MeasureState.AGREED, N_("agreed on")),
    (MeasureState.DONE, N_("carried out")),
    (MeasureState.CHECKED, N_("checked")),
    (MeasureState.DROPPED, N_("dropped")),
    (MeasureAct.AGREE, N_("agree on it")),
    (MeasureAct.DONE, N_("call it carried out")),
    (MeasureAct.CHECK, N_("check it")),
    (MeasureAct.DROP, N_("drop it")),
    (EffectVerdict.EFFECTIVE, N_("it did good")),
    (EffectVerdict.NO_CHANGE_SEEN, N_("no change seen")),
    (EffectVerdict.WORSE, N_("it got worse")),
    (EffectVerdict.CARRIED_OUT, N_("carried out, nothing to measure")),
    (ReviewState.DRAFT, N_("draft")),
    (ReviewState.SUBMITTED, N_("submitted")),
    (ReviewState.APPROVED, N_("approved")),
    (MatterEvent.CLOSE, N_("close it")),
    (MatterEvent.PUT_OFF, N_("put it off")),
)

EVENTS: Mapping[str, str] = {
    MatterEvent.CLOSE: N_("matter closed"),
    MatterEvent.PUT_OFF: N_("agreed anew by when"),
    ApprovalEvent.SIGN: N_("signed"),
    ApprovalEvent.BY_PHONE: N_("approved by phone"),
    ApprovalEvent.REJECT: N_("rejected"),
    ApprovalEvent.CONFIRM: N_("approval by phone confirmed"),
    MeasureEvent.PROPOSE: N_("measure proposed"),
    MeasureEvent.AGREE: N_("measure agreed on"),
    MeasureEvent.DONE: N_("measure carried out"),
    MeasureEvent.CHECK: N_("measure checked"),
    MeasureEvent.DROP: N_("measure dropped"),
    ReviewEvent.OPEN: N_("monthly review opened"),
    ReviewEvent.CAUSE: N_("causes said"),
    ReviewEvent.LEAVE: N_("cause left without a measure"),
    ReviewEvent.SUBMIT: N_("monthly review submitted"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
