"""The events of escalations as lines of the log."""

from collections.abc import Callable, Mapping

from frontdesk.domain.escalations.events import EscalationEvent
from frontdesk.domain.escalations.tasks import Errand
from frontdesk.domain.escalations.terms import Action
from frontdesk.domain.journal.happened import Happened
from frontdesk.words.lookup import event_word, word_of
from frontdesk.words.phrases import labelled

SAYS: Mapping[str, Callable[[Happened], str]] = {
    EscalationEvent.ACT: lambda entry: word_of(Action, entry.detail),
    EscalationEvent.DONE: lambda entry: labelled(event_word(entry.kind), word_of(Errand, entry.detail)),
}

GO_SOMEWHERE = (EscalationEvent.ACT, EscalationEvent.DONE)
