"""The names of the values and events of quotations."""

from frontdesk.domain.quotes import QuoteEvent, QuoteState
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VOCABULARY = Vocabulary(
    values=(
        (QuoteState.VALID, N_("holds")),
        (QuoteState.EXPIRED, N_("not valid any more")),
        (QuoteState.REPLACED, N_("replaced by a newer one")),
    ),
    events={QuoteEvent.ADD: N_("quotation given")},
)
