"""`frontdesk meetings`: meetings with customers, of the emergency group, and visits (Q6, Q9, C14)."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.meetings import results
from frontdesk.commands.meetings.as_json import as_json, visit_json
from frontdesk.desk.meetings import items, meetings, visiting
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.journal.result import Result
from frontdesk.domain.meetings.meeting import ItemKind, MeetingKind, NewItem, NewMeeting
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import NO_PLATE, parse_plate
from frontdesk.domain.values.typed_times import read_time
from frontdesk.words.i18n import _
from frontdesk.words.meetings import heading, lines, visit_line


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    looking = {None: _list, "list": _list, "show": _show, "visits": _visits}
    if args.verb in looking:
        return on_store(args, looking[args.verb])
    if args.verb == "plan":
        args.kind = read_choice(MeetingKind, args.kind)
    return carry_out(args, _carry_out, results)


def _carry_out(session: Session) -> Result:
    args = session.args
    if args.verb in {"done", "again"}:
        return _settle(session)
    if args.verb in set(ItemKind):
        until = None if args.until is None else _time(session, args.until)
        new = NewItem(ItemKind(args.verb), args.what, args.who, until)
        return items.put(session.desk, args.number, new, args.operation)
    return _ABOUT[args.verb](session)


def _settle(session: Session) -> Result:
    args, desk = session.args, session.desk
    if args.verb == "done":
        return items.done(desk, args.number, args.words, item=args.item, operation=args.operation)
    until = _time(session, args.until)
    return items.again(desk, args.number, until, args.why, item=args.item, operation=args.operation)


def _plan(session: Session) -> Result:
    args = session.args
    return meetings.plan(session.desk, _new(session), invitation=args.invitation, operation=args.operation)


def _move(session: Session) -> Result:
    args = session.args
    return meetings.move(session.desk, args.number, _time(session, args.at), args.why, args.operation)


def _cancel(session: Session) -> Result:
    return meetings.cancel(session.desk, session.args.number, session.args.why, session.args.operation)


def _hold(session: Session) -> Result:
    args, desk = session.args, session.desk
    at = None if args.at is None else read_time(args.at, desk.now(), session.zone, past=True)
    return meetings.hold(desk, args.number, args.present, held_at=at, operation=args.operation)


def _minutes(session: Session) -> Result:
    args = session.args
    return meetings.write_minutes(session.desk, args.number, args.words, args.operation)


_ABOUT = {"plan": _plan, "move": _move, "cancel": _cancel, "hold": _hold, "minutes": _minutes}


def _new(session: Session) -> NewMeeting:
    args = session.args
    plate = parse_plate(args.plate, session.snapshot.policy.province) if args.plate else NO_PLATE
    said = (args.kind, args.what, _time(session, args.at), args.place, args.customer, args.phone, plate, args.case)
    return NewMeeting(*said, args.invited, args.wanted_by)


def _time(session: Session, text: str) -> Millis:
    return read_deadline(text, session.desk.now(), OpeningHours.of(session.snapshot.policy))


def _list(session: Session) -> int:
    found = meetings.every(session.desk) if session.args.all else meetings.open_ones(session.desk)
    if session.args.json:
        now = session.desk.now()
        output.say_json_list("meetings", (as_json(each, session.zone, now) for each in found))
        return 0
    if not found:
        output.say(_("No meeting is planned."))
    for meeting in found:
        output.say(heading(meeting, session.zone))
    return 0


def _show(session: Session) -> int:
    meeting, now = meetings.shown(session.desk, session.args.number), session.desk.now()
    if session.args.json:
        output.say_json(as_json(meeting, session.zone, now))
        return 0
    output.say(heading(meeting, session.zone))
    for line in lines(meeting, session.zone, now):
        output.say(f"  {line}")
    return 0


def _visits(session: Session) -> int:
    found = visiting.due(session.desk)
    return output.say_list(
        session.args, "visits", (visit_json(*each, session.zone) for each in found),
        (visit_line(*each, session.zone) for each in found), _("No visit is due."),
    )  # fmt: skip
