"""One case as a row of a list: its number, its plate, its customer, every running clock, and more (C12, S4)."""

from collections.abc import Iterable

from rich.cells import cell_len

from frontdesk.domain.cases.asks import Asked
from frontdesk.domain.cases.case import AtQuality, Case, ReportedTo, Severity
from frontdesk.domain.cases.excerpt import Excerpt, excerpt
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from screens.cases.clocks import due_spans
from screens.kit.spans import Line, Span, fit, shortened, width_of

_NUMBER, _OWNER = 5, 10
"""How many cells the number takes, and the plate, or in a narrow row the name of a customer who has none."""
_NAME, _NAME_WIDE = 8, 12
"""How many cells of the customer's name are always there: it never yields to a clock."""
_WIDE, _CLOCKS, _CLOCKS_WIDE = 112, 40, 58
"""How many cells the clocks take at least, so that the text after them is aligned; more in rows from `_WIDE` on."""
_WORTHWHILE = 4
"""The customer's words are left out if fewer cells are free."""
_FOUND = 20
"""How many cells what was found in the customer's words takes at least, in a row that is wide enough."""
_NARROW = 60


def heading(width: int) -> Line:
    """Return what stands above the columns of the rows."""
    named = _name_cells(width)
    number = shortened(_("no."), _NUMBER)
    columns = [Span(f"{' ' * (_NUMBER + 1 - cell_len(number))}{number} ", "dim")]
    columns += fit([Span(_("plate"), "dim")], _OWNER + 1)
    columns += fit([Span(_("customer"), "dim")], named + 1) if named else ()
    return fit([*columns, Span(_("due first"), "dim")], width)


def case_line(
    case: Case, now: Millis, width: int, *, warning: Millis, marked: bool, sought: Iterable[str] = ()
) -> Line:
    """Return one case as a row; number, plate, name, drill and severity take precedence over the clocks.

    `warning`: how long before its due time a clock warns. `sought`: the words that somebody looks for; if the customer
    said one of them, it is in the row too.
    """
    said = excerpt(case.words, sought)
    reserved = _FOUND if said and width >= _NARROW else 0
    first = _first(case, width, marked=marked)
    kept, to_do = [*drill_mark(case), *_major(case)], to_do_marks(case)
    room = width - width_of(first) - _taken(kept) - reserved
    clocks = due_spans(case, now, warning, room, beside=_taken(to_do))
    due = width_of(clocks)
    marks = [*kept, *_fitting(to_do, room - due)]
    room -= due + _taken(marks) - _taken(kept)
    filled = max(0, min(room, (_CLOCKS_WIDE if width >= _WIDE else _CLOCKS) - due))
    line = (*first, *clocks, Span(" " * filled), *(piece for mark in marks for piece in (Span(" "), mark)))
    if said and reserved:
        return fit((*line, Span(" "), *_found(said, room - filled + reserved - 1)), width)
    if room <= filled:
        return fit(line, width)
    cut = case.customer if cell_len(case.customer) > _name_cells(width) else ""
    rest = " ".join(filter(None, (cut, *case.words[:width].split(), word(case.kind), word(case.stage))))
    return (*line, Span(" " + _filling(rest, room - filled - 1)))


def masked(case: Case) -> Case:
    """Return a case as a row shows it at a station that was left alone: without the customer's name and words."""
    return case._replace(customer=_("covered"), words="")


def _name_cells(width: int) -> int:
    """Return how many cells of a row are the customer's name."""
    return 0 if width < _NARROW else _NAME if width < _WIDE else _NAME_WIDE


def _first(case: Case, width: int, *, marked: bool) -> Line:
    """Return the number, the plate and the customer's name, each in its column."""
    named, plate = _name_cells(width), show_plate(case.plate)
    number = Span(f"{'▸' if marked else ' '}{case.id:>{_NUMBER}} ", "chosen" if marked else "dim")
    owner = plate or ("–" if named else shortened(case.customer, _OWNER) or "–")
    # A plate that is longer than its column pushes the name on, and is not cut.
    whose = Span(owner + " " * (max(0, _OWNER - cell_len(owner)) + 1), "chosen" if marked else "head")
    if not named:
        return (number, whose)
    return (number, whose, *fit([Span(shortened(case.customer, named))], named), Span(" "))


def first_columns(number: int, name: str, width: int, *, marked: bool) -> Line:
    """Return the columns of a row that is no case: its number, and what it is in the place of plate and customer."""
    room = _OWNER + 1 + (_name_cells(width) + 1 if _name_cells(width) else 0)
    counted = Span(f"{'▸' if marked else ' '}{number:>{_NUMBER}} ", "chosen" if marked else "dim")
    return (counted, *fit([Span(shortened(name, room - 1), "chosen" if marked else "head")], room))


def _found(said: Excerpt, room: int) -> Line:
    """Return what was found and the words around it, in `room` cells."""
    found = shortened(said.found, room)
    left = room - cell_len(found)
    after = shortened(said.after, left - min(cell_len(said.before), left // 3)) if left > 0 else ""
    before = said.before
    while cell_len(before) > left - cell_len(after):
        before = f"…{before[2:]}" if before.startswith("…") else f"…{before[1:]}"
        if before == "…" and left - cell_len(after) < 1:
            before = ""
    return (Span(before), Span(found, "found"), Span(after))


def _major(case: Case) -> list[Span]:
    """Return the severity where it is more than ordinary: it never yields to a clock."""
    return [Span(word(Severity.MAJOR), "over")] if case.severity is Severity.MAJOR else []


def _fitting(to_do: list[Span], room: int) -> list[Span]:
    """Return the marks there is room for, each with the blank before it."""
    kept: list[Span] = []
    for mark in to_do:
        if _taken([*kept, mark]) <= room:
            kept.append(mark)
    return kept


def _filling(rest: str, room: int) -> str:
    """Return the words that fit, padded to `room`."""
    words = shortened(rest, room) if room >= _WORTHWHILE else ""
    return words + " " * (room - cell_len(words))


def drill_mark(case: Case) -> list[Span]:
    """Return the mark of a drill (S4)."""
    return [Span(_("DRILL"), "answered")] if case.is_drill else []


def to_do_marks(case: Case) -> list[Span]:
    """Return a word for each thing to do besides the clocks (Q4, C5, C17, Q5)."""
    found: list[Span] = []
    if case.is_open and case.reported_to is not ReportedTo.NOBODY:
        above = {ReportedTo.MANAGER: _("↑ manager"), ReportedTo.DIRECTOR: _("↑ director")}
        found.append(Span(above[case.reported_to], "warn"))
    if case.is_open and case.at_quality is not AtQuality.NO:
        answered = case.at_quality is AtQuality.ANSWERED
        found.append(Span(_("quality ✓ pass on") if answered else _("quality"), "warn" if answered else "key"))
    if case.is_open and case.asked:
        is_here = Asked.SAMPLE_HERE in case.asked
        found.append(Span(_("send the part") if is_here else _("awaiting others"), "warn" if is_here else "key"))
    if case.to_write_up:
        found.append(Span(_("write up"), "warn"))
    return found


def _taken(marks: list[Span]) -> int:
    return width_of(marks) + len(marks)
