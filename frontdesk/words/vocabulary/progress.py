"""The names of the values and events of cars in repair."""

from collections.abc import Mapping

from frontdesk.domain.progress.events import ProgressEvent
from frontdesk.domain.progress.terms import (
    Decision,
    FoundKind,
    Heard,
    Hold,
    JobKind,
    JobState,
    News,
    Stage,
    Waits,
)
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (JobKind.MAINTENANCE, N_("maintenance job")),
    (JobKind.REPAIR, N_("mechanical job")),
    (JobKind.BODY, N_("body and paint")),
    (JobKind.CHECK, N_("quality check")),
    (JobKind.WASH, N_("car wash")),
    (JobState.WAITING, N_("not begun")),
    (JobState.WORKING, N_("being done")),
    (JobState.HELD, N_("held up")),
    (JobState.DONE, N_("job done")),
    (JobState.DROPPED, N_("not done after all")),
    (Hold.PARTS, N_("for parts")),
    (Hold.CUSTOMER, N_("for the customer")),
    (Hold.PEOPLE, N_("for people")),
    (Hold.OTHER, N_("for something else")),
    (Hold.QUALITY, N_("quality problem")),
    (Waits.LOUNGE, N_("in the lounge")),
    (Waits.AWAY, N_("went away")),
    (FoundKind.QUALITY, N_("quality of the work")),
    (FoundKind.HIDDEN, N_("hidden problem")),
    (Decision.AGREED, N_("customer agrees")),
    (Decision.DECLINED, N_("customer declines")),
    (Decision.LATER, N_("customer: later")),
    (Heard.IN_PERSON, N_("told in person")),
    (Heard.PHONE, N_("told by phone")),
    (Stage.WAITING, N_("to be assigned")),
    (Stage.WORKING, N_("in work")),
    (Stage.FOR_PARTS, N_("waits for parts")),
    (Stage.FOR_CUSTOMER, N_("waits for the customer")),
    (Stage.PAUSED, N_("work paused")),
    (Stage.CHECK, N_("in the check")),
    (Stage.WASH, N_("in the wash")),
    (Stage.READY, N_("ready to hand back")),
    (Stage.HANDED_BACK, N_("handed back")),
    (News.SILENCE, N_("long not heard")),
    (News.WISH, N_("wanted to hear now")),
    (News.PROMISE, N_("new promise")),
    (News.FOUND, N_("problem found")),
    (News.READY, N_("car is ready")),
)

EVENTS: Mapping[str, str] = {
    ProgressEvent.OPEN: N_("repair is followed"),
    ProgressEvent.ASSIGN: N_("job assigned"),
    ProgressEvent.START: N_("job begun"),
    ProgressEvent.HOLD: N_("job held up"),
    ProgressEvent.DONE: N_("job finished"),
    ProgressEvent.DROP: N_("job dropped"),
    ProgressEvent.FOUND: N_("problem noted"),
    ProgressEvent.DECIDE: N_("customer decided"),
    ProgressEvent.RELEASE: N_("stopped jobs go on"),
    ProgressEvent.CHECK: N_("quality check passed"),
    ProgressEvent.FAIL: N_("quality check not passed"),
    ProgressEvent.PROMISE: N_("ready time promised"),
    ProgressEvent.KEEP: N_("promise holds"),
    ProgressEvent.PART: N_("part used"),
    ProgressEvent.WAITS: N_("where the customer waits"),
    ProgressEvent.TELL: N_("customer told"),
    ProgressEvent.HAND_BACK: N_("car handed back"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
