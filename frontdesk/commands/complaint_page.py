"""One case in words: facts, words, clocks, quality's part, closing, history, and what stands beside it (C12, Z8)."""

from collections.abc import Iterable, Iterator

from frontdesk.case_lines import (
    crowding_line,
    follow_up,
    head_line,
    note_line,
    quality_lines,
    related_line,
    report_parts,
    to_see_to,
    visit_lines,
)
from frontdesk.clock_words import due_words, pause_line, standing
from frontdesk.commands import output
from frontdesk.commands.complaint_json import page_json
from frontdesk.commands.session import Session, up_to_date
from frontdesk.desk import case_page
from frontdesk.desk.case_page import CasePage
from frontdesk.domain.case_clocks import DueClock
from frontdesk.domain.clock import Millis
from frontdesk.domain.complaints import Complaint
from frontdesk.domain.plates import show_plate
from frontdesk.i18n import _
from frontdesk.penalty_words import entry_words, heading
from frontdesk.wording import At, case_number, labelled, short_time
from frontdesk.words import word


def show(session: Session) -> int:
    """Print the case asked for; return the exit code."""
    session = up_to_date(session)
    page, now = case_page.page(session.desk, session.args.number), session.desk.now()
    if session.args.json:
        output.say_json(page_json(page, now, session.zone))
    else:
        output.say("\n".join(_lines(session, page, now)))
    return 0


def _lines(session: Session, page: CasePage, now: Millis) -> Iterator[str]:
    def at(moment: Millis) -> str:
        return short_time(moment, session.zone, now)

    case, warning = page.case, session.snapshot.policy.due_warning
    yield from _head(case, at)
    yield from _indented(case.words.split("\n"))
    if case.wants:
        yield labelled(_("wants"), case.wants)
    yield from to_see_to(case)
    yield from filter(None, [follow_up(case, at)])
    yield from _part(_("clocks"), (line for clock in case.clocks for line in _clock(clock, now, warning, at)))
    yield from _part(_("quality"), (line for form in page.forms for line in quality_lines(form, at)))
    if page.report is not None:
        yield from _part(_("closing report"), (labelled(name, said) for name, said in report_parts(page.report)))
    yield from _part(_("history"), (note_line(note, at) for note in page.notes))
    yield from _part(_("other cases of the same customer"), (related_line(each, at) for each in page.related))
    places = session.snapshot.floor.places
    visits = (line for visit in page.visits for line in visit_lines(visit, places, now, at))
    yield from _part(_("visits of {plate}").format(plate=show_plate(case.plate)), visits)
    for penalty in page.penalties:
        said = (entry_words(entry, now, session.zone) for entry in penalty.entries)
        yield from _part(labelled(_("penalty"), f"{heading(penalty)} · {word(penalty.state)}"), said)
    yield from _part(_("crowding during the visit"), (crowding_line(each, now, at) for each in page.crowdings))


def _head(case: Complaint, at: At) -> Iterator[str]:
    yield f"{case_number(case.id)} · {head_line(case)}"
    yield " · ".join((case.customer or "—", case.phone or "—", show_plate(case.plate) or "—"))
    taken_by = _("assigned to {who}").format(who=case.assigned_to) if case.assigned_to else ""
    yield " · ".join(filter(None, (_("received {at}").format(at=at(case.received_at)), taken_by)))


def _clock(clock: DueClock, now: Millis, warning: Millis, at: At) -> Iterator[str]:
    yield " · ".join((due_words(clock, at), standing(clock, now, warning, at)))
    yield from _indented(pause_line(pause, at) for pause in clock.pauses)


def _part(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Return lines under their heading; none where there are none."""
    found = list(_indented(lines))
    if found:
        yield heading
    yield from found


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {row}" for line in lines for row in line.split("\n"))
