"""The sentences of refusals about undoing and repeated operations."""

from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.lookup import event_word
from frontdesk.words.refusals.refusals import Facts, Refusals, Said

SENTENCES: dict[Reason, str] = {
    JournalReason.NOTHING_TO_UNDO: N_(
        "Nothing to undo: {who} did nothing at this station in the last {seconds} seconds."
    ),
    JournalReason.CANNOT_BE_UNDONE: N_(
        "Not undone: what you did last here cannot be taken back by undo: {what}. If it was wrong, correct it"
        " where you did it."
    ),
    JournalReason.CHANGED_SINCE: N_("Not done: something changed in the meantime. Look at the board and try again."),
    JournalReason.BUILT_ON: N_(
        "Not undone: more was done with it since, by {who} at {at}: {what}. Whoever did that undoes it first, or"
        " corrects it there."
    ),
    JournalReason.OPERATION_USED: N_("This operation id was used for something else: {what}."),
}


_SAYS_WHAT = (JournalReason.OPERATION_USED, JournalReason.CANNOT_BE_UNDONE, JournalReason.BUILT_ON)


def _what_it_was(facts: Facts, said: Said) -> str:
    return " · ".join(filter(None, (said.get("plate"), event_word(said.get("kind", "")))))


REFUSALS = Refusals(
    SENTENCES,
    facts=dict.fromkeys(_SAYS_WHAT, ("what", _what_it_was)),
)
