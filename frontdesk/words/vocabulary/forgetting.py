"""The name of the event of a customer's data."""

from collections.abc import Mapping

from frontdesk.domain.forgetting.events import ForgetEvent
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

EVENTS: Mapping[str, str] = {ForgetEvent.FORGET: N_("customer forgotten")}

VOCABULARY = Vocabulary(events=EVENTS)
