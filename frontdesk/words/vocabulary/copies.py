"""The names of what becomes of copies, and of the events about them."""

from collections.abc import Mapping

from frontdesk.domain.agenda.events import AgendaEvent, RunState
from frontdesk.domain.copies.events import CopyEvent
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

EVENTS: Mapping[str, str] = {
    AgendaEvent.CAME: N_("come by itself"),
    AgendaEvent.ENDED: N_("ended by itself"),
    CopyEvent.PLANNED: N_("copies planned"),
    CopyEvent.MADE: N_("copy of the database made"),
    CopyEvent.FAILED: N_("copy of the database not made"),
    CopyEvent.DRILL: N_("restore drill"),
}

VALUES: tuple[tuple[object, str], ...] = (
    (RunState.DUE, N_("due now")),
    (RunState.DONE, N_("passed")),
    (RunState.FAILED, N_("failed")),
    (RunState.MISSED, N_("missed")),
)

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
