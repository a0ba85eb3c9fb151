"""The sentences of refusals about replaying a visit log."""

from frontdesk.domain.replay import ReplayReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    ReplayReason.BAD_LOG: N_("{path} is not a visit log: {detail}"),
    ReplayReason.STORE_IN_USE: N_("{path} holds a store's own records. A replay needs a database of its own."),
}

REFUSALS = Refusals(SENTENCES)
