"""A matter as a row of the queue: its number, its kind, what is owed for it and by when, its title (Z7)."""

from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.matters import due_word, time_left
from screens.cases.clocks import TONES
from screens.cases.row import first_columns
from screens.kit.spans import Line, Span, fit, shortened, width_of


def matter_line(matter: Matter, now: Millis, width: int, *, warning: Millis, marked: bool) -> Line:
    """Return one matter as a row. `warning`: how long before it is due it warns."""
    first = first_columns(matter.id, word(matter.kind), width, marked=marked)
    due = matter.next_due
    owed = Span(_("nothing due"), "dim")
    if due is not None:
        owed = Span(f"{due_word(due)} {time_left(due, now)}", TONES[due.state(now, warning)])
    line = (*first, owed, Span("  "))
    who = f" · {due.person}" if due is not None and due.person else ""
    room = width - width_of(line)
    return fit((*line, Span(shortened(f"{clean_line(matter.title)}{who}", max(0, room)))), width)
