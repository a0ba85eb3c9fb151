"""The sentences of refusals about call tickets."""

from frontdesk.domain.lounge import LoungeReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    LoungeReason.NO_TICKET: N_("No ticket No. {number} is in force. See frontdesk tickets."),
    LoungeReason.TICKET_NO_SHOW: N_("{ticket} has been a no-show since {at}. Restore it first."),
    LoungeReason.CALLED_TWICE: N_("{ticket} was called twice, last at {at}: bring the car back, or make it a no-show."),
    LoungeReason.NOT_CALLED: N_("{ticket} was not called yet: call it first."),
    LoungeReason.NO_NO_SHOW: N_("{ticket} is no no-show: there is nothing to restore."),
    LoungeReason.NO_FREE_BAY: N_("No bay is free for {ticket}. Wait until one is, then call."),
}

REFUSALS = Refusals(SENTENCES)
