"""The names of the values and events of drills."""

from collections.abc import Mapping

from frontdesk.domain.drills.drill import Reached
from frontdesk.domain.drills.events import DrillEvent
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (Reached.REACHED, N_("achieved")),
    (Reached.GAPS, N_("achieved with gaps")),
    (Reached.NOT_REACHED, N_("not achieved")),
)

EVENTS: Mapping[str, str] = {
    DrillEvent.PLAN: N_("drill planned"),
    DrillEvent.START: N_("drill begun"),
    DrillEvent.SCORE: N_("drill scored"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
