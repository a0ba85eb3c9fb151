"""One complaint in words: facts, words, clocks, history, and the visits of the car beside it (C12)."""

from collections.abc import Iterator

from frontdesk.commands import output
from frontdesk.commands.complaint_json import visit_json, with_notes
from frontdesk.commands.session import Session, up_to_date
from frontdesk.desk import complaints, zone
from frontdesk.domain.case_clocks import DueClock
from frontdesk.domain.case_steps import Step
from frontdesk.domain.clock import Millis
from frontdesk.domain.complaints import Complaint, Note
from frontdesk.domain.plates import show_plate
from frontdesk.i18n import _
from frontdesk.wording import case_number, duration, labelled, place_name, short_time, word


def show(session: Session) -> int:
    """Print the case asked for; return the exit code."""
    session = up_to_date(session)
    case = complaints.get(session.desk, session.args.number)
    notes = complaints.notes(session.desk, case.id)
    visits = zone.timeline(session.desk, case.plate) if case.plate else ()
    if session.args.json:
        record = with_notes(case, notes, session.desk.now(), session.zone)
        output.say_json({**record, "visits": [visit_json(visit, session.zone) for visit in visits]})
    else:
        output.say("\n".join(_lines(session, case, notes, visits)))
    return 0


def _lines(
    session: Session, case: Complaint, notes: tuple[Note, ...], visits: tuple[zone.VisitLine, ...]
) -> Iterator[str]:
    now = session.desk.now()

    def at(moment: Millis) -> str:
        return short_time(moment, session.zone, now)

    yield " · ".join((case_number(case.id), *map(word, (case.kind, case.severity, case.channel, case.stage))))
    yield " · ".join((case.customer or "—", case.phone or "—", show_plate(case.plate) or "—"))
    taken_by = _("assigned to {who}").format(who=case.assigned_to) if case.assigned_to else ""
    yield " · ".join(filter(None, (_("received {at}").format(at=at(case.received_at)), taken_by)))
    yield from (f"  {line}" for line in case.words.split("\n"))
    yield _("clocks")
    yield from (f"  {_clock(clock, now, session)}" for clock in case.clocks)
    if notes:
        yield _("history")
    for note in notes:
        said = " ".join(filter(None, (at(note.at), note.who, word(Step(note.step)), note.words)))
        yield from (f"  {line}" for line in said.split("\n"))
    if visits:
        yield _("visits of {plate}").format(plate=show_plate(case.plate))
    for visit in visits:
        yield from _visit(visit, session)


def _clock(clock: DueClock, now: Millis, session: Session) -> str:
    due = _("due {time}").format(time=short_time(clock.due_at, session.zone, now))
    if clock.met_at is not None:
        stands = _("met {at}").format(at=short_time(clock.met_at, session.zone, now))
    elif clock.is_missed(now):
        stands = _("OVERDUE {time}").format(time=duration(now - clock.due_at))
    else:
        stands = _("in {time}").format(time=duration(clock.due_at - now))
    late = _("late") if clock.met_at is not None and clock.is_missed(now) else ""
    provisional = _("provisional") if clock.provisional and clock.met_at is None else ""
    return " · ".join(filter(None, (labelled(word(clock.name), due), stands, late, provisional)))


def _visit(visit: zone.VisitLine, session: Session) -> Iterator[str]:
    now = session.desk.now()
    steps = (
        ("", visit.arrived_at),
        (_("received"), visit.received_at),
        (_("work order made"), visit.work_order_at),
        (_("handed over to the workshop"), visit.handed_over_at),
        (_("left"), visit.left_at),
    )
    yield "  " + " · ".join(f"{name} {short_time(at, session.zone, now)}".strip() for name, at in steps if at)
    names = {place.key: place_name(place) for place in session.snapshot.floor.places}
    stays = (f"{names.get(key, key)} {duration((until or now) - since)}" for key, since, until in visit.stays)
    yield "    " + _(", ").join(stays)
