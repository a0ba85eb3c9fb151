"""Something to be told as a row of the queue: its number, how, what is to be done and by when, to whom (P4, S5)."""

from frontdesk.domain.messages.message import TROUBLED, Message, MessageState
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.messages import text_of, when
from screens.cases.row import first_columns
from screens.kit.spans import Line, Span, fit, shortened, width_of


def message_line(message: Message, now: Millis, width: int, *, marked: bool) -> Line:
    """Return one message as a row: what came of it where somebody has to find another way, else when it is told."""
    what = _("tell: {purpose}").format(purpose=word(message.purpose))
    first = first_columns(message.id, what, width, marked=marked)
    if message.state in TROUBLED:
        owed = Span(word(message.state), "over")
    elif message.state is MessageState.DRAFTED:
        owed = Span(f"{word(message.state)} · {_('F10 lets it go')}", "warn")
    else:
        owed = Span(when(message, now), "warn" if message.try_at <= now else "plain")
    line = (*first, owed, Span("  "))
    said = " ".join(filter(None, (show_plate(message.plate), clean_line(message.name), clean_line(text_of(message)))))
    return fit((*line, Span(shortened(said, max(0, width - width_of(line))))), width)
