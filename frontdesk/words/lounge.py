"""What was done with call tickets, as a line of the log says it."""

from collections.abc import Callable, Mapping

from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.lounge import TicketEvent
from frontdesk.words.lookup import event_word


def ticket_done(ticket: str, kind: str) -> str:
    """Return what was done with which ticket: A007 customer called."""
    return f"{ticket} {event_word(kind)}"


SAYS: Mapping[str, Callable[[Happened], str]] = dict.fromkeys(
    TicketEvent, lambda entry: ticket_done(entry.detail, entry.kind)
)

GO_SOMEWHERE = (TicketEvent.CALL, TicketEvent.RETURN)
