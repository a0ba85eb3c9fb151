"""A matter as a row of the queue: its number, its kind, what is owed for it and by when, its title (Z7)."""

from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.progress.stage import stage
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.matters import due_word, time_left, title_of
from screens.cases.clocks import TONES
from screens.cases.row import first_columns
from screens.kit.spans import Line, Span, fit, shortened, width_of


def said_of(snapshot: Snapshot, matter: Matter) -> str:
    """Return a car in repair in words: its plate, how far it is, where the customer waits; nothing of others."""
    car = next((each for each in snapshot.repairs if each.id == matter.id), None)
    return "" if car is None else " ".join((show_plate(car.plate), word(stage(car)), word(car.waits)))


def matter_line(matter: Matter, now: Millis, width: int, *, warning: Millis, marked: bool, said: str = "") -> Line:
    """Return one matter as a row. `warning`: how long before it is due it warns; `said`: in the place of its title."""
    first = first_columns(matter.id, word(matter.kind), width, marked=marked)
    due = matter.next_due
    owed = Span(_("nothing due"), "dim")
    if due is not None:
        owed = Span(f"{due_word(due)} {time_left(due, now)}", TONES[due.state(now, warning)])
    line = (*first, owed, Span("  "))
    who = f" · {due.person}" if due is not None and due.person else ""
    room = width - width_of(line)
    return fit((*line, Span(shortened(f"{said or title_of(matter)}{who}", max(0, room)))), width)
