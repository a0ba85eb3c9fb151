"""The names of the values and events of cameras at the gate."""

from collections.abc import Mapping

from frontdesk.domain.gates import Direction, GateEvent, Outcome
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (Direction.IN, N_("in")),
    (Direction.OUT, N_("out")),
    (Direction.BOTH, N_("in and out")),
    (Outcome.DONE, N_("registered")),
    (Outcome.UNSURE, N_("shown to the guard")),
    (Outcome.AGAIN, N_("on record already")),
)

EVENTS: Mapping[str, str] = {
    GateEvent.ADD: N_("gate put in"),
    GateEvent.REMOVE: N_("gate taken out"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
