"""The names of the values and events of call tickets."""

from collections.abc import Mapping

from frontdesk.domain.lounge import TicketEvent, TicketState
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (TicketState.WAITING, N_("waiting")),
    (TicketState.CALLED, N_("called up")),
    (TicketState.NO_SHOW, N_("no-show")),
)

EVENTS: Mapping[str, str] = {
    TicketEvent.CALL: N_("customer called"),
    TicketEvent.NO_SHOW: N_("no-show"),
    TicketEvent.RESTORE: N_("no-show taken back"),
    TicketEvent.RETURN: N_("back into the zone"),
    TicketEvent.RENEW: N_("diversion renewed"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
