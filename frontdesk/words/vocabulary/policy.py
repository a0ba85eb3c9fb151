"""The names of the policy's events."""

from collections.abc import Mapping

from frontdesk.domain.policy.events import PolicyEvent
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

EVENTS: Mapping[str, str] = {
    PolicyEvent.POLICY: N_("policy put in force"),
    PolicyEvent.PUBLISHED: N_("plan put in force with its numbers"),
    PolicyEvent.EMERGENCY: N_("number changed at once for a day"),
    PolicyEvent.FELL_BACK: N_("number fell back to what is approved"),
    PolicyEvent.TEMPLATE: N_("group template accepted, in force"),
}

VOCABULARY = Vocabulary(events=EVENTS)
