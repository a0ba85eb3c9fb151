"""The names of the policy's events."""

from collections.abc import Mapping

from frontdesk.domain.policy.events import PolicyEvent
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

EVENTS: Mapping[str, str] = {
    PolicyEvent.POLICY: N_("policy put in force"),
}

VOCABULARY = Vocabulary(events=EVENTS)
