"""The names of the events of the record itself."""

from collections.abc import Mapping

from frontdesk.domain.journal.events import JournalEvent
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

EVENTS: Mapping[str, str] = {
    JournalEvent.UNDO: N_("undone"),
    JournalEvent.RESTORE: N_("backup restored"),
    JournalEvent.COMPACT: N_("log made shorter"),
    JournalEvent.CLOCK: N_("clock set, what is open moved along"),
}

VOCABULARY = Vocabulary(events=EVENTS)
