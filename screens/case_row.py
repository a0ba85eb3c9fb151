"""One case as a row of a list: its number, what is due, how far it has come, whose it is (C12, C5, Q4, Q5, S4)."""

from frontdesk.domain.clock import Millis
from frontdesk.domain.complaints import AtQuality, Complaint, ReportedTo, Severity
from frontdesk.domain.plates import show_plate
from frontdesk.i18n import _
from frontdesk.words import word
from screens.clocks import clock_spans, due_span
from screens.lines import Line, Span, ends, fit, width_of

WIDE = 112
"""From this many cells on every row shows all its clocks; in a narrower list the marked one does."""
_DUE, _CLOCKS = 30, 58
"""How many cells what is due next takes, and all the clocks of a row."""
_OWNER = 18
"""How many cells the plate and the name keep, however much is due."""


def case_line(case: Complaint, now: Millis, width: int, *, warning: Millis, marked: bool) -> Line:
    """Return one case as a row. `warning`: how long before it is due a clock warns."""
    number = Span(f"{'▸' if marked else ' '}{case.id:>5} ", "chosen" if marked else "head")
    signs = marks(case)
    rest = " ".join(
        part for part in (show_plate(case.plate), case.customer, " ".join(case.words.split()), word(case.kind)) if part
    )
    if case.is_open and len(case.clocks) > 1 and (marked or width >= WIDE):
        spans = clock_spans(case, now, warning)
        room = width - number.width - width_of(signs) - _OWNER
        wanted = max(_DUE, width_of(spans)) if marked else _CLOCKS
        due = ends(spans, [Span(" ")], min(room, wanted + 1))
        return ends([number, *due, *signs, Span(rest)], [], width)
    stage = fit([Span(word(case.stage))], 11)
    due = fit([due_span(case, now, warning)], _CLOCKS + 1 if width >= WIDE else _DUE)
    return ends([number, *due, *(stage if case.is_open and width < WIDE else ()), *signs, Span(rest)], [], width)


def marks(case: Complaint) -> list[Span]:
    """Return what else is to be known of a case at a glance, a word each."""
    found: list[Span] = []
    if case.severity is Severity.MAJOR:
        found.append(Span(word(case.severity), "over"))
    if case.is_drill:
        found.append(Span(_("DRILL"), "answered"))
    if case.is_open and case.reported_to is not ReportedTo.NOBODY:
        above = {ReportedTo.MANAGER: _("↑ manager"), ReportedTo.DIRECTOR: _("↑ director")}
        found.append(Span(above[case.reported_to], "warn"))
    if case.is_open and case.at_quality is not AtQuality.NO:
        answered = case.at_quality is AtQuality.ANSWERED
        found.append(Span(_("quality ✓ pass on") if answered else _("quality"), "warn" if answered else "key"))
    if case.to_write_up:
        found.append(Span(_("write up"), "warn"))
    return [piece for span in found for piece in (span, Span(" "))]
