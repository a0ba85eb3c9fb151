"""The events of call tickets as lines of the log."""

from collections.abc import Callable, Mapping

from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.lounge import TicketEvent
from frontdesk.words.lookup import event_word


def ticket_done(ticket: str, kind: str) -> str:
    """Return the action and its ticket: A007 customer called."""
    return f"{ticket} {event_word(kind)}"


SAYS: Mapping[str, Callable[[Happened], str]] = dict.fromkeys(
    TicketEvent, lambda entry: ticket_done(entry.detail, entry.kind)
)

GO_SOMEWHERE = (TicketEvent.CALL, TicketEvent.RETURN)
