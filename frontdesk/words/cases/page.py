"""The page of a case, part by part, in the order somebody in a hurry needs (C5, C7, C9, C10, C12, Z8)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum

from frontdesk.domain.cases.case import Case
from frontdesk.domain.cases.clocks import ClockState, DueClock
from frontdesk.domain.cases.closing_report import FiledReport
from frontdesk.domain.picture.case_page import CasePage
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.cases.clocks import due_words, pause_line, standing
from frontdesk.words.cases.lines import (
    ask_lines,
    follow_up,
    head_line,
    note_line,
    quality_lines,
    related_line,
    report_parts,
    to_see_to,
    visit_lines,
)
from frontdesk.words.escalations.record import crossing_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.penalties import entry_words, heading
from frontdesk.words.phrases import At, labelled
from frontdesk.words.times import short_time


class Weight(StrEnum):
    """How much attention a row asks for."""

    PLAIN = "plain"
    TO_DO = "to_do"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a part: its text; for a clock also its state."""

    text: str
    weight: Weight = Weight.PLAIN
    depth: int = 0
    """The indentation of a row, used for the pauses of a clock."""
    stands: str = ""
    state: ClockState | None = None


Part = tuple[str, list[Row]]
"""A title and its rows; the title of the first part is the kind of case."""


def parts(page: CasePage, snapshot: Snapshot, now: Millis, zone: tzinfo, phone: str = "") -> Iterator[Part]:
    """Yield the parts of a page that have content. `phone`: the full number, if it was asked for."""

    def at(moment: Millis) -> str:
        return short_time(moment, zone, now)

    case, places = page.case, snapshot.floor.places
    yield head_line(case), list(_facts(case, phone, at))
    warning = snapshot.policy.due_warning
    told: tuple[tuple[str, Iterable[Row]], ...] = (
        (_("still open"), _still_open(page, now, at)),
        (_("what the customer said"), _said(case)),
        (_("clocks"), (row for clock in _next_due_first(case.clocks) for row in _clock(clock, now, warning, at))),
        (_("quality"), _rows(line for form in page.forms for line in quality_lines(form, at))),
        (_("asked of others"), _rows(line for ask in page.asks for line in ask_lines(ask, at))),
        (_("history"), _rows(note_line(note, at) for note in page.notes)),
        (_("crowding during the visit"), _rows(crossing_line(each, now, at) for each in page.crowdings)),
        (
            _("visits of {plate}").format(plate=show_plate(case.plate)),
            _rows(line for visit in page.visits for line in visit_lines(visit, places, now, at)),
        ),
        *(
            (
                labelled(_("penalty"), f"{heading(penalty)} · {word(penalty.state)}"),
                _rows(entry_words(entry, now, zone) for entry in penalty.entries),
            )
            for penalty in page.penalties
        ),
        (_("other cases of the same customer"), _rows(related_line(each, at) for each in page.related)),
        *(
            (
                labelled(_("closing report"), f"{at(filed.at)} {filed.who}".strip()),
                _rows((*(labelled(*part) for part in report_parts(filed.report)), *_read(filed, at))),
            )
            for filed in page.reports
        ),
    )
    for title, rows in told:
        found = list(rows)
        if found:
            yield title, found


def _next_due_first(clocks: Iterable[DueClock]) -> list[DueClock]:
    """Return the clocks that run, the next due first, then those that are over."""
    return sorted(clocks, key=lambda clock: (not clock.is_running, clock.due_at if clock.is_running else 0))


def _read(filed: FiledReport, at: At) -> Iterator[str]:
    """Yield that the head has read a closing report, or has still to (C9)."""
    if filed.is_to_read:
        yield _("the head has still to read it")
    elif filed.read_at is not None:
        yield labelled(_("read by the head"), f"{at(filed.read_at)} {filed.read_by}")


def _facts(case: Case, phone: str, at: At) -> Iterator[Row]:
    yield Row(" · ".join((case.customer or "—", phone or case.phone or "—", show_plate(case.plate) or "—")))
    taken_by = _("assigned to {who}").format(who=case.assigned_to) if case.assigned_to else ""
    came_in = _("received {at}").format(at=at(case.received_at))
    yield Row(" · ".join(filter(None, (came_in, taken_by))), Weight.ASIDE)
    if case.followed_up_at is not None:
        yield Row(follow_up(case, at), Weight.ASIDE)


def _still_open(page: CasePage, now: Millis, at: At) -> Iterator[Row]:
    due = follow_up(page.case, at) if page.case.followed_up_at is None else ""
    for text in filter(None, (*to_see_to(page, now, at), due)):
        yield Row(text, Weight.TO_DO)


def _clock(clock: DueClock, now: Millis, warning: Millis, at: At) -> Iterator[Row]:
    stands = standing(clock, now, warning, at)
    yield Row(due_words(clock, at), stands=stands, state=clock.state(now, warning))
    for pause in clock.pauses:
        yield Row(pause_line(pause, at), Weight.ASIDE, depth=1)


def _said(case: Case) -> Iterator[Row]:
    yield Row(case.words)
    if case.wants:
        yield Row(labelled(_("wants"), case.wants))


def _rows(texts: Iterable[str]) -> Iterator[Row]:
    return map(Row, texts)
