"""The names of the values and events of penalties."""

from collections.abc import Mapping

from frontdesk.domain.penalties.events import PenaltyEvent
from frontdesk.domain.penalties.terms import Act, PenaltyState
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (PenaltyState.PROPOSED, N_("proposed")),
    (PenaltyState.SIGNED, N_("signed")),
    (PenaltyState.APPEALED, N_("appealed against")),
    (PenaltyState.UPHELD, N_("upheld")),
    (PenaltyState.COUNTERED, N_("countered")),
    (Act.PROPOSE, N_("propose a penalty")),
    (Act.SIGN, N_("sign")),
    (Act.APPEAL, N_("appeal")),
    (Act.UPHOLD, N_("uphold")),
    (Act.COUNTER, N_("counter")),
)

EVENTS: Mapping[str, str] = {
    PenaltyEvent.PROPOSE: N_("penalty proposed"),
    PenaltyEvent.SIGN: N_("penalty signed"),
    PenaltyEvent.APPEAL: N_("penalty appealed against"),
    PenaltyEvent.UPHOLD: N_("penalty upheld"),
    PenaltyEvent.COUNTER: N_("penalty countered"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
