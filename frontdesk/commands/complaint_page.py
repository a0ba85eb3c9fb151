"""One case in words: facts, words, clocks, quality's part, closing, history, and what stands beside it (C12, Z8)."""

from collections.abc import Iterable, Iterator

from frontdesk.case_lines import (
    At,
    clock_line,
    crowding_line,
    note_line,
    pause_line,
    quality_lines,
    related_line,
    report_parts,
)
from frontdesk.commands import output
from frontdesk.commands.complaint_json import page_json
from frontdesk.commands.session import Session, up_to_date
from frontdesk.desk import case_page, zone
from frontdesk.desk.case_page import CasePage
from frontdesk.domain.case_clocks import DueClock
from frontdesk.domain.clock import Millis
from frontdesk.domain.complaints import Complaint, ReportedTo
from frontdesk.domain.plates import show_plate
from frontdesk.i18n import _
from frontdesk.wording import case_number, duration, labelled, place_name, short_time, word


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

    case = page.case
    yield from _head(case, at)
    yield from _indented(case.words.split("\n"))
    if case.wants:
        yield labelled(_("wants"), case.wants)
    yield from _open_ends(case, at)
    yield from _part(_("clocks"), (line for clock in case.clocks for line in _clock(clock, now, at)))
    yield from _part(_("quality"), (line for form in page.forms for line in quality_lines(form, at)))
    if page.report is not None:
        yield from _part(_("closing report"), (labelled(name, said) for name, said in report_parts(page.report)))
    yield from _part(_("history"), (note_line(note, at) for note in page.notes))
    yield from _part(_("other cases of the same customer"), (related_line(each, at) for each in page.related))
    visits = (line for visit in page.visits for line in _visit(visit, session, now))
    yield from _part(_("visits of {plate}").format(plate=show_plate(case.plate)), visits)
    yield from _part(_("crowding during the visit"), (crowding_line(each, now, at) for each in page.crowdings))


def _head(case: Complaint, at: At) -> Iterator[str]:
    words = map(word, (case.nature, case.kind, case.severity, case.channel, case.stage))
    yield " · ".join((case_number(case.id), *words, *([_("drill")] if case.is_drill else [])))
    yield " · ".join((case.customer or "—", case.phone or "—", show_plate(case.plate) or "—"))
    taken_by = _("assigned to {who}").format(who=case.assigned_to) if case.assigned_to else ""
    reported = "" if case.reported_to is ReportedTo.NOBODY else word(case.reported_to)
    yield " · ".join(filter(None, (_("received {at}").format(at=at(case.received_at)), taken_by, reported)))


def _open_ends(case: Complaint, at: At) -> Iterator[str]:
    """Return what is still to be done besides the clocks, and what the follow-up brought (Q5, C8)."""
    if case.to_write_up:
        yield _("spoken answers to be written up: {count}").format(count=case.to_write_up)
    if case.followed_up_at is not None:
        told = _("followed up {at}").format(at=at(case.followed_up_at))
        yield " · ".join((told, _("satisfaction {number} of 5").format(number=case.satisfaction)))
    elif case.follow_up_at is not None:
        yield _("follow-up due {at}").format(at=at(case.follow_up_at))


def _clock(clock: DueClock, now: Millis, at: At) -> Iterator[str]:
    yield clock_line(clock, now, at)
    yield from _indented(pause_line(pause, at) for pause in clock.pauses)


def _part(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Return lines under their heading; none where there are none."""
    found = list(_indented(lines))
    if found:
        yield heading
    yield from found


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {row}" for line in lines for row in line.split("\n"))


def _visit(visit: zone.VisitLine, session: Session, now: Millis) -> Iterator[str]:
    steps = (
        ("", visit.arrived_at),
        (_("received"), visit.received_at),
        (_("work order made"), visit.work_order_at),
        (_("handed over to the workshop"), visit.handed_over_at),
        (_("left"), visit.left_at),
    )
    yield " · ".join(f"{name} {short_time(at, session.zone, now)}".strip() for name, at in steps if at)
    names = {place.key: place_name(place) for place in session.snapshot.floor.places}
    stays = (f"{names.get(key, key)} {duration((until or now) - since)}" for key, since, until in visit.stays)
    yield "  " + _(", ").join(stays)
