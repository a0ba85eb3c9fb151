"""The names of the values and events of cameras at the gate."""

from collections.abc import Mapping

from frontdesk.domain.gates import Direction, GateEvent
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (Direction.IN, N_("in")),
    (Direction.OUT, N_("out")),
    (Direction.BOTH, N_("in and out")),
)

EVENTS: Mapping[str, str] = {
    GateEvent.ADD: N_("gate put in"),
    GateEvent.REMOVE: N_("gate taken out"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
