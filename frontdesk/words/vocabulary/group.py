"""The names of the values and events of a group of stores."""

from collections.abc import Mapping

from frontdesk.domain.group.events import GroupEvent
from frontdesk.domain.group.share import Share
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (Share.FIGURES, N_("figures only")),
    (Share.MASKED, N_("without customers")),
    (Share.FULL, N_("everything")),
)

EVENTS: Mapping[str, str] = {
    GroupEvent.JOINED: N_("joined the group"),
    GroupEvent.LEFT: N_("left the group"),
    GroupEvent.EPOCH: N_("this copy of the store counts"),
    GroupEvent.TOLD: N_("told what an update filled in"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
