"""The names of the events of customers' data."""

from collections.abc import Mapping

from frontdesk.domain.forgetting.events import ForgetEvent
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

EVENTS: Mapping[str, str] = {
    ForgetEvent.FORGET: N_("customer forgotten"),
    ForgetEvent.PURGE_ASK: N_("expired records submitted to be cleared"),
}

VOCABULARY = Vocabulary(events=EVENTS)
