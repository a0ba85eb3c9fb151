"""`frontdesk matters`: what has to be brought to an end, next due first."""

from argparse import Namespace
from collections.abc import Iterator

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, carry_out, on_store, up_to_date
from frontdesk.commands.matters import results
from frontdesk.commands.matters.as_json import approval_json, as_json
from frontdesk.commands.messages.as_json import as_json as message_json
from frontdesk.desk import approvals, matters, retention
from frontdesk.desk.messages import telling
from frontdesk.domain.approvals.approval import Approval, What
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Matter
from frontdesk.words.approvals import list_lines, listed_case, signature_lines
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.matters import due_line, obstacles_line, title_of
from frontdesk.words.messages import message_line
from frontdesk.words.phrases import case_number, labelled


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {None, "list"}:
        return on_store(args, _list)
    if args.verb == "show":
        return on_store(args, _show)
    if args.verb == "put-off":
        args.due = read_choice(DueName, args.due)
    return carry_out(args, _carry_out, results)


def _carry_out(session: Session) -> Result:
    args, desk = session.args, session.desk
    if args.verb == "close":
        return matters.close(desk, args.number, args.why, args.operation)
    until = read_deadline(args.until, desk.now(), OpeningHours.of(session.snapshot.policy))
    return matters.put_off(desk, args.number, args.due, until, why=args.why, operation=args.operation)


def _list(session: Session) -> int:
    session = up_to_date(session)
    found = matters.listed(session.desk)
    if session.args.json:
        output.say_json_list("matters", (_json(session, matter) for matter in found))
        return 0
    if not found:
        output.say(_("Nothing has to be brought to an end."))
    now, warning = session.desk.now(), session.snapshot.policy.due_warning
    for matter in found:
        first = matter.next_due
        owed = due_line(first, session.zone, now, warning) if first else ""
        output.say(" · ".join(filter(None, (_heading(matter), owed))))
    return 0


def _show(session: Session) -> int:
    session = up_to_date(session)
    matter = matters.shown(session.desk, session.args.number)
    signed = approvals.of_matter(session.desk, matter.id)
    obstacles = session.desk.read(lambda connection: matters.obstacles(connection, matter)) if matter.is_open else ()
    if session.args.json:
        told = telling.of_matter(session.desk, matter.id)
        more: dict[str, object] = {"messages": [message_json(each, session.zone) for each in told]}
        more |= {"approvals": [approval_json(each, session.zone) for each in signed], "obstacles": list(obstacles)}
        output.say_json({**_json(session, matter), **more})
        return 0
    now, zone, warning = session.desk.now(), session.zone, session.snapshot.policy.due_warning
    output.say(_heading(matter))
    for due in matter.dues:
        output.say(due_line(due, zone, now, warning))
    for approval in signed:
        for line in signature_lines(approval, zone):
            output.say(line)
        if approval.what is What.PURGE:
            for line in _list_lines(session, approval):
                output.say(f"  {line}")
    for message in telling.of_matter(session.desk, matter.id):
        output.say("  " + message_line(message, zone, now))
    if obstacles:
        output.say(obstacles_line(obstacles))
    return 0


def _list_lines(session: Session, approval: Approval) -> Iterator[str]:
    """Yield all that is signed with a list of expired cases, each case on a line of its own."""
    yield from list_lines(approval)
    for case in retention.on_list(session.desk, approval):
        yield f"  {listed_case(case, session.zone)}"


def _heading(matter: Matter) -> str:
    return labelled(f"{case_number(matter.id)} {word(matter.kind)}", title_of(matter))


def _json(session: Session, matter: Matter) -> dict[str, object]:
    return as_json(matter, session.zone, session.desk.now(), session.snapshot.policy.due_warning)
