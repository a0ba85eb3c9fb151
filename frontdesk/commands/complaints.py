"""`frontdesk complaints`: the queue, one case, a new one, and tables of them in and out (C1, C2, C12)."""

from argparse import Namespace

from frontdesk.commands import complaint_export, complaint_import, complaint_page, output
from frontdesk.commands.complaint_json import as_json, due_of
from frontdesk.commands.inputs import read_choice
from frontdesk.commands.session import Session, on_store, up_to_date
from frontdesk.desk import complaints
from frontdesk.domain.clock import Millis
from frontdesk.domain.complaints import Channel, Complaint, ComplaintKind, Severity
from frontdesk.domain.plates import is_usual, parse_plate, show_plate
from frontdesk.domain.times import read_time
from frontdesk.i18n import _
from frontdesk.wording import short_time, word


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.step == "import":
        return complaint_import.run(args)
    if args.step == "add":
        args.channel = read_choice(Channel, args.channel)
        args.kind = read_choice(ComplaintKind, args.kind)
        args.severity = read_choice(Severity, args.severity)
        return on_store(args, _add, create=True)
    return on_store(args, {"list": _list, "show": complaint_page.show, "export": complaint_export.run}[args.step])


def _add(session: Session) -> int:
    args = session.args
    known = session.known_answer()
    if known is not None:
        return session.tell(known)
    now = session.desk.now()
    plate = parse_plate(args.plate, session.snapshot.policy.province) if args.plate else ""
    answer = complaints.register(
        session.desk,
        channel=args.channel,
        kind=args.kind,
        severity=args.severity,
        customer=args.customer,
        phone=args.phone,
        plate=plate,
        words=args.words,
        received_at=None if args.received is None else read_time(args.received, now, session.zone),
        operation=args.operation,
    )
    if plate and not is_usual(plate):
        output.warn(_("{plate} is an unusual plate; it was kept.").format(plate=show_plate(plate)))
    return session.tell(answer)


def _list(session: Session) -> int:
    session = up_to_date(session)
    now, found = session.desk.now(), complaints.every_one(session.desk, closed=session.args.all)
    if session.args.json:
        output.say_json_list("complaints", (as_json(case, now, session.zone) for case in found))
    elif not found:
        output.say(_("No complaint is on record.") if session.args.all else _("No complaint is open."))
    else:
        from frontdesk.commands.tables import console, row, table  # noqa: PLC0415 - a script that polls needs none

        headings = _("complaint"), _("stage"), _("severity"), _("kind"), _("customer"), _("plate"), _("next due")
        shown = table(*headings)
        for case in found:
            row(shown, _cells(case, session, now))
        console().print(shown)
    return 0


def _cells(case: Complaint, session: Session, now: Millis) -> tuple[str, ...]:
    clock, due = due_of(case), "—"
    if clock:
        due = f"{word(clock.name)} {short_time(clock.due_at, session.zone, now)}"
        due = _("{due} overdue").format(due=due) if clock.is_missed(now) else due
    words = (word(case.stage), word(case.severity), word(case.kind))
    return (str(case.id), *words, case.customer or "—", show_plate(case.plate) or "—", due)
