"""The names of the values and events of a group of stores."""

from collections.abc import Mapping

from frontdesk.domain.group.events import GroupEvent, TemplateEvent
from frontdesk.domain.group.share import Share
from frontdesk.domain.group.templates import OfferState
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (Share.FIGURES, N_("figures only")),
    (Share.MASKED, N_("without customers")),
    (Share.FULL, N_("everything")),
    (OfferState.NOT_YET, N_("not there yet")),
    (OfferState.OFFERED, N_("waits for the director")),
    (OfferState.ACCEPTED, N_("accepted")),
    (OfferState.IN_PLAN, N_("accepted; its plan is on its way")),
    (OfferState.DECLINED, N_("declined")),
    (OfferState.TAKEN_BACK, N_("ended without a decision")),
)

EVENTS: Mapping[str, str] = {
    GroupEvent.JOINED: N_("joined the group"),
    GroupEvent.LEFT: N_("left the group"),
    GroupEvent.EPOCH: N_("this copy of the store counts"),
    GroupEvent.TOLD: N_("told what an update filled in"),
    GroupEvent.SHARED: N_("shared otherwise with head office"),
    TemplateEvent.OFFERED: N_("head office offers a template"),
    TemplateEvent.TAKEN_BACK: N_("head office's offer taken back"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
