"""One case as a row of a list: its number, its owner, every running clock, and further details (C12, S4)."""

from collections.abc import Iterable

from rich.cells import cell_len

from frontdesk.domain.cases.case import AtQuality, Case, ReportedTo, Severity
from frontdesk.domain.cases.excerpt import Excerpt, excerpt
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from screens.cases.clocks import due_spans
from screens.kit.lines import Line, Span, fit, shortened, width_of

_OWNER = 10
"""How many cells the plate takes, or the customer's name if there is no plate."""
_WIDE, _CLOCKS, _CLOCKS_WIDE = 112, 40, 58
"""How many cells the clocks take at least, so that the text after them is aligned; more in rows from `_WIDE` on."""
_WORTHWHILE = 4
"""The customer's words are left out if fewer cells are free."""
_FOUND = 20
"""How many cells what was found in the customer's words takes at least, in a row that is wide enough."""
_NARROW = 60


def case_line(
    case: Case, now: Millis, width: int, *, warning: Millis, marked: bool, sought: Iterable[str] = ()
) -> Line:
    """Return one case as a row; only the number, the owner and the drill mark take precedence over the clocks.

    `warning`: how long before its due time a clock warns. `sought`: the words that somebody looks for; if the customer
    said one of them, it is in the row too.
    """
    said = excerpt(case.words, sought)
    reserved = _FOUND if said and width >= _NARROW else 0
    number = Span(f"{'▸' if marked else ' '}{case.id:>5} ", "chosen" if marked else "head")
    plate = show_plate(case.plate)
    owner = plate or shortened(case.customer, _OWNER) or "–"
    whose = Span(owner + " " * (max(0, _OWNER - Span(owner).width) + 1))
    name = Span(case.customer if owner != case.customer else "")
    drill, to_do = drill_mark(case), to_do_marks(case)
    room = width - number.width - whose.width - _taken(drill) - reserved
    clocks = due_spans(case, now, warning, room, beside=_taken(to_do))
    due = width_of(clocks)
    marks = [*drill, *_kept(case, to_do, room - due, name.width + 1)]
    room -= due + _taken(marks) - _taken(drill)
    filled = max(0, min(room, (_CLOCKS_WIDE if width >= _WIDE else _CLOCKS) - due))
    line = (number, whose, *clocks, Span(" " * filled), *(piece for mark in marks for piece in (Span(" "), mark)))
    if said and reserved:
        return fit((*line, Span(" "), *_found(said, room - filled + reserved - 1)), width)
    if room <= filled:
        return fit(line, width)
    rest = " ".join(filter(None, (name.text, *case.words[:width].split(), word(case.kind), word(case.stage))))
    return (*line, Span(" " + _filling(name, rest, room - filled - 1)))


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


def _kept(case: Case, to_do: list[Span], room: int, name: int) -> list[Span]:
    """Return the marks there is room for, each with the blank before it, the severity first."""
    kept: list[Span] = []
    for mark in to_do:
        if _taken([*kept, mark]) <= room:
            kept.append(mark)
    if case.severity is Severity.MAJOR:
        # Its clocks say so too: the name goes before it, where there is room for the whole of it.
        major = [Span(word(case.severity), "over"), *kept]
        left = room - _taken(major)
        return major if left >= name or (left >= 0 and room - _taken(kept) < name) else kept
    return kept


def _filling(name: Span, rest: str, room: int) -> str:
    """Return the words that fit, padded to `room`; if the name just fits, it stands alone so that it is not cut."""
    if 0 <= room - name.width < _WORTHWHILE - 1:
        words = name.text
    else:
        words = shortened(rest, room) if room >= _WORTHWHILE else ""
    return words + " " * (room - cell_len(words))


def drill_mark(case: Case) -> list[Span]:
    """Return the mark of a drill (S4)."""
    return [Span(_("DRILL"), "answered")] if case.is_drill else []


def to_do_marks(case: Case) -> list[Span]:
    """Return a word for each thing to do besides the clocks (Q4, C5, Q5)."""
    found: list[Span] = []
    if case.is_open and case.reported_to is not ReportedTo.NOBODY:
        above = {ReportedTo.MANAGER: _("↑ manager"), ReportedTo.DIRECTOR: _("↑ director")}
        found.append(Span(above[case.reported_to], "warn"))
    if case.is_open and case.at_quality is not AtQuality.NO:
        answered = case.at_quality is AtQuality.ANSWERED
        found.append(Span(_("quality ✓ pass on") if answered else _("quality"), "warn" if answered else "key"))
    if case.to_write_up:
        found.append(Span(_("write up"), "warn"))
    return found


def _taken(marks: list[Span]) -> int:
    return width_of(marks) + len(marks)
