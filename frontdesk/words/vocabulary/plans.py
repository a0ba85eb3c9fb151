"""The names of the values and events of plans."""

from collections.abc import Mapping

from frontdesk.domain.plans.events import PlanEvent
from frontdesk.domain.plans.plan import VersionState
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (VersionState.DRAFT, N_("draft")),
    (VersionState.SUBMITTED, N_("submitted")),
    (VersionState.REVIEWED, N_("reviewed")),
    (VersionState.APPROVED, N_("approved")),
    (VersionState.IN_FORCE, N_("in force")),
    (VersionState.SUPERSEDED, N_("superseded")),
    (VersionState.DROPPED, N_("given up")),
)

EVENTS: Mapping[str, str] = {
    PlanEvent.WRITE: N_("plan written"),
    PlanEvent.SUBMIT: N_("plan submitted"),
    PlanEvent.PUBLISH: N_("plan put in force"),
    PlanEvent.READ: N_("plan read"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
